namespace Insights.Analytics.Loads;

/// <summary>The columns of raw.calls that a row of an export fills (load_id and source belong to the load).</summary>
public enum CallColumn
{
    Line,
    RowHash,
    CallId,
    LogKind,
    StartedAt,
    Direction,
    Caller,
    Callee,
    DurationSeconds,
    RingSeconds,
    IsAnswered,
    ClientText,
    IsTimeAmbiguous,
}
