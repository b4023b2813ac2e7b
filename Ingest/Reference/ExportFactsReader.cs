using Insights.Analytics;
using Insights.Analytics.Loads;
using Insights.Ingest.Loading;
using Insights.Ingest.Mapping;
using Insights.Ingest.Reading;
using NodaTime;

namespace Insights.Ingest.Reference;

/// <summary>Reads exports row by row, as loading would, and keeps only what a person needs to begin their reference data.</summary>
public static class ExportFactsReader
{
    /// <summary>One pass over every file; nothing is written.</summary>
    /// <param name="requests">At least one export, each with its profile, source and provider.</param>
    /// <exception cref="SetupException">A file is missing, empty or no text, or a zone is unknown.</exception>
    public static ExportFacts Read(IReadOnlyList<LoadRequest> requests)
    {
        var counts = new ExportCounts();
        var files = requests.Select(request => ReadFile(request, counts)).ToList();
        var clients = new ClientsFound(counts);
        return new ExportFacts(
            requests[0].Provider,
            files,
            clients.Clients,
            [.. counts.Words.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Text, StringComparer.Ordinal)
                .Select(pair => new FoundWord(pair.Key.Source, pair.Key.Field, pair.Key.Text, pair.Key.Value, pair.Value))],
            Ordered(counts.Agents),
            Ordered(clients.Unassigned));
    }

    private static List<(string, long)> Ordered(IEnumerable<KeyValuePair<string, long>> counts) =>
        [.. counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => (pair.Key, pair.Value))];

    private static ExportFile ReadFile(LoadRequest request, ExportCounts counts)
    {
        var zone = Zone(request.TimeZone ?? request.Profile.TimeZone);
        var (tickets, rejects) = (0L, 0L);
        var (first, last) = (DateOnly.MaxValue, DateOnly.MinValue);
        foreach (var row in Rows(request, zone))
        {
            if (row is null)
            {
                rejects++;
                continue;
            }

            var day = LocalDay(row, zone);
            (first, last) = (day < first ? day : first, day > last ? day : last);
            counts.Add(request, row, day);
            tickets++;
        }

        return new ExportFile(
            Path.GetFileName(request.File), request.Source, request.Profile.Name, zone.Id, tickets, rejects,
            tickets == 0 ? null : first, tickets == 0 ? null : last);
    }

    /// <summary>Each row of each list of tickets in the file as a ticket, the same object every time; null for a row that is none.</summary>
    private static IEnumerable<TicketRow?> Rows(LoadRequest request, DateTimeZone zone)
    {
        using var opened = new OpenedExport(request, zone, DateTime.MaxValue);
        foreach (var records in opened.Records())
            using (records)
                foreach (var row in opened.Tickets(records) is { } layout ? Rows(JoinedColumns.Over(records, request.Profile), new TicketMapper(layout, zone)) : [])
                    yield return row;
    }

    private static IEnumerable<TicketRow?> Rows(RecordSet records, TicketMapper mapper)
    {
        var row = new TicketRow();
        while (records.NextBatch() is { } batch)
            using (batch)
                while (batch.Read())
                    yield return mapper.Map(batch, row) is null ? row : null;
    }

    private static DateOnly LocalDay(TicketRow row, DateTimeZone zone) =>
        Instant.FromUnixTimeSeconds(row.Number(TicketColumn.CreatedAt)!.Value).InZone(zone).Date.ToDateOnly();

    private static DateTimeZone Zone(string name) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(name)
        ?? throw Unknown(Nearest.Unknown(name, DateTimeZoneProviders.Tzdb.Ids, "time zone", "ζώνη ώρας", "Europe/Athens"));

    private static SetupException Unknown(Message what) => new(what.English, what.Greek);
}
