namespace Insights.Ingest.Sources;

/// <summary>A source that can be asked for what is new.</summary>
public interface IPull
{
    string Source { get; }

    /// <summary>When the last pull began; null: there was none.</summary>
    Task<DateTimeOffset?> LastStart(CancellationToken stopping);

    /// <summary>What is new since the last pull.</summary>
    /// <exception cref="Analytics.SetupException">The source refuses who asks, or answers what it should not; what was kept before stays.</exception>
    /// <exception cref="IOException">The source cannot be reached.</exception>
    Task<PullResult> Run(CancellationToken stopping);

    /// <summary>A message in which no secret of the source can be read.</summary>
    string Redacted(string text);
}

/// <summary>What a pull did.</summary>
/// <param name="PageCount">Pages, or messages, kept.</param>
/// <param name="NewCount">New tickets, messages and events.</param>
/// <param name="ChangedCount">Further versions of those held.</param>
/// <param name="RejectCount">Rows that could not be read.</param>
public sealed record PullResult(int PageCount, long NewCount, long ChangedCount, long RejectCount)
{
    public static readonly PullResult None = new(0, 0, 0, 0);

    /// <summary>What came and could not be loaded, or was asked for and is not given, each with the reason.</summary>
    public IReadOnlyList<string> Refused { get; init; } = [];

    public PullResult Plus(PullResult other) =>
        new(PageCount + other.PageCount, NewCount + other.NewCount, ChangedCount + other.ChangedCount, RejectCount + other.RejectCount) { Refused = [.. Refused, .. other.Refused] };
}
