using Insights.Analytics;
using Insights.Analytics.Loads;

namespace Insights.Ingest.Sources;

/// <summary>When scheduled packs last began, and the turn in which one is written.</summary>
/// <param name="warehouse">The DuckDB file; open only meanwhile.</param>
/// <param name="gate">Held while it is.</param>
/// <param name="clock">Tells when.</param>
public sealed class PackRuns(string warehouse, SemaphoreSlim gate, TimeProvider clock)
{
    /// <summary>Null: never.</summary>
    public Task<DateTimeOffset?> LastStart(string pack, CancellationToken stopping) => Alone(
        () => Keep(pulls => pulls.PackStartedAt(pack) is { } at ? new DateTimeOffset(at, TimeSpan.Zero) : (DateTimeOffset?)null), stopping);

    /// <summary>It begins now.</summary>
    public Task<DateTimeOffset> Starts(string pack, CancellationToken stopping) => Alone(
        () => Keep(pulls =>
        {
            var now = clock.GetUtcNow();
            pulls.PackStarts(pack, now.UtcDateTime);
            return now;
        }), stopping);

    /// <summary>Does work while no worker of this program writes.</summary>
    public async Task<T> Alone<T>(Func<T> work, CancellationToken stopping)
    {
        await gate.WaitAsync(stopping).ConfigureAwait(false);
        try
        {
            return await Task.Run(work, stopping).ConfigureAwait(false);
        }
        finally
        {
            gate.Release();
        }
    }

    private T Keep<T>(Func<Pulls, T> work)
    {
        using var opened = Warehouse.OpenForWriting(warehouse);
        return work(new Pulls(opened));
    }
}
