namespace Insights.Analytics.Loads;

/// <summary>The columns of raw.events that a row of an export fills (load_id and source belong to the load).</summary>
public enum EventColumn
{
    Line,
    RowHash,
    TicketId,
    EventId,
    OccurredAt,
    Kind,
    Value,
    ValueText,
    OldText,
    Actor,
    Team,
    IsTimeAmbiguous,
}
