namespace Insights.Samples;

/// <summary>What is decided of a ticket beforehand; the rest is left to the dice.</summary>
internal sealed record Plan
{
    public long? AnswerAt { get; init; }
    public long? ResolveAt { get; init; }
    public bool NeverAnswered { get; init; }
    public bool ClosesSilently { get; init; }
    public bool ClearsItself { get; init; }
    public bool PausesWithoutAsking { get; init; }
    public bool Reopens { get; init; }

    /// <summary>pending or hold: still waiting for the client's answer, or a supplier, when the export is taken.</summary>
    public string StillWaitsIn { get; init; } = "";
    public bool LowersBeforeBreach { get; init; }

    /// <summary>The priority the agent gives it when taking it, lower or higher; 0 keeps the one asked for.</summary>
    public int ChangedAtTriage { get; init; }

    /// <summary>The priority it is given after the first answer; 0 keeps it.</summary>
    public int LoweredLater { get; init; }

    public int Chasers { get; init; }

    /// <summary>What is said after the request, in order of time, in place of the usual words; with the last of it the ticket is solved. Empty: the usual words.</summary>
    public IReadOnlyList<Message> Talk { get; init; } = [];

    /// <summary>The failure it is a report of, or its mending, where not that of the client's device; "upstream/…" lies outside the clients.</summary>
    public string FailureId { get; init; } = "";
}
