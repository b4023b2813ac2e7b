using Insights.Analytics.Loads;
using Insights.Ingest.Loading;

namespace Insights.Ingest.Sources;

/// <summary>When scheduled packs last began.</summary>
/// <param name="warehouse">Where it is kept.</param>
/// <param name="clock">Tells when.</param>
public sealed class PackRuns(SharedWarehouse warehouse, TimeProvider clock)
{
    /// <summary>Null: never.</summary>
    public Task<DateTimeOffset?> LastStart(string pack, CancellationToken stopping) => warehouse.Write(
        opened => new Pulls(opened).PackStartedAt(pack) is { } at ? new DateTimeOffset(at, TimeSpan.Zero) : (DateTimeOffset?)null, stopping);

    /// <summary>It begins now.</summary>
    public Task<DateTimeOffset> Starts(string pack, CancellationToken stopping) => warehouse.Write(
        opened =>
        {
            var now = clock.GetUtcNow();
            new Pulls(opened).PackStarts(pack, now.UtcDateTime);
            return now;
        },
        stopping);

    /// <summary>Writes a pack while no other worker has the warehouse.</summary>
    public Task<T> Write<T>(Func<T> work, CancellationToken stopping) => warehouse.Alone(work, stopping);
}
