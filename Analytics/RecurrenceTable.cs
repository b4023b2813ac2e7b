using DuckDB.NET.Data;
using Insights.Analytics.Statistics;

namespace Insights.Analytics;

/// <summary>
/// Fills computed.recurrences: the time between a system's failures and its trend, over all devices, or all failures, of a client at once; and
/// computed.mean_failures.
/// </summary>
internal static class RecurrenceTable
{
    private sealed record Family(string Scope, string Provider, string Client, DateOnly? Month);

    private sealed record Failing(Family Family, string Key, EventHistory History)
    {
        public RecurrenceReading Reading { get; } = RecurrenceReading.Of(History);
    }

    public static void Build(Warehouse warehouse)
    {
        warehouse.Execute(SqlFiles.Text("computed/recurrences.sql"));
        warehouse.Execute(SqlFiles.Text("computed/mean_failures.sql"));
        var limits = new Limits(warehouse.Scalar<int>("select trend_days from reference.settings"), warehouse.Scalar<double>("select trend_false_ratio from reference.settings"));
        var families = Systems(warehouse).GroupBy(s => s.Family).Select(family => family.ToList()).ToList();
        using var trends = warehouse.Connection.CreateAppender("computed", "recurrences");
        using var means = warehouse.Connection.CreateAppender("computed", "mean_failures");
        foreach (var family in families)
        {
            Append(trends, family, limits);
            if (family[0].Family is { Scope: "device", Month: null })
                AppendMeans(means, family);
        }
    }

    private static List<Failing> Systems(Warehouse warehouse)
    {
        using var command = warehouse.Command(
            "select scope, provider, client, month, system_key, watched_days, ages from intermediate.recurrence_histories order by scope, provider, client, month, system_key");
        using var reader = command.ExecuteReader();
        var systems = new List<Failing>();
        while (reader.Read())
        {
            var month = reader.IsDBNull(3) ? (DateOnly?)null : reader.GetFieldValue<DateOnly>(3);
            systems.Add(new Failing(new Family(reader.GetString(0), reader.GetString(1), reader.GetString(2), month), reader.GetString(4),
                new EventHistory(reader.GetFieldValue<List<double>>(6), reader.GetDouble(5))));
        }

        return systems;
    }

    private static void Append(DuckDBAppender appender, List<Failing> family, Limits limits)
    {
        var tested = family.Where(limits.IsTested).ToList();
        var adjusted = BenjaminiHochberg.Adjusted([.. tested.Select(s => s.Reading.PValue!.Value)]);
        var adjustedOf = tested.Zip(adjusted).ToDictionary(pair => pair.First.Key, pair => pair.Second, StringComparer.Ordinal);
        foreach (var system in family)
            Append(appender, system, adjustedOf.TryGetValue(system.Key, out var p) ? p : null, limits);
    }

    private static void Append(DuckDBAppender appender, Failing system, double? adjusted, Limits limits)
    {
        var (history, events, family) = (system.History, system.History.Times.Count, system.Family);
        var mtbf = Mtbf.Of(history.End, events);
        var (laplace, power, growth) = (LaplaceTrend.Of(history), MilHdbk189.Of(history), CrowAmsaa.Of(history));
        var beta = events >= RecurrenceReading.LeastForCounts ? growth?.BetaInterval() : null;
        var isTrend = system.Reading.Direction != EventTrend.None && adjusted <= limits.FalseRatio;
        appender.CreateRow().AppendValue(family.Scope).AppendValue(family.Provider).AppendValue(family.Client).AppendValue(family.Month).AppendValue(system.Key)
            .AppendValue((long?)events).AppendValue((double?)history.End).AppendValue(mtbf.Estimate).AppendValue((double?)mtbf.Low).AppendValue(mtbf.High)
            .AppendValue(laplace?.U).AppendValue(laplace?.PValue).AppendValue(power?.ChiSquared).AppendValue(power?.PValue)
            .AppendValue(beta is null ? null : growth?.UnbiasedBeta).AppendValue(beta?.Low).AppendValue(beta?.High).AppendValue(adjusted)
            .AppendValue(Wording(system.Reading, isTrend)).AppendValue(isTrend ? (system.Reading.Direction == EventTrend.Worsening ? "worse" : "better") : null).EndRow();
    }

    /// <summary>A trend that does not stand among all the client's systems is not told apart from chance.</summary>
    private static string Wording(RecurrenceReading reading, bool isTrend) => reading.Wording switch
    {
        RecurrenceWording.DatesOnly => "dates",
        RecurrenceWording.Counts => "counts",
        RecurrenceWording.PointsTo when isTrend => "points_to",
        RecurrenceWording.Trend when isTrend => "trend",
        _ => "not_distinguishable",
    };

    private static void AppendMeans(DuckDBAppender appender, List<Failing> devices)
    {
        foreach (var step in MeanCumulativeFunction.Of([.. devices.Select(d => d.History)]))
            appender.CreateRow().AppendValue(devices[0].Family.Provider).AppendValue(devices[0].Family.Client)
                .AppendValue((double?)step.Age).AppendValue((long?)step.AtRisk).AppendValue((double?)step.Mean).EndRow();
    }

    /// <param name="LeastDays">Days watched from which a system's trend is tested.</param>
    /// <param name="FalseRatio">Share of the trends found that may be chance, 0..1.</param>
    private sealed record Limits(int LeastDays, double FalseRatio)
    {
        /// <summary>Asked of by nothing that depends on how often it fails, but that there is something to test.</summary>
        public bool IsTested(Failing system) => system.Reading.PValue is not null && system.History.End >= LeastDays;
    }
}
