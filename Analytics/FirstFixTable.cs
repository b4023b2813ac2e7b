using Insights.Analytics.Statistics;

namespace Insights.Analytics;

/// <summary>Fills computed.first_fixes: of each client and month the share of failures that stay away, by Kaplan-Meier.</summary>
internal static class FirstFixTable
{
    public static void Build(Warehouse warehouse)
    {
        warehouse.Execute(SqlFiles.Text("computed/first_fixes.sql"));
        var window = 86400L * warehouse.Scalar<int>("select repeat_days from reference.settings");
        using var appender = warehouse.Connection.CreateAppender("computed", "first_fixes");
        using var command = warehouse.Command(
            "select provider, client, month, list(seconds order by seconds, is_return) as seconds, list(is_return order by seconds, is_return) as returns from intermediate.fix_waits group by all order by all");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var (seconds, returns) = (reader.GetFieldValue<List<long>>(3), reader.GetFieldValue<List<bool>>(4));
            var (returned, interval) = KaplanMeier.Of([.. seconds], [.. returns]).AnsweredWithin(window);
            appender.CreateRow().AppendValue(reader.GetString(0)).AppendValue(reader.GetString(1)).AppendValue((DateOnly?)reader.GetFieldValue<DateOnly>(2))
                .AppendValue((long?)seconds.Count).AppendValue((long?)returns.Count(r => r)).AppendValue((double?)(1 - returned))
                .AppendValue(returned > 0 ? 1 - interval.High : null).AppendValue(returned > 0 ? (double?)(1 - interval.Low) : null).EndRow();
        }
    }
}
