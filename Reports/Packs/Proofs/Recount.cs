using Insights.Analytics;
using Insights.Reports.Packs.Benchmarks;
using Insights.Reports.Packs.Verdicts;
using Insights.Reports.Workbooks;

namespace Insights.Reports.Packs.Proofs;

/// <summary>
/// Figures of a pack counted again, the long way, as a second road to the same numbers: of a review and a verdict from their tickets, of a benchmark,
/// which holds none, from its rows by client and by hour.
/// </summary>
internal static class Recount
{
    private static readonly string[] Outcomes = ["met", "breached", "running", "unknown"];

    /// <summary>Each figure as the marts say it and as the tickets give it; null where either does not say.</summary>
    public static IEnumerable<(string Figure, long? Said, long? Counted)> Of(ReviewData data)
    {
        var month = data.TicketsOfMonth.ToList();
        yield return ("ticket_count", data.Card.Whole("ticket_count"), month.Count);
        yield return ("trailing_ticket_count", data.Card.Whole("trailing_ticket_count"), data.Counted.Count);
        foreach (var clock in new[] { "client", "contract" })
            yield return ($"response_{clock}_seconds_total", data.Card.Whole($"response_{clock}_seconds_total"), Sum(month, $"response_{clock}_seconds"));
        foreach (var figure in Attainment(data.Attainment, month, "month").Concat(Attainment(data.AttainmentTrailing, data.Counted, "12 months")))
            yield return figure;
        foreach (var figure in Reminders(data, month))
            yield return figure;
        if (data.Card.Whole("episode_count") is not null)
            yield return ("repeat_30d_count", data.Card.Whole("repeat_30d_count"), month.Count(t => data.StartsEpisode(t) && t.Flag("is_repeat_30d") == true));
    }

    /// <summary>As of a review. Urgent, rest and resolution are judged by more than a ticket says, so they are not counted again.</summary>
    public static IEnumerable<(string Figure, long? Said, long? Counted)> Of(VerdictData data)
    {
        var tickets = data.Tickets.Where(IsAsked).ToLookup(t => t.Text("side"));
        foreach (var verdict in data.Verdicts.Where(v => v.Number("figure") is not null))
            foreach (var (figure, said, counted) in Answer(verdict, [.. tickets[verdict.Text("side")]]))
                yield return ($"{verdict.Text("question")} {figure}", said, counted);
        foreach (var figure in Sides(data).Concat(Points(data)))
            yield return figure;
    }

    /// <summary>As of a review.</summary>
    public static IEnumerable<(string Figure, long? Said, long? Counted)> Of(BenchmarkScope scope)
    {
        foreach (var funnel in BenchmarkScope.Measures.SelectMany(m => scope.Funnels(m)).Select(f => f.ToList()))
            yield return (Kind(funnel[0]) + " client_count", funnel[0].Whole("client_count"), funnel.Count);
        foreach (var figure in Together(scope).Concat(Hours(scope)))
            yield return figure;
    }

    private static bool IsAsked(MartRow ticket) => ticket.Flag("is_counted") == true || ticket.Text("exclusion") == "client_side";

    private static IEnumerable<(string, long?, long?)> Answer(MartRow verdict, List<MartRow> tickets)
    {
        long Outcomes(params string[] outcomes) => tickets.Count(t => outcomes.Contains(t.Text("response_outcome")));
        long Chased(int least) => tickets.Count(t => t.Whole("chaser_count") >= least);
        return verdict.Text("question") switch
        {
            "promise" => [("n", verdict.Whole("n"), Outcomes("met", "breached")), ("hit_count", verdict.Whole("hit_count"), Outcomes("met"))],
            "reminders" => [("hit_count", verdict.Whole("hit_count"), Chased(1)), ("twice_count", verdict.Whole("twice_count"), Chased(2))],
            _ => [],
        };
    }

    /// <summary>Every ticket of either side is found or not found on the other, and a pair is one seen from both.</summary>
    private static IEnumerable<(string, long?, long?)> Sides(VerdictData data)
    {
        if (data.Matches.Count == 0)
            yield break;
        foreach (var side in new[] { "client", "provider" })
            yield return ($"ticket_matches {side}", data.Matches.Count(m => m.Text("side") == side), data.Tickets.Count(t => t.Text("side") == side));
        var pairs = data.Matches.Where(m => m.Flag("is_matched") == true).ToDictionary(Own, Other);
        var both = pairs.Where(p => pairs.ContainsKey(p.Value)).ToList();
        yield return ("ticket_matches pairs", both.Count, both.Count(p => pairs[p.Value] == p.Key));
    }

