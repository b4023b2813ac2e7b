using Insights.Analytics;
using Insights.Reports.Workbooks;

namespace Insights.Reports.Packs.Proofs;

/// <summary>The figures of a review counted again from its tickets, the long way: a second road to the same numbers.</summary>
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
