using Insights.Analytics.Loads;
using Insights.Ingest.Loading;

namespace Insights.Ingest.Sources;

/// <summary>What the warehouse holds of one source's pulls.</summary>
/// <param name="source">The source's name.</param>
/// <param name="warehouse">Open only while it is asked or told.</param>
/// <param name="clock">Tells when.</param>
internal sealed class PullLedger(string source, SharedWarehouse warehouse, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    public void Dispose() => _turn.Dispose();

    public Task<DateTimeOffset?> LastStart(CancellationToken stopping) => warehouse.Write(
        opened => new Pulls(opened).Find(source).StartedAt is { } at ? new DateTimeOffset(at, TimeSpan.Zero) : (DateTimeOffset?)null, stopping);

    /// <summary>One pull of the source at a time: notes that it begins, and what stops it.</summary>
    public async Task<PullResult> Told(Func<PullState, CancellationToken, Task<PullResult>> work, Func<string, string> redacted, CancellationToken stopping)
    {
        await _turn.WaitAsync(stopping).ConfigureAwait(false);
        try
        {
            return await work(await Begun(stopping).ConfigureAwait(false), stopping).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await warehouse.Write(opened => Failed(new Pulls(opened), redacted(e.Message)), CancellationToken.None).ConfigureAwait(false);
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Notes how far the source is pulled, where no rows came.</summary>
    public Task<bool> Save(PullState state, CancellationToken stopping) => warehouse.Write(opened => Saved(new Pulls(opened), state), stopping);

    /// <summary>To the second, as everything is kept.</summary>
    public DateTime Now()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);
    }

    private Task<PullState> Begun(CancellationToken stopping) => warehouse.Write(
        opened =>
        {
            var state = new Pulls(opened).Find(source) with { StartedAt = Now() };
            Saved(new Pulls(opened), state);
            return state;
        },
        stopping);

    private bool Failed(Pulls pulls, string said) => Saved(pulls, pulls.Find(source) with { Error = said, ErrorAt = Now() });

    private static bool Saved(Pulls pulls, PullState state)
    {
        pulls.Save(state);
        return true;
    }
}
