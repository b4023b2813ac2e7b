namespace Insights.Analytics.Loads;

/// <summary>How far a source has been pulled from its tool. Instants UTC.</summary>
public sealed record PullState(string Source)
{
    /// <summary>Every ticket changed before it is held; null: the tool has not been pulled to the end once.</summary>
    public DateTime? CursorAt { get; init; }

    /// <summary>The newest change seen in a pull that has not come to its end; null: there is none.</summary>
    public DateTime? NewestAt { get; init; }

    /// <summary>Where a pull that has not come to its end goes on; null: from the beginning.</summary>
    public string? Next { get; init; }

    /// <summary>When the last pull began.</summary>
    public DateTime? StartedAt { get; init; }

    /// <summary>When a pull last came to its end.</summary>
    public DateTime? EndedAt { get; init; }

    /// <summary>What stopped the last pull; null: nothing did.</summary>
    public string? Error { get; init; }

    public DateTime? ErrorAt { get; init; }

    /// <summary>Pages kept since the last re-sync.</summary>
    public long PageCount { get; init; }

    /// <summary>Tickets in them, each as often as it came.</summary>
    public long TicketCount { get; init; }
}
