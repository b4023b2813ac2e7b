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

    private IReadOnlyList<MartRow> Cards { get; } = [.. Marts.Rows("client_months", month: Month).Where(r => r.Text("provider") == Provider)];

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

    /// <summary>Response promises by team or hour over the twelve months, all clients together: met and decided.</summary>
    public IReadOnlyList<(string Value, long Met, long Decided)> By(string dimension)
    {
        var clients = Cards.Select(r => r.Text("client")).ToHashSet();
        var values = Marts.Rows("attainment_by", month: Month)
            .Where(r => r.Text("provider") == Provider && clients.Contains(r.Text("client")) && r.Text("span") == "trailing" && r.Text("promise_kind") == "response" && r.Text("clock") == "contract")
            .Where(r => r.Text("dimension") == dimension && r.Text("value") is not null).GroupBy(r => r.Text("value")!)
            .Select(g => (Value: g.Key, Met: g.Sum(r => r.Whole("met_count") ?? 0), Decided: g.Sum(r => (r.Whole("met_count") ?? 0) + (r.Whole("breached_count") ?? 0))))
            .Where(g => g.Decided > 0).OrderBy(g => dimension == "hour" ? int.Parse(g.Value, System.Globalization.CultureInfo.InvariantCulture) : 0).ThenBy(g => g.Value, StringComparer.Ordinal).ToList();
        return dimension == "team" && IsAnonymous
            ? [.. values.Select((v, i) => (Language.Say("benchmark.team", ("n", Language.Whole(i + 1))), v.Met, v.Decided))]
            : values;
    }

    /// <summary>Where this provider stands among peers that measure alike: each own figure, and how many peers have a higher one.</summary>
    public IReadOnlyList<(ExchangeCell Own, int Count, int Higher)> Among()
    {
        var own = ExchangeFile.Of(Marts, Provider, Month).Cells;
        return [.. own.Select(cell => (Own: cell, Alike: Peers.SelectMany(p => p.Cells).Where(c => IsAlike(c, cell)).ToList()))
            .Where(c => c.Alike.Count > 0).Select(c => (c.Own, c.Alike.Count, c.Alike.Count(p => p.Value > c.Own.Value)))];
    }

    private static bool IsAlike(ExchangeCell a, ExchangeCell b) =>
        (a.Measure, a.ResponseSemantics, a.SizeBand, a.IntensityClass) == (b.Measure, b.ResponseSemantics, b.SizeBand, b.IntensityClass);
}
