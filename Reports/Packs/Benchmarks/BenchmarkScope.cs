using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Packs.Benchmarks;

/// <summary>A provider's month beside its own clients, its own past and its peers, in its reader's words.</summary>
internal sealed record BenchmarkScope(Marts Marts, string Provider, DateOnly Month, Language Language, Fonts Fonts, Theme Theme, bool IsAnonymous, IReadOnlyList<ExchangeFile> Peers)
{
    public Colours Colours => Theme.Colours;

    public static IReadOnlyList<string> Measures { get; } = ["response_attainment", "resolve_attainment", "chased", "repeat"];

    public IReadOnlyList<MartRow> Clients { get; } = [.. Marts.Rows("benchmark_clients", month: Month).Where(r => r.Text("provider") == Provider)];

    public IReadOnlyList<MartRow> Past { get; } =
        [.. Marts.Rows("provider_trends").Where(r => r.Text("provider") == Provider && r.Date("month") <= Month && r.Date("month") > Month.AddMonths(-12))];

    public IReadOnlyList<MartRow> Published { get; } = Marts.Rows("benchmarks");

    public IReadOnlyList<MartRow> Cards { get; } = [.. Marts.Rows("client_months", month: Month).Where(r => r.Text("provider") == Provider)];

    public DateTime AsOf => Cards.Max(r => r.Instant("as_of_at")) ?? Month.AddMonths(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    public string Zone => Cards.Count > 0 ? Cards[0].Text("zone") ?? "UTC" : "UTC";

    public int ClientCount => Cards.Count;

    public long TicketCount => Cards.Sum(r => r.Whole("trailing_ticket_count") ?? 0);

    /// <summary>The funnels of a measure: the clients of each meaning of a first response, largest first.</summary>
    public IEnumerable<IGrouping<string, MartRow>> Funnels(string measure) => Clients.Where(r => r.Text("measure") == measure && r.Whole("client_count") is not null)
        .GroupBy(r => r.Text("response_semantics")!).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal);

    /// <summary>The clients that no chance explains.</summary>
    public static IReadOnlyList<MartRow> Outside(IEnumerable<MartRow> rows) => [.. rows.Where(r => r.Text("position") is "above" or "below")];

    public string Semantics(string code) => SemanticsWords.Of(code, Language);

    /// <summary>What of the provider's month may leave the house.</summary>
    public IReadOnlyList<MartRow> Cells { get; } =
        [.. Marts.Rows("benchmark_cells", month: Month).Where(r => r.Text("provider") == Provider && r.Flag("is_published") == true)];

    /// <summary>Response promises by team and by hour over the twelve months, a row per client; those with a decision.</summary>
    public IReadOnlyList<MartRow> Shares { get; } = ReadShares(Marts, Provider, Month);

    /// <summary>What each team is called: its name; anonymous, its number in the order first met.</summary>
    public IReadOnlyDictionary<string, string> Teams => Shares.Where(r => r.Text("dimension") == "team").Select(r => r.Text("value")!).Distinct()
        .Select((team, i) => KeyValuePair.Create(team, IsAnonymous ? Language.Say("benchmark.team", ("n", Language.Whole(i + 1))) : team)).ToDictionary();

    /// <summary>Response promises by team or hour over the twelve months, all clients together: met and decided.</summary>
    public IReadOnlyList<(string Value, long Met, long Decided)> By(string dimension)
    {
        var values = Shares.Where(r => r.Text("dimension") == dimension).GroupBy(r => r.Text("value")!)
            .Select(g => (Value: g.Key, Met: g.Sum(Met), Decided: g.Sum(Decided))).ToList();
        if (dimension == "hour")
            return [.. values.OrderBy(v => int.Parse(v.Value, System.Globalization.CultureInfo.InvariantCulture))];
        var teams = Teams;
        return IsAnonymous ? values.ConvertAll(v => (teams[v.Value], v.Met, v.Decided)) : [.. values.OrderBy(v => v.Value, StringComparer.Ordinal)];
    }

    private static IReadOnlyList<MartRow> ReadShares(Marts marts, string provider, DateOnly month) =>
    [
        .. marts.Rows("attainment_by", month: month)
            .Where(r => r.Text("provider") == provider && r.Text("span") == "trailing" && r.Text("promise_kind") == "response" && r.Text("clock") == "contract")
            .Where(r => r.Text("dimension") is "team" or "hour" && r.Text("value") is not null && Decided(r) > 0),
    ];

    /// <summary>Promises of a row of shares that were kept.</summary>
    public static long Met(MartRow row) => row.Whole("met_count") ?? 0;

    /// <summary>Promises of a row of shares that were kept or broken.</summary>
    public static long Decided(MartRow row) => Met(row) + (row.Whole("breached_count") ?? 0);

    /// <summary>Where this provider stands among peers that measure alike: each own figure, and how many peers have a higher one.</summary>
    public IReadOnlyList<(ExchangeCell Own, int Count, int Higher)> Among()
    {
        var own = Cells.Select(ExchangeFile.Cell);
        return [.. own.Select(cell => (Own: cell, Alike: Peers.SelectMany(p => p.Cells).Where(c => IsAlike(c, cell)).ToList()))
            .Where(c => c.Alike.Count > 0).Select(c => (c.Own, c.Alike.Count, c.Alike.Count(p => p.Value > c.Own.Value)))];
    }

    private static bool IsAlike(ExchangeCell a, ExchangeCell b) =>
        (a.Measure, a.ResponseSemantics, a.SizeBand, a.IntensityClass) == (b.Measure, b.ResponseSemantics, b.SizeBand, b.IntensityClass);
}