    private static (string?, string?) Own(MartRow match) => (match.Text("source"), match.Text("ticket_id"));

    private static (string?, string?) Other(MartRow match) => (match.Text("other_source"), match.Text("other_ticket_id"));

    private static IEnumerable<(string, long?, long?)> Points(VerdictData data)
    {
        var own = data.Matches.Where(m => m.Text("side") == "client").ToList();
        foreach (var point in data.Points.Where(p => p.Text("list") == "question"))
            foreach (var (figure, counted) in point.Text("code") switch
            {
                "not_found" => [("item_count", own.Count(m => m.Flag("is_matched") == false && m.Flag("is_excused") == false)), ("n", own.Count)],
                "changed_after" => [("item_count", data.Revisions.Count(r => r.Flag("moves_outcome") == true)), ("n", data.Revisions.Count)],
                _ => Array.Empty<(string, int)>(),
            })
                yield return ($"{point.Text("code")} {figure}", point.Whole(figure), counted);
    }

    /// <summary>All clients of a meaning of a first response together, where such a row may be told.</summary>
    private static IEnumerable<(string, long?, long?)> Together(BenchmarkScope scope)
    {
        foreach (var cell in scope.Cells.Where(c => c.Text("size_band") is null))
        {
            var clients = scope.Clients.Where(c => c.Flag("is_comparable") == true && Kind(c) == Kind(cell))
                .Where(c => c.Number("ratio") is not null || c.Whole("median_seconds") is not null).ToList();
            var name = "together " + Kind(cell);
            yield return (name + " client_count", cell.Whole("client_count"), clients.Count);
            yield return (name + " n", cell.Whole("n"), clients.Sum(c => c.Whole("n")));
            yield return (name + " numerator", cell.Whole("numerator"), clients.Sum(c => c.Whole("hit_count")));
        }
    }

    private static string Kind(MartRow row) => $"{row.Text("measure")} {row.Text("response_semantics")}";

    private static IEnumerable<(string, long?, long?)> Hours(BenchmarkScope scope)
    {
        var hours = scope.Shares.Where(r => r.Text("dimension") == "hour").ToLookup(r => r.Text("client"));
        foreach (var client in scope.Clients.Where(c => c.Text("measure") == "response_attainment"))
        {
            var own = hours[client.Text("client")];
            yield return ($"{client.Text("client")} response_attainment n", client.Whole("n"), own.Sum(BenchmarkScope.Decided));
            yield return ($"{client.Text("client")} response_attainment hit_count", client.Whole("hit_count"), own.Sum(BenchmarkScope.Met));
        }
    }

    private static IEnumerable<(string, long?, long?)> Attainment(IEnumerable<MartRow> said, IReadOnlyList<MartRow> tickets, string span) =>
        from row in said
        where row.Text("promise_kind") is "response" or "resolve"
        from outcome in Outcomes
        let kind = row.Text("promise_kind")
        let priority = row.Whole("priority")
        select (FormattableString.Invariant($"{span} {kind} priority {priority?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "all"} {outcome}"), row.Whole(outcome + "_count"),
            (long?)tickets.Count(t => (priority is null || t.Whole("priority_final") == priority) && t.Text(kind + "_outcome") == outcome));

    private static IEnumerable<(string, long?, long?)> Reminders(ReviewData data, List<MartRow> month)
    {
        foreach (var row in data.Delivered.Chasers.Where(r => r.Whole("chased_count") is not null))
            yield return ($"{row.Text("span")} chased_count", row.Whole("chased_count"),
                (row.Text("span") == "month" ? month : data.Counted).Count(t => t.Whole("chaser_count") > 0));
    }

    private static long? Sum(List<MartRow> tickets, string column)
    {
        var known = tickets.Select(t => t.Whole(column)).OfType<long>().ToList();
        return known.Count == 0 ? null : known.Sum();
    }
}
