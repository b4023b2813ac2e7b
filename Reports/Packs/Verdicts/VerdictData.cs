using Insights.Analytics;

namespace Insights.Reports.Packs.Verdicts;

/// <summary>What the marts hold for a client's verdict: of one provider, over the twelve months that end with a month.</summary>
internal sealed record VerdictData
{
    private const int Months = 12;

    private static readonly string[] Asked = ["monitoring_tools", "it_manager", "advice_process"];

    public required Marts Marts { get; init; }

    public required string Client { get; init; }

    public required string Provider { get; init; }

    /// <summary>The first day of the last of the twelve months.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>The moment the figures look from, UTC.</summary>
    public required DateTime AsOf { get; init; }

    /// <summary>The IANA zone moments are shown in.</summary>
    public required string Zone { get; init; }

    /// <summary>A row per question, in the order they are asked.</summary>
    public required IReadOnlyList<MartRow> Verdicts { get; init; }

    /// <summary>Strengths, questions and what to ask referees, in order.</summary>
    public required IReadOnlyList<MartRow> Points { get; init; }

    /// <summary>A row per ticket of either side, oldest first; empty where only one side is here.</summary>
    public required IReadOnlyList<MartRow> Matches { get; init; }

    /// <summary>The tickets of both sides, oldest first; deleted ones aside.</summary>
    public required IReadOnlyList<MartRow> Tickets { get; init; }

    public required IReadOnlyList<MartRow> Flags { get; init; }

    /// <summary>Values of ended tickets that a later export rewrote.</summary>
    public required IReadOnlyList<MartRow> Revisions { get; init; }

    /// <summary>How much support the client needs; null where its reference data does not name it.</summary>
    public MartRow? Intensity { get; init; }

    /// <summary>The scorecard of the month; null for a client of telephone calls alone.</summary>
    public MartRow? Card { get; init; }

    /// <summary>The published figures that may be held against.</summary>
    public required IReadOnlyList<MartRow> Benchmarks { get; init; }

    /// <summary>The sources of the provider that hold tickets of the client; all of them where there are calls alone.</summary>
    public required IReadOnlyList<MartRow> Sources { get; init; }

    public DateOnly FirstMonth => Month.AddMonths(1 - Months);

    /// <summary>The smallest n an answer may rest on.</summary>
    public long MinimumN => Verdicts[0].Whole("minimum_n")!.Value;

    /// <summary>Whether any ticket of a side is here: provider or client.</summary>
    public bool Has(string side) => Tickets.Any(t => t.Text("side") == side);

    /// <summary>The newest month the data of a client reach.</summary>
    /// <exception cref="SetupException">Nothing of that client is in the warehouse; the message names the clients there are.</exception>
    public static DateOnly Latest(Marts marts, string client) => Known(marts, client).Max(r => r.Date("month")!.Value);

    /// <exception cref="SetupException">There is no such client, or its data do not reach that month; the message names what there is.</exception>
    public static VerdictData Read(Marts marts, string client, DateOnly month)
    {
        var known = Known(marts, client);
        var asked = known.Where(r => r.Date("month") == month).ToList();
        if (asked.Count == 0)
            throw ScoreCard.NoMonth(client, month, known);
        var provider = asked.GroupBy(r => r.Text("provider")!).OrderByDescending(g => g.Sum(r => r.Whole("n"))).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key;
        return Read(marts, client, provider, month);
    }

    private static VerdictData Read(Marts marts, string client, string provider, DateOnly month)
    {
        bool Mine(MartRow row) => row.Text("provider") == provider;
        bool IsRecent(MartRow row) => Mine(row) && row.Date("month") is { } m && m > month.AddMonths(-Months) && m <= month;
        List<MartRow> OfMonth(string mart) => [.. marts.Rows(mart, client, month).Where(Mine)];
        List<MartRow> Recent(string mart) => [.. marts.Rows(mart, client).Where(IsRecent)];
        var card = OfMonth("client_months").FirstOrDefault();
        var tickets = InTime(Recent("tickets").Where(t => t.Text("exclusion") != "deleted"));
        var sources = marts.Rows("providers").Where(Mine).Where(s => tickets.Count == 0 || tickets.Any(t => t.Text("source") == s.Text("source"))).ToList();
        return new VerdictData
        {
            Marts = marts,
            Client = client,
            Provider = provider,
            Month = month,
            AsOf = sources.Select(s => s.Instant("as_of_at")).Max() ?? card?.Instant("as_of_at") ?? month.AddMonths(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
            Zone = card?.Text("zone") ?? sources.Select(s => s.Text("time_zone")).FirstOrDefault() ?? "UTC",
            Card = card,
            Verdicts = [.. OfMonth("verdicts").OrderBy(v => v.Whole("place"))],
            Points = [.. OfMonth("verdict_points").OrderBy(p => p.Whole("rank"))],
            Matches = InTime(Recent("ticket_matches")),
            Tickets = tickets,
            Flags = [.. OfMonth("red_flags").OrderBy(flag => Array.IndexOf(Asked, flag.Text("question")))],
            Revisions = [.. Recent("revisions").Where(r => r.Text("kind") == "rewritten" && r.Flag("is_after_end") == true && r.Text("field") != "client")],
            Intensity = OfMonth("intensity").FirstOrDefault(),
            Benchmarks = marts.Rows("benchmarks"),
            Sources = sources,
        };
    }

    private static List<MartRow> InTime(IEnumerable<MartRow> tickets) =>
        [.. tickets.OrderBy(t => t.Instant("created_at")).ThenBy(t => t.Text("source"), StringComparer.Ordinal).ThenBy(t => t.Text("ticket_id"), StringComparer.Ordinal)];

    private static IReadOnlyList<MartRow> Known(Marts marts, string client) =>
        marts.Rows("verdicts", client) is { Count: > 0 } rows ? rows : throw NoClient(marts, client);

    private static SetupException NoClient(Marts marts, string client)
    {
        var clients = string.Join(", ", marts.Rows("verdicts").Select(r => r.Text("client")).Distinct().Order(StringComparer.Ordinal));
        return new SetupException(
            $"There is nothing of a client '{client}' to judge. Clients: {(clients.Length > 0 ? clients : "none")}. A log of your own that names no client is loaded with: insights ingest FILE --client NAME.",
            $"Δεν υπάρχει τίποτα για πελάτη '{client}'. Πελάτες: {(clients.Length > 0 ? clients : "κανένας")}. Δικά σας στοιχεία που δεν λένε πελάτη φορτώνονται με: insights ingest ΑΡΧΕΙΟ --client ΟΝΟΜΑ.");
    }
}
