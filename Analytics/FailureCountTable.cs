using Insights.Analytics.Statistics;

namespace Insights.Analytics;

/// <summary>Fills computed.failure_counts: what the months before a month let one expect of it.</summary>
internal static class FailureCountTable
{
    public static void Build(Warehouse warehouse)
    {
        warehouse.Execute(SqlFiles.Text("computed/failure_counts.sql"));
        var (least, level) = (warehouse.Scalar<int>("select run_months from reference.settings"), warehouse.Scalar<double>("select many_false_ratio from reference.settings"));
        using var appender = warehouse.Connection.CreateAppender("computed", "failure_counts");
        using var command = warehouse.Command("""
            select m.provider, m.client, m.month, m.episode_count, coalesce(list(b.episode_count) filter (b.month is not null), [])
            from intermediate.repeat_counts as m
            cross join reference.settings as s
            left join intermediate.repeat_counts as b on b.provider = m.provider and b.client = m.client and b.month >= m.month - to_months(s.trailing_months) and b.month < m.month
            group by all order by all
            """);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var before = reader.GetFieldValue<List<long>>(4);
            var expected = before.Count >= Math.Max(2, least) ? ExpectedCount.OfMoments(before) : (ExpectedCount?)null;
            appender.CreateRow().AppendValue(reader.GetString(0)).AppendValue(reader.GetString(1)).AppendValue((DateOnly?)reader.GetFieldValue<DateOnly>(2))
                .AppendValue((long?)reader.GetInt64(3)).AppendValue((long?)before.Count).AppendValue(expected?.Mean)
                .AppendValue(expected is { } e ? e.K is not null : (bool?)null).AppendValue(expected?.SmallestAlarming(level)).EndRow();
        }
    }
}
