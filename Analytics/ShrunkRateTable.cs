using Insights.Analytics.Statistics;

namespace Insights.Analytics;

/// <summary>Fills computed.shrunk_rates: the faults per user and month of each client, drawn towards those of the provider's other clients.</summary>
internal static class ShrunkRateTable
{
    public static void Build(Warehouse warehouse)
    {
        warehouse.Execute(SqlFiles.Text("computed/shrunk_rates.sql"));
        using var appender = warehouse.Connection.CreateAppender("computed", "shrunk_rates");
        using var command = warehouse.Command("""
            select provider, month, list(client order by client), list(fault_count order by client), list(user_months order by client)
            from intermediate.fault_counts where user_months > 0 and fault_count is not null group by all order by all
            """);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var (clients, faults, exposures) = (reader.GetFieldValue<List<string>>(2), reader.GetFieldValue<List<long>>(3), reader.GetFieldValue<List<long>>(4));
            var spread = GammaPoisson.OfMoments([.. faults.Zip(exposures, (n, e) => (n, (double)e))]);
            var pooled = faults.Sum() / (double)exposures.Sum();
            for (var i = 0; i < clients.Count; i++)
                appender.CreateRow().AppendValue(reader.GetString(0)).AppendValue(clients[i]).AppendValue((DateOnly?)reader.GetFieldValue<DateOnly>(1))
                    .AppendValue((double?)(spread?.Shrunk(faults[i], exposures[i]) ?? pooled)).AppendValue(spread is not null).EndRow();
        }
    }
}
