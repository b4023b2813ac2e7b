using System.Text.Json.Nodes;
using Insights.Analytics;
using Insights.Analytics.Loads;
using Insights.Ingest.Apis;
using Insights.Ingest.Loading;

namespace Insights.Ingest.Sources;

/// <summary>What a pull did.</summary>
/// <param name="PageCount">Pages kept.</param>
/// <param name="NewCount">New tickets, messages and events.</param>
/// <param name="ChangedCount">Further versions of those held.</param>
/// <param name="RejectCount">Rows that could not be read.</param>
public sealed record PullResult(int PageCount, long NewCount, long ChangedCount, long RejectCount);

/// <summary>Pulls one source into the warehouse: each page, with how far it brings the source, in one transaction.</summary>
/// <param name="settings">The source.</param>
/// <param name="warehouse">The DuckDB file; open only while a page is kept.</param>
/// <param name="gate">Held while the file is open: of one program one worker writes at a time.</param>
/// <param name="clock">Tells when.</param>
public sealed class SourcePull(SourceSettings settings, string warehouse, SemaphoreSlim gate, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    public void Dispose() => _turn.Dispose();

    /// <summary>What is new since the last pull.</summary>
    /// <exception cref="SetupException">The tool refuses who asks, or answers what it should not; what was kept before stays.</exception>
    /// <exception cref="IOException">The tool cannot be reached.</exception>
    public Task<PullResult> Run(CancellationToken stopping) => Guarded(Increment, stopping);

    /// <summary>All there is, from the beginning, as one full export: tickets the tool no longer lists count as deleted.</summary>
    /// <exception cref="SetupException">As <see cref="Run"/>.</exception>
    /// <exception cref="IOException">As <see cref="Run"/>.</exception>
    public Task<PullResult> Resync(CancellationToken stopping) => Guarded(Whole, stopping);

    /// <summary>When the last pull began; null: there was none.</summary>
    public Task<DateTimeOffset?> LastStart(CancellationToken stopping) => Keep(
        pulls => pulls.Find(settings.Source).StartedAt is { } at ? new DateTimeOffset(at, TimeSpan.Zero) : (DateTimeOffset?)null, stopping);

    /// <summary>One pull of the source at a time.</summary>
    private async Task<PullResult> Guarded(Func<PullState, CancellationToken, Task<PullResult>> work, CancellationToken stopping)
    {
        await _turn.WaitAsync(stopping).ConfigureAwait(false);
        try
        {
            return await Told(work, stopping).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Notes that it begins, and what stops it.</summary>
    private async Task<PullResult> Told(Func<PullState, CancellationToken, Task<PullResult>> work, CancellationToken stopping)
    {
        var now = Now();
        var state = await Keep(pulls => Begun(pulls, now), stopping).ConfigureAwait(false);
        try
        {
            return await work(state, stopping).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            var said = settings.Access.Redacted(e.Message);
            await Keep(pulls => pulls.Save(pulls.Find(settings.Source) with { Error = said, ErrorAt = Now() }), CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    private PullState Begun(Pulls pulls, DateTime now)
    {
        var state = pulls.Find(settings.Source) with { StartedAt = now };
        pulls.Save(state);
        return state;
    }

    private async Task<PullResult> Increment(PullState state, CancellationToken stopping)
    {
        using var client = new ApiClient(settings.Access, clock);
        var result = new PullResult(0, 0, 0, 0);
        await foreach (var page in new Pull(settings.Access, client, settings.Zone).Pages(state, stopping).ConfigureAwait(false))
        {
            var after = page.IsLast ? page.After with { EndedAt = Now(), Error = null, ErrorAt = null } : page.After;
            result = Sum(result, page.Tickets.Count == 0 ? await Mark(after, stopping).ConfigureAwait(false) : await Load(page.Rows, after, null, stopping).ConfigureAwait(false));
        }

        return result;
    }

    private async Task<PullResult> Whole(PullState state, CancellationToken stopping)
    {
        using var client = new ApiClient(settings.Access, clock);
        var rows = PageFile.Kinds.ToDictionary(kind => kind, _ => new List<JsonObject>());
        var after = new PullState(settings.Source);
        await foreach (var page in new Pull(settings.Access, client, settings.Zone).Pages(after, stopping).ConfigureAwait(false))
        {
            after = page.After;
            foreach (var kind in PageFile.Kinds)
                rows[kind].AddRange(page.Rows[kind]);
        }

        after = after with { StartedAt = state.StartedAt, EndedAt = Now() };
        return rows["tickets"].Count == 0 ? await Mark(after, stopping).ConfigureAwait(false) : await Load(rows, after, new FullPeriod(DateTime.UnixEpoch, null), stopping).ConfigureAwait(false);
    }

    private async Task<PullResult> Mark(PullState after, CancellationToken stopping)
    {
        await Keep(pulls => pulls.Save(after), stopping).ConfigureAwait(false);
        return new PullResult(1, 0, 0, 0);
    }

    private async Task<PullResult> Load(IReadOnlyDictionary<string, List<JsonObject>> rows, PullState after, FullPeriod? full, CancellationToken stopping)
    {
        var folder = Directory.CreateTempSubdirectory("insights-pull-");
        try
        {
            var file = Path.Combine(folder.FullName, $"{settings.Profile.Name}-api.zip");
            PageFile.Write(file, rows);
            var loaded = await Keep(pulls => new ExportLoader(pulls.Warehouse, clock).Load(Request(file, after, full), stopping), stopping).ConfigureAwait(false);
            return new PullResult(1, loaded.NewCount, loaded.ChangedCount, loaded.RejectCount);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private LoadRequest Request(string file, PullState after, FullPeriod? full) => new()
    {
        File = file,
        Profile = settings.Profile,
        Source = settings.Source,
        Provider = settings.Provider,
        DefaultClient = settings.DefaultClient,
        TimeZone = settings.Zone.Id,
        ExportedAt = after.StartedAt,
        Pulled = after,
        Full = full,
    };

    private Task<bool> Keep(Action<Pulls> work, CancellationToken stopping) => Keep(pulls => { work(pulls); return true; }, stopping);

    private async Task<T> Keep<T>(Func<Pulls, T> work, CancellationToken stopping)
    {
        await gate.WaitAsync(stopping).ConfigureAwait(false);
        try
        {
            using var opened = Warehouse.OpenForWriting(warehouse);
            return work(new Pulls(opened));
        }
        finally
        {
            gate.Release();
        }
    }

    private static PullResult Sum(PullResult a, PullResult b) =>
        new(a.PageCount + b.PageCount, a.NewCount + b.NewCount, a.ChangedCount + b.ChangedCount, a.RejectCount + b.RejectCount);

    /// <summary>To the second, as everything is kept.</summary>
    private DateTime Now()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);
    }
}
