using Insights.Analytics.Statistics;

namespace Insights.Analytics;

/// <summary>Fills computed.survival: a Kaplan-Meier curve per measure, clock, client, month, window and priority.</summary>
internal static class SurvivalTable
{
    private sealed record Group(string Measure, string Clock, string Provider, string Client);

    private readonly record struct Sample(DateOnly Month, short? Priority, long Seconds, bool IsEvent);

    public static void Build(Warehouse warehouse)
    {
        warehouse.Execute(SqlFiles.Text("computed/survival.sql"));
        var trailing = warehouse.Scalar<int>("select trailing_months from reference.settings");
        var comparison = warehouse.Scalar<int>("select comparison_months from reference.settings");
        var lastMonths = LastMonths(warehouse);
        using var appender = warehouse.Connection.CreateAppender("computed", "survival");
        foreach (var (group, samples) in Groups(warehouse))
            foreach (var window in new[] { 1, comparison, trailing }.Distinct())
                Append(appender, group, samples, window, lastMonths[(group.Provider, group.Client)], byPriority: window == trailing);
    }

    private static Dictionary<(string Provider, string Client), DateOnly> LastMonths(Warehouse warehouse)
    {
        using var command = warehouse.Command("select provider, client, max(month) as month from intermediate.months group by all");
        using var reader = command.ExecuteReader();
        var months = new Dictionary<(string, string), DateOnly>();
        while (reader.Read())
            months[(reader.GetString(0), reader.GetString(1))] = reader.GetFieldValue<DateOnly>(2);
        return months;
    }

    /// <summary>The samples of one group after the other, so that memory holds one client's tickets at a time.</summary>
    private static IEnumerable<(Group Group, List<Sample> Samples)> Groups(Warehouse warehouse)
    {
        using var command = warehouse.Command(
            "select measure, clock, provider, client, month, priority, seconds, is_event from intermediate.survival_samples order by measure, clock, provider, client, month");
        command.UseStreamingMode = true;
        using var reader = command.ExecuteReader();
        Group? current = null;
        List<Sample> samples = [];
        while (reader.Read())
        {
            var group = new Group(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3));
            if (current is not null && group != current)
            {
                yield return (current, samples);
                samples = [];
            }

            current = group;
            samples.Add(new Sample(reader.GetFieldValue<DateOnly>(4), reader.IsDBNull(5) ? null : reader.GetInt16(5), reader.GetInt64(6), reader.GetBoolean(7)));
        }

        if (current is not null)
            yield return (current, samples);
    }

    private static void Append(DuckDB.NET.Data.DuckDBAppender appender, Group group, List<Sample> samples, int window, DateOnly lastMonth, bool byPriority)
    {
        for (var month = samples[0].Month; month <= lastMonth; month = month.AddMonths(1))
        {
            var inWindow = samples.Where(s => s.Month <= month && s.Month > month.AddMonths(-window)).ToList();
            if (inWindow.Count == 0)
                continue;

            Append(appender, group, month, window, null, inWindow);
            if (byPriority)
                foreach (var priority in inWindow.Where(s => s.Priority is not null).GroupBy(s => s.Priority!.Value).OrderBy(g => g.Key))
                    Append(appender, group, month, window, priority.Key, [.. priority]);
        }
    }

    private static void Append(DuckDB.NET.Data.DuckDBAppender appender, Group group, DateOnly month, int window, short? priority, List<Sample> samples)
    {
        var curve = KaplanMeier.Of(samples.Select(s => s.Seconds).ToArray(), samples.Select(s => s.IsEvent).ToArray());
        var (low, high) = curve.QuantileInterval(0.5);
        appender.CreateRow().AppendValue(group.Measure).AppendValue(group.Provider).AppendValue(group.Client).AppendValue((DateOnly?)month).AppendValue((int?)window)
            .AppendValue(group.Clock).AppendValue(priority).AppendValue((long?)curve.Count).AppendValue((long?)curve.EventCount)
            .AppendValue(curve.Quantile(0.5)).AppendValue(curve.Quantile(0.9)).AppendValue(low).AppendValue(high).EndRow();
    }
}
