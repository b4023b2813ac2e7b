using Insights.Analytics;
using Insights.Analytics.Loads;
using Insights.Ingest.Apis;
using Insights.Ingest.Loading;

namespace Insights.Ingest.Sources;

/// <summary>Pulls one tool into the warehouse: each page, with how far it brings the source, in one transaction.</summary>
/// <param name="settings">The source.</param>
/// <param name="warehouse">Open only while a page is kept.</param>
/// <param name="clock">Tells when.</param>
public sealed class SourcePull(SourceSettings settings, SharedWarehouse warehouse, TimeProvider clock) : IPull, IDisposable
{
    private readonly PullLedger _ledger = new(settings.Source, warehouse, clock);

    public string Source => settings.Source;

    public void Dispose() => _ledger.Dispose();

    public string Redacted(string text) => settings.Access.Redacted(text);

    public Task<DateTimeOffset?> LastStart(CancellationToken stopping) => _ledger.LastStart(stopping);

    public Task<PullResult> Run(CancellationToken stopping) => _ledger.Told(Increment, Redacted, stopping);

    /// <summary>All there is, from the beginning, as one full export: tickets the tool no longer lists count as deleted.</summary>
    /// <exception cref="SetupException">As <see cref="IPull.Run"/>.</exception>
    /// <exception cref="IOException">As <see cref="IPull.Run"/>.</exception>
    public Task<PullResult> Resync(CancellationToken stopping) => _ledger.Told(Whole, Redacted, stopping);

    private async Task<PullResult> Increment(PullState state, CancellationToken stopping)
    {
        var access = await Discovery.Whole(settings.Access, clock, stopping).ConfigureAwait(false);
        using var client = new ApiClient(access, clock);
        var (result, listing) = (PullResult.None, new Listing(access, client));
        await foreach (var page in new Pull(access, listing, settings.Zone).Pages(state, stopping).ConfigureAwait(false))
        {
            using var file = new PageFile();
            file.Add(page);
            result = result.Plus(await Kept(file, page.IsLast ? Ended(page.After) : page.After, null, stopping).ConfigureAwait(false));
        }

        return result with { Refused = [.. listing.NotGiven] };
    }

    private async Task<PullResult> Whole(PullState state, CancellationToken stopping)
    {
        var access = await Discovery.Whole(settings.Access, clock, stopping).ConfigureAwait(false);
        using var client = new ApiClient(access, clock);
        using var file = new PageFile();
        var (after, listing) = (new PullState(settings.Source), new Listing(access, client));
        await foreach (var page in new Pull(access, listing, settings.Zone).Pages(after, stopping).ConfigureAwait(false))
        {
            after = page.After;
            file.Add(page);
        }

        var result = await Kept(file, Ended(after with { StartedAt = state.StartedAt }), new FullPeriod(DateTime.UnixEpoch, null), stopping).ConfigureAwait(false);
        return result with { Refused = [.. listing.NotGiven] };
    }

    private PullState Ended(PullState state) => state with { EndedAt = _ledger.Now(), Error = null, ErrorAt = null };

    private async Task<PullResult> Kept(PageFile pages, PullState after, FullPeriod? full, CancellationToken stopping)
    {
        if (pages.Close($"{settings.Profile.Name}-api.zip") is not { } file)
        {
            await _ledger.Save(after, stopping).ConfigureAwait(false);
            return PullResult.None with { PageCount = 1 };
        }

        var loaded = await warehouse.Write(opened => new ExportLoader(opened, clock).Load(Request(file, after, full), stopping), stopping).ConfigureAwait(false);
        return new PullResult(1, loaded.NewCount, loaded.ChangedCount, loaded.RejectCount);
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
}
