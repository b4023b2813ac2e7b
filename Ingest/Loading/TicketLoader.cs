using System.Collections.Concurrent;
using System.Security.Cryptography;
using Insights.Analytics;
using Insights.Analytics.Loads;
using Insights.Ingest.Mapping;
using Insights.Ingest.Reading;
using NodaTime;

namespace Insights.Ingest.Loading;

/// <summary>Loads one export into the warehouse: all of it or, on any error, nothing of it.</summary>
/// <param name="warehouse">Open for writing.</param>
/// <param name="clock">Tells when the load happened.</param>
public sealed class TicketLoader(Warehouse warehouse, TimeProvider clock)
{
    private const int ShownRejects = 10;

    private readonly RawLoad _raw = new(warehouse);

    /// <summary>Loads a file, or does nothing when its source has loaded the very same bytes before.</summary>
    /// <exception cref="SetupException">The file is missing, empty or no text, lacks a column its profile needs, or the zone is unknown.</exception>
    public LoadResult Load(LoadRequest request)
    {
        var zoneName = request.TimeZone ?? request.Profile.TimeZone;
        var zone = Zone(zoneName);
        using var text = DelimitedText.Open(request.File);
        var layout = TicketLayout.Of(request.Profile, text.Header);
        RefuseUnlessFilled(layout, request);

        var hash = Task.Run(() => Sha256(request.File));
        if (_raw.HasSource(request.Source) && _raw.Find(request.Source, hash.Result) is { } earlier)
        {
            RefuseOtherReading(request, hash.Result);
            if (request.DefaultClient is { } client)
                _raw.NameClient(request.Source, client);
            return Result(earlier, alreadyLoaded: true, [], []);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var readers = new ConcurrentBag<TicketReader>();
        try
        {
            var idle = new ConcurrentBag<TicketReader>();
            var counts = _raw.Load(
                Source(request, layout, zoneName),
                new FileFacts(Path.GetFileName(request.File), hash, request.ExportedAt, now),
                chunk => Fill(chunk, idle, () => Added(readers, new TicketReader(text, layout, zone, now))),
                () => Facts(request, readers));
            return Result(counts, alreadyLoaded: false, Rejects(readers), Warnings.Of(text, layout, counts, readers.Sum(r => r.FutureCount)));
        }
        finally
        {
            foreach (var reader in readers)
                reader.Dispose();
        }
    }

    private static void Fill(TicketChunk chunk, ConcurrentBag<TicketReader> idle, Func<TicketReader> open)
    {
        var reader = idle.TryTake(out var waiting) ? waiting : open();
        reader.Fill(chunk);
        idle.Add(reader);
    }

    private static TicketReader Added(ConcurrentBag<TicketReader> readers, TicketReader reader)
    {
        readers.Add(reader);
        return reader;
    }

    private static RowFacts Facts(LoadRequest request, ConcurrentBag<TicketReader> readers)
    {
        if (readers.All(r => r.TicketCount == 0) && Rejects(readers) is [var first, ..])
            throw NoneRead(request, first, readers.Sum(r => r.Rejects.Count));

        var newest = readers.Max(r => r.Newest);
        return new RowFacts([.. readers.SelectMany(r => r.Rejects)], newest == long.MinValue ? null : DateTime.UnixEpoch.AddSeconds(newest));
    }

    private static List<RejectedRow> Rejects(ConcurrentBag<TicketReader> readers) =>
        [.. readers.SelectMany(r => r.Rejects).OrderBy(r => r.Line).Take(ShownRejects)];

    /// <summary>Kept, such a file would bar the way to reading it right: the same bytes are not loaded twice.</summary>
    private static SetupException NoneRead(LoadRequest request, RejectedRow first, int count) => new(
        $"The file '{request.File}': none of its {count} rows could be read as profile '{request.Profile.Name}', so nothing was loaded."
        + $" Line {first.Line}, {first.Column} '{first.Value}': {first.Reason}. If Excel saved the file again, load the original export;"
        + " else try --profile generic, or give a profile file of your own (insights profiles).",
        $"Το αρχείο '{request.File}': καμία από τις {count} γραμμές του δεν διαβάστηκε με το προφίλ '{request.Profile.Name}', γι' αυτό δεν φορτώθηκε"
        + $" τίποτα. Γραμμή {first.Line}, {first.Column} '{first.Value}': {first.Reason}. Αν το αρχείο αποθηκεύτηκε ξανά από το Excel, φορτώστε την"
        + " αρχική εξαγωγή· αλλιώς δοκιμάστε --profile generic, ή δώστε δικό σας αρχείο προφίλ (insights profiles).");

    /// <summary>"Loaded before" would hide that the file was not read as asked now.</summary>
    private void RefuseOtherReading(LoadRequest request, string hash)
    {
        var (profile, zone) = _raw.Reading(request.Source, hash);
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

    private static void RefuseUnlessFilled(TicketLayout layout, LoadRequest request)
    {
        foreach (var column in (TicketColumn[])[TicketColumn.TicketId, TicketColumn.CreatedAt])
            if (!layout.Has(column))
                throw new SetupException(
                    $"The file '{request.File}' has no column for {column.Name()} that the profile '{layout.Profile.Name}' knows "
                    + $"({string.Join(", ", layout.Profile.Columns[column])})."
                    + $" Its columns: {string.Join(", ", layout.Header)}. Give --profile another name.",
                    $"Το αρχείο '{request.File}' δεν έχει στήλη για {column.Name()} που να ξέρει το προφίλ '{layout.Profile.Name}' "
                    + $"({string.Join(", ", layout.Profile.Columns[column])})."
                    + $" Οι στήλες του: {string.Join(", ", layout.Header)}. Δώστε άλλο --profile.");
    }

    private static SourceFacts Source(LoadRequest request, TicketLayout layout, string zone) => new(
        request.Source,
        request.Side ?? layout.Profile.Side,
        request.Provider,
        layout.Profile.Name,
        zone,
        layout.Profile.FirstResponse.Semantics,
        [.. layout.Fields.Select(f => f.Column.Name())],
        request.DefaultClient);

    private static string Sha256(string file)
    {
        using var stream = System.IO.File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static LoadResult Result(LoadCounts c, bool alreadyLoaded, IReadOnlyList<RejectedRow> rejects, IReadOnlyList<Message> warnings) =>
        new(c.LoadId, c.RowCount, c.NewCount, c.ChangedCount, c.UnchangedCount, c.RejectCount, alreadyLoaded, c.DataEnd, rejects, warnings);
}
