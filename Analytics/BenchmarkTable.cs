using DuckDB.NET.Data;
using Insights.Analytics.Statistics;

namespace Insights.Analytics;

/// <summary>Fills computed.benchmark_limits: each client's ratio among those of the provider's clients whose first responses mean the same.</summary>
internal static class BenchmarkTable
{
    private const double Z95 = 1.959964;
    private const double Z998 = 3.090232;

    private sealed record Group(string Provider, DateOnly Month, string Measure, IReadOnlyList<string> Clients, IReadOnlyList<(long Successes, long N)> Units);

    public static void Build(Warehouse warehouse)
    {
        warehouse.Execute(SqlFiles.Text("computed/benchmark_limits.sql"));
        var least = warehouse.Scalar<int>("select benchmark_clients from reference.settings");
        using var appender = warehouse.Connection.CreateAppender("computed", "benchmark_limits");
        foreach (var group in Read(warehouse).Where(g => g.Clients.Count >= least))
            Append(appender, group);
    }

    private static IEnumerable<Group> Read(Warehouse warehouse)
    {
        using var command = warehouse.Command("""
            select provider, month, measure, list(client order by client), list(hit_count order by client), list(n order by client)
            from intermediate.benchmark_counts where is_comparable group by provider, month, measure, response_semantics order by provider, month, measure, response_semantics
            """);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return new Group(
                reader.GetString(0), reader.GetFieldValue<DateOnly>(1), reader.GetString(2), reader.GetFieldValue<List<string>>(3),
                [.. reader.GetFieldValue<List<long>>(4).Zip(reader.GetFieldValue<List<long>>(5))]);
    }

    private static void Append(DuckDBAppender appender, Group group)
    {
        var average = group.Units.Sum(u => u.Successes) / (double)group.Units.Sum(u => u.N);
        var between = VarianceBetween(average, group.Units);
        var spread = BetaBinomial.Fit(group.Units);
        for (var i = 0; i < group.Units.Count; i++)
        {
            var (successes, n) = group.Units[i];
            var (near, far) = (Funnel.RatioLimits(average, n, Z95, between), Funnel.RatioLimits(average, n, Z998, between));
            var shrunk = spread?.Shrunk(successes, n);
            appender.CreateRow().AppendValue(group.Provider).AppendValue((DateOnly?)group.Month).AppendValue(group.Clients[i]).AppendValue(group.Measure)
                .AppendValue((int?)group.Units.Count).AppendValue((double?)average)
                .AppendValue((double?)near.Low).AppendValue((double?)near.High).AppendValue((double?)far.Low).AppendValue((double?)far.High)
                .AppendValue(shrunk?.Ratio).AppendValue(shrunk?.Interval.Low).AppendValue(shrunk?.Interval.High).EndRow();
        }
    }

    private static double VarianceBetween(double average, IReadOnlyList<(long Successes, long N)> units) => units.Count < Funnel.LeastUnitsForDispersion ? 0
        : Funnel.VarianceBetween(Funnel.Dispersion(units.Select(u => Funnel.Distance(average, u.Successes, u.N))), [.. units.Select(u => u.N)]);
}
