namespace Insights.Analytics.Loads;

/// <summary>The columns of raw.time_entries that a row of an export fills (load_id and source belong to the load).</summary>
public enum TimeEntryColumn
{
    Line,
    RowHash,
    EntryId,
    TicketId,
    ClientText,
    WorkedAt,
    WorkedSeconds,
    Agent,
    IsBillable,
    IsCovered,
    IsTimeAmbiguous,
}
