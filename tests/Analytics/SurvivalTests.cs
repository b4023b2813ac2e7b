using Insights.Analytics.Statistics;

namespace Insights.Analytics.Tests;

public sealed class SurvivalTests
{
    /// <summary>Every row of computed.survival again, from the samples, ticket by ticket.</summary>
    [Fact]
    public void The_curves_of_windows_priorities_and_kinds_are_those_of_their_tickets()
    {
        using var given = Given(new Random(60));
        var samples = given.Rows("""
            select measure, clock, provider, client, month, seconds, is_event, is_closed_unanswered, 'priority|' || coalesce(priority, 0), 'kind|' || coalesce(list_position(['incident', 'request'], kind), 0)
            from intermediate.survival_samples
            """)
            .Select(r => r.Split('|')).ToLookup(r => string.Join('|', r[..4]));
        var lastMonths = given.Rows("select provider, client, max(month) from intermediate.months group by all").Select(r => r.Split('|')).ToDictionary(r => $"{r[0]}|{r[1]}", r => Date(r[2]));
        var expected = new List<string>();
        foreach (var group in samples)
            for (var month = group.Min(s => Date(s[4])); month <= lastMonths[string.Join('|', group.First()[2..4])]; month = month.AddMonths(1))
                foreach (var window in new[] { 1, 6, 12 })
                {
                    var inWindow = group.Where(s => Date(s[4]) <= month && Date(s[4]) > month.AddMonths(-window)).ToList();
                    if (inWindow.Count > 0)
                        expected.Add(Row(group.Key, month, window, "∅|∅", inWindow));
                    foreach (var part in inWindow.Where(_ => window == 12).SelectMany(s => new[] { $"{s[8]}|{s[9]}", $"{s[10]}|{s[11]}" }).Distinct())
                        expected.Add(Row(group.Key, month, window, part, [.. inWindow.Where(s => $"{s[8]}|{s[9]}" == part || $"{s[10]}|{s[11]}" == part)]));
                }

        Assert.True(expected.Count > 200);
        Assert.Equal(expected.Order(StringComparer.Ordinal), given.Rows(
            "select measure, clock, provider, client, month, window_months, dimension, value_number, ticket_count, answered_count, closed_unanswered_count, median_seconds, p90_seconds, median_low, median_high from computed.survival")
            .Order(StringComparer.Ordinal));
    }

    /// <summary>
    /// The textbook estimate of the share answered by a time where closing competes with answering, beside the program's curve: where all were
    /// watched equally long (and so nothing else is censored before) the two are one; the curve that forgets closed tickets when they close is faster.
    /// </summary>
    [Fact]
    public void The_curve_with_closed_tickets_kept_to_the_cutoff_is_the_cumulative_incidence_of_an_answer()
    {
        var random = new Random(61);
        var waits = Enumerable.Range(0, 200).Select(_ => (Time: (long)random.Next(1, 5000), Kind: random.Next(10))).ToList();
        var kept = KaplanMeier.Of([.. waits.Select(w => w.Kind < 7 ? w.Time : 5000)], [.. waits.Select(w => w.Kind < 7)]);
        var forgotten = KaplanMeier.Of([.. waits.Select(w => w.Kind < 9 ? w.Time : 5000)], [.. waits.Select(w => w.Kind < 7)]);
        var (incidence, waiting, faster) = (0.0, 1.0, 0);
        foreach (var at in waits.GroupBy(w => w.Kind < 9 ? w.Time : 5000).OrderBy(g => g.Key))
        {
            var atRisk = waits.Count(w => (w.Kind < 9 ? w.Time : 5000) >= at.Key);
            incidence += waiting * at.Count(w => w.Kind < 7) / atRisk;
            waiting *= 1 - (at.Count(w => w.Kind < 9) / (double)atRisk);
            Assert.Equal(incidence, kept.AnsweredWithin(at.Key).Ratio, 9);
            faster += forgotten.AnsweredWithin(at.Key).Ratio > incidence + 1e-9 ? 1 : 0;
        }

        Assert.True(faster > 100);
    }

    private static string Row(string group, DateOnly month, int window, string part, List<string[]> samples)
    {
        var curve = KaplanMeier.Of([.. samples.Select(s => long.Parse(s[5], System.Globalization.CultureInfo.InvariantCulture))], [.. samples.Select(s => s[6] == "yes")]);
        var (low, high) = curve.QuantileInterval(.5);
        return string.Join('|', group, month.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), window, part, curve.Count, curve.EventCount, samples.Count(s => s[7] == "yes"),
            Cell(curve.Quantile(.5)), Cell(curve.Quantile(.9)), Cell(low), Cell(high));
    }

    private static string Cell(long? value) => value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "∅";

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Two clients over 20 months, one of them with a gap; some tickets open, some without priority or kind.</summary>
    private static GivenWarehouse Given(Random random)
    {
        var given = new GivenWarehouse().Client("Alpha").Client("Beta").Source("desk", "2026-01-20 12:00:00");
        for (var id = 0; id < 300; id++)
        {
            var created = new DateTime(2024, 6, 3).AddMinutes(random.Next(0, 590 * 1440));
            if (id % 3 == 0 && created is { Year: 2025, Month: > 1 and < 9 })
                continue;
            var set = $"priority = {(random.Next(5) == 0 ? "null" : random.Next(1, 4).ToString(System.Globalization.CultureInfo.InvariantCulture))}; kind = {new[] { "null", "'incident'", "'request'" }[random.Next(3)]}; state = 'open'";
            if (random.Next(4) > 0)
                set += $"; responded_at = '{created.AddMinutes(random.Next(1, 400)):yyyy-MM-dd HH:mm:ss}'";
            if (random.Next(4) > 0)
                set = set.Replace("'open'", "'resolved'", StringComparison.Ordinal) + $"; resolved_at = '{created.AddMinutes(random.Next(400, 9000)):yyyy-MM-dd HH:mm:ss}'";
            given.Ticket("desk", $"{id}", id % 3 == 0 ? "Beta" : "Alpha", $"{created:yyyy-MM-dd HH:mm:ss}", set);
        }

        return given.Refresh();
    }
}
