using Insights.Analytics.Statistics;

namespace Insights.Analytics;

/// <summary>Fills computed.count_intervals: the exact interval of each count that rates are made of.</summary>
internal static class CountIntervalTable
{
    public static void Build(Warehouse warehouse)
    {
        warehouse.Execute(SqlFiles.Text("computed/count_intervals.sql"));
        using var appender = warehouse.Connection.CreateAppender("computed", "count_intervals");
        using var command = warehouse.Command("select distinct fault_count from intermediate.fault_counts where fault_count is not null order by 1");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var interval = PoissonInterval.Of(reader.GetInt64(0));
            appender.CreateRow().AppendValue((long?)reader.GetInt64(0)).AppendValue((double?)interval.Low).AppendValue((double?)interval.High).EndRow();
        }
    }
}
