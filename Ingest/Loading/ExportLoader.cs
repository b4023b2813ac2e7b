using Insights.Analytics;
using Insights.Analytics.Loads;
using Insights.Ingest.Mail;
using NodaTime;

namespace Insights.Ingest.Loading;

/// <summary>Loads one export into the warehouse: all of it or, on any error, nothing of it.</summary>
/// <param name="warehouse">Open for writing.</param>
/// <param name="clock">Tells when the load happened.</param>
public sealed class ExportLoader(Warehouse warehouse, TimeProvider clock)
{
    private const int ShownRejects = 10;

    private readonly RawLoad _raw = new(warehouse);

    /// <summary>Loads a file, or does nothing when its source has loaded the very same bytes before.</summary>
    /// <exception cref="SetupException">The file is missing or empty, has no table the profile can read, or the zone is unknown.</exception>
    /// <exception cref="OperationCanceledException">Stopped while rows were read; nothing was kept.</exception>
    public LoadResult Load(LoadRequest request, CancellationToken cancellation = default)
    {
        var zone = Zone(request.TimeZone ?? request.Profile.TimeZone);
        using var opened = new OpenedExport(request, zone, clock.GetUtcNow().UtcDateTime);
        var files = request.Mailbox is { } mailbox ? MailExport.FilesIn(mailbox.Paths) : [request.File];
        var bytes = FileIdentity.BytesOf(files);
        var fingerprint = Task.Run(() => FileIdentity.FingerprintOf(files, Reading(request.Mailbox)), cancellation);
        if (request.Pulled is null && _raw.HasFileOf(request.Source, bytes) && _raw.Find(request.Source, bytes, fingerprint.GetAwaiter().GetResult()) is { Count: > 0 } earlier)
            return AlreadyLoaded(request, earlier);

        var sha256 = Task.Run(() => FileIdentity.Sha256Of(files), cancellation);
        var facts = new FileFacts(bytes, fingerprint, sha256, request.Full, opened.Now);
        var loads = _raw.Load(Source(request, zone), facts, opened.Parts(cancellation), request.Pulled);
        return Result(loads, alreadyLoaded: false, [.. opened.Rejects.Take(ShownRejects)], opened.Warnings(loads));
    }

    /// <summary>The same mailbox with another provider, or with its words, is another export.</summary>
    private static string Reading(Mailbox? mailbox) =>
        mailbox is null ? "" : $"{string.Join(',', mailbox.Options.ProviderDomains.Order(StringComparer.Ordinal))};{mailbox.Options.KeepBodies}";

    private LoadResult AlreadyLoaded(LoadRequest request, IReadOnlyList<LoadCounts> earlier)
    {
        RefuseOtherReading(request, earlier[0].LoadId);
        if (request.DefaultClient is { } client)
            _raw.NameClient(request.Source, client);
        return Result(earlier, alreadyLoaded: true, [], []);
    }

    /// <summary>"Loaded before" would hide that the file was not read as asked now.</summary>
    private void RefuseOtherReading(LoadRequest request, long loadId)
    {
        var (profile, zone) = _raw.Reading(loadId);
        if (profile == request.Profile.Name && (request.TimeZone is null || request.TimeZone == zone))
            return;

        throw new SetupException(
            $"The file '{request.File}' was loaded before as '{request.Source}', with profile '{profile}' and times of {zone}; its tickets stay"
            + " as they were read. To read it another way, load your exports into a new file: --warehouse NAME.duckdb.",
            $"Το αρχείο '{request.File}' έχει ήδη φορτωθεί ως '{request.Source}', με το προφίλ '{profile}' και ώρες {zone}· τα αιτήματά του μένουν"
            + " όπως διαβάστηκαν. Για να διαβαστεί αλλιώς, φορτώστε τις εξαγωγές σας σε νέα αποθήκη: --warehouse ΟΝΟΜΑ.duckdb.");
    }

    private static DateTimeZone Zone(string name) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(name)
        ?? throw new SetupException(
            $"The time zone '{name}' is not known. Write an IANA name: Europe/Athens.",
            $"Δεν υπάρχει ζώνη ώρας '{name}'. Γράψτε όνομα IANA: Europe/Athens.");

    private static SourceFacts Source(LoadRequest request, DateTimeZone zone) => new(
        request.Source,
        request.Side ?? request.Profile.Side,
        request.Provider,
        request.Profile.Name,
        zone.Id,
        request.Profile.FirstResponse.Semantics,
        request.Profile.StopStates,
        request.DefaultClient);

    private static LoadResult Result(
        IReadOnlyList<LoadCounts> loads, bool alreadyLoaded, IReadOnlyList<RejectedRow> rejects, IReadOnlyList<Message> warnings) => new(
            loads[0].LoadId,
            loads.Sum(l => l.RowCount),
            loads.Sum(l => l.NewCount),
            loads.Sum(l => l.ChangedCount),
            loads.Sum(l => l.UnchangedCount),
            loads.Sum(l => l.RejectCount),
            alreadyLoaded,
            loads.Max(l => l.DataEnd),
            loads,
            rejects,
            warnings);
}
