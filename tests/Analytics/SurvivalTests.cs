using Insights.Analytics.Statistics;

namespace Insights.Analytics.Tests;

public sealed class SurvivalTests
{
    /// <summary>Every row of computed.survival again, from the samples, ticket by ticket.</summary>
    [Fact]
    public void The_curves_of_windows_and_priorities_are_those_of_their_tickets()
    {
        using var given = Given(new Random(60));
        var samples = given.Rows("select measure, clock, provider, client, month, coalesce(priority::varchar, ''), seconds, is_event from intermediate.survival_samples")
            .Select(r => r.Split('|')).ToLookup(r => string.Join('|', r[..4]));
        var lastMonths = given.Rows("select provider, client, max(month) from intermediate.months group by all").Select(r => r.Split('|')).ToDictionary(r => $"{r[0]}|{r[1]}", r => Date(r[2]));
        var expected = new List<string>();
        foreach (var group in samples)
            for (var month = group.Min(s => Date(s[4])); month <= lastMonths[string.Join('|', group.First()[2..4])]; month = month.AddMonths(1))
                foreach (var window in new[] { 1, 6, 12 })
                {
                    var inWindow = group.Where(s => Date(s[4]) <= month && Date(s[4]) > month.AddMonths(-window)).ToList();
                    foreach (var priority in inWindow.Select(s => s[5]).Distinct().Where(p => p.Length > 0 && window == 12).Append("∅").Where(_ => inWindow.Count > 0))
                        expected.Add(Row(group.Key, month, window, priority, [.. inWindow.Where(s => priority == "∅" || s[5] == priority)]));
                }

        Assert.True(expected.Count > 200);
        Assert.Equal(expected.Order(StringComparer.Ordinal), given.Rows(
            "select measure, clock, provider, client, month, window_months, priority, ticket_count, answered_count, median_seconds, p90_seconds, median_low, median_high from computed.survival")
            .Order(StringComparer.Ordinal));
    }

    private static string Row(string group, DateOnly month, int window, string priority, List<string[]> samples)
    {
        var curve = KaplanMeier.Of([.. samples.Select(s => long.Parse(s[6], System.Globalization.CultureInfo.InvariantCulture))], [.. samples.Select(s => s[7] == "yes")]);
        var (low, high) = curve.QuantileInterval(.5);
        return string.Join('|', group, month.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), window, priority, curve.Count, curve.EventCount,
            Cell(curve.Quantile(.5)), Cell(curve.Quantile(.9)), Cell(low), Cell(high));
    }

    private static string Cell(long? value) => value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "∅";

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Two clients over 20 months, one of them with a gap; some tickets open, some without priority.</summary>
    private static GivenWarehouse Given(Random random)
    {
        var given = new GivenWarehouse().Client("Alpha").Client("Beta").Source("desk", "2026-01-20 12:00:00");
        for (var id = 0; id < 300; id++)
        {
            var created = new DateTime(2024, 6, 3).AddMinutes(random.Next(0, 590 * 1440));
            if (id % 3 == 0 && created is { Year: 2025, Month: > 1 and < 9 })
                continue;
            var set = $"priority = {(random.Next(5) == 0 ? "null" : random.Next(1, 4).ToString(System.Globalization.CultureInfo.InvariantCulture))}; state = 'open'";
            if (random.Next(4) > 0)
                set += $"; responded_at = '{created.AddMinutes(random.Next(1, 400)):yyyy-MM-dd HH:mm:ss}'";
            if (random.Next(4) > 0)
                set = set.Replace("'open'", "'resolved'", StringComparison.Ordinal) + $"; resolved_at = '{created.AddMinutes(random.Next(400, 9000)):yyyy-MM-dd HH:mm:ss}'";
            given.Ticket("desk", $"{id}", id % 3 == 0 ? "Beta" : "Alpha", $"{created:yyyy-MM-dd HH:mm:ss}", set);
        }

        return given.Refresh();
    }
}
