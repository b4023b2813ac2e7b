namespace Insights.Analytics.Loads;

/// <summary>
/// The columns of raw.tickets that a row of an export fills, in the table's order (load_id and source belong to the load).
/// </summary>
public enum TicketColumn
{
    Line,
    RowHash,
    TicketId,
    Number,
    Subject,
    Description,
    ClientText,
    Requester,
    RequesterMail,
    Agent,
    Team,
    Asset,
    Category,
    Channel,
    Kind,
    State,
    StateText,
    PriorityText,
    Priority,
    CreatedAt,
    RespondedAt,
    ResolvedAt,
    ClosedAt,
    UpdatedAt,
    VendorResponseDueAt,
    VendorResolveDueAt,
    VendorResponseOutcome,
    VendorResolveOutcome,
    PausedSeconds,
    ReopenCount,
    IsTimeAmbiguous,
    Satisfaction,
    MergedInto,
    RelatedTo,
}
