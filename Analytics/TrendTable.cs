using DuckDB.NET.Data;
using Insights.Analytics.Statistics;

namespace Insights.Analytics;

/// <summary>Fills computed.trends: a control chart per client and series.</summary>
internal static class TrendTable
{
    private sealed record Series(string Provider, string Of, string Name);

    private sealed record Month(DateOnly First, double? Value, long? HitCount, long? N, bool IsCharted);

    public static void Build(Warehouse warehouse) => Build(warehouse, "trends", "trend_series", "client");

    /// <summary>The same for computed.provider_trends: a chart per provider, meaning of a first response and series.</summary>
    public static void BuildOfProviders(Warehouse warehouse) => Build(warehouse, "provider_trends", "provider_series", "response_semantics");

    private static void Build(Warehouse warehouse, string table, string source, string key)
    {
        warehouse.Execute(SqlFiles.Text($"computed/{table}.sql"));
        var lengths = new ChartLengths(
            Run: warehouse.Scalar<int>("select run_months from reference.settings"),
            Limits: warehouse.Scalar<int>("select limits_months from reference.settings"));
        using var appender = warehouse.Connection.CreateAppender("computed", table);
        foreach (var (series, months) in Read(warehouse, source, key))
            Append(appender, series, months, lengths);
    }

    /// <summary>One series after the other, its months in order.</summary>
    private static IEnumerable<(Series Series, List<Month> Months)> Read(Warehouse warehouse, string source, string key)
    {
        using var command = warehouse.Command($"""
            select provider, {key}, series, month, value, hit_count, n, is_charted
            from intermediate.{source} order by provider, {key}, series, month
            """);
        command.UseStreamingMode = true;
        using var reader = command.ExecuteReader();
        (Series? current, List<Month> months) = (null, []);
        while (reader.Read())
        {
            var series = new Series(reader.GetString(0), reader.GetString(1), reader.GetString(2));
            if (current is not null && series != current)
            {
                yield return (current, months);
                months = [];
            }

            current = series;
            months.Add(new Month(
                reader.GetFieldValue<DateOnly>(3), reader.IsDBNull(4) ? null : reader.GetDouble(4),
                Whole(reader, 5), Whole(reader, 6), reader.GetBoolean(7)));
        }

        if (current is not null)
            yield return (current, months);
    }

    private static long? Whole(DuckDBDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    private static void Append(DuckDBAppender appender, Series series, List<Month> months, ChartLengths lengths)
    {
        var charted = months.Where(m => m.IsCharted && m.Value is not null).ToList();
        var isRatio = charted.Any(m => m.HitCount is not null);
        var points = isRatio
            ? LaneyChart.Of([.. charted.Select(m => (m.HitCount!.Value, m.N!.Value))], lengths)
            : XmrChart.Of([.. charted.Select(m => m.Value!.Value)], lengths);
        var next = 0;
        foreach (var month in months)
            Append(appender, series, month, next < charted.Count && charted[next] == month ? points[next++] : default, isRatio);
    }

    private static void Append(DuckDBAppender appender, Series series, Month month, ChartPoint point, bool isRatio) =>
        appender.CreateRow().AppendValue(series.Provider).AppendValue(series.Of)
            .AppendValue((DateOnly?)month.First).AppendValue(series.Name).AppendValue(month.Value).AppendValue(month.N)
            .AppendValue(point.Centre).AppendValue(point.Limits is { } limits ? Math.Max(0, limits.Low) : null).AppendValue(point.Limits?.High)
            .AppendValue(point.Spread)
            .AppendValue(Code(point.Signal)).AppendValue(Direction(series.Name, point.Side)).AppendValue(Basis(point, isRatio)).EndRow();

    private static string Basis(ChartPoint point, bool isRatio) => point switch
    {
        { Centre: null } => "none",
        { Limits: null } => "run",
        _ => isRatio ? "laney" : "xmr",
    };

    private static string? Code(ChartSignal? signal) => signal switch
    {
        ChartSignal.Outside => "outside",
        ChartSignal.Shift => "shift",
        ChartSignal.Drift => "drift",
        ChartSignal.NearLimit => "near_limit",
        _ => null,
    };

    /// <summary>Keeping more promises, waiting less and leaving less undone is better; how much is asked for is neither.</summary>
    private static string? Direction(string series, int side)
    {
        var good = series switch { "response_attainment" or "resolve_attainment" => 1, "backlog" or "response_median" => -1, _ => 0 };
        return (good * side) switch { > 0 => "better", < 0 => "worse", _ => null };
    }
}
