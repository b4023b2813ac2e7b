namespace Insights.Analytics.Loads;

/// <summary>The columns of raw.messages that a row of an export fills (load_id and source belong to the load).</summary>
public enum MessageColumn
{
    Line,
    RowHash,
    TicketId,
    MessageId,
    SentAt,
    Author,
    AuthorMail,
    AuthorSide,
    Channel,
    Subject,
    Body,
    IsPublic,
    IsAutomatic,
    AttachmentCount,
    IsTimeAmbiguous,
    Remarks,
}
