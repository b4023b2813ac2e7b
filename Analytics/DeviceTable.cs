using DuckDB.NET.Data;
using Insights.Analytics.Statistics;

namespace Insights.Analytics;

/// <summary>Fills computed.device_trends: the time between a device's failures and its trend, over all devices of a client at once.</summary>
internal static class DeviceTable
{
    private const double LeastDaysWatched = 60;
    private const double FalseDiscovery = 0.10;

    private sealed record Device(string Provider, string Client, string Asset, EventHistory History)
    {
        public RecurrenceReading Reading { get; } = RecurrenceReading.Of(History);

        /// <summary>Asked of by nothing that depends on how often it fails, but that there is something to test.</summary>
        public bool IsTested => Reading.PValue is not null && History.End >= LeastDaysWatched;
    }

    public static void Build(Warehouse warehouse)
    {
        warehouse.Execute(SqlFiles.Text("computed/device_trends.sql"));
        var devices = Devices(warehouse);
        using var appender = warehouse.Connection.CreateAppender("computed", "device_trends");
        foreach (var family in devices.GroupBy(d => (d.Provider, d.Client)))
            Append(appender, [.. family]);
    }

    private static List<Device> Devices(Warehouse warehouse)
    {
        using var command = warehouse.Command("""
            select provider, client, asset_key, epoch(end_at - first_at) / 86400.0 as watched_days,
              list(epoch(event_at - first_at) / 86400.0 order by event_at) filter (event_at > first_at and event_at < end_at) as ages
            from intermediate.device_events group by provider, client, asset_key, first_at, end_at order by provider, client, asset_key
            """);
        using var reader = command.ExecuteReader();
        var devices = new List<Device>();
        while (reader.Read())
            devices.Add(new Device(reader.GetString(0), reader.GetString(1), reader.GetString(2),
                new EventHistory(reader.IsDBNull(4) ? [] : reader.GetFieldValue<List<double>>(4), reader.GetDouble(3))));
        return devices;
    }

    private static void Append(DuckDBAppender appender, List<Device> family)
    {
        var tested = family.Where(d => d.IsTested).ToList();
        var adjusted = BenjaminiHochberg.Adjusted([.. tested.Select(d => d.Reading.PValue!.Value)]);
        var adjustedOf = tested.Zip(adjusted).ToDictionary(pair => pair.First.Asset, pair => pair.Second, StringComparer.Ordinal);
        foreach (var device in family)
            Append(appender, device, adjustedOf.TryGetValue(device.Asset, out var p) ? p : null);
    }

    private static void Append(DuckDBAppender appender, Device device, double? adjusted)
    {
        var (history, events) = (device.History, device.History.Times.Count);
        var mtbf = Mtbf.Of(history.End, events);
        var (laplace, power, growth) = (LaplaceTrend.Of(history), MilHdbk189.Of(history), CrowAmsaa.Of(history));
        var beta = events >= RecurrenceReading.LeastForCounts ? growth?.BetaInterval() : null;
        var isTrend = device.Reading.Direction != EventTrend.None && adjusted <= FalseDiscovery;
        appender.CreateRow().AppendValue(device.Provider).AppendValue(device.Client).AppendValue(device.Asset).AppendValue((long?)events)
            .AppendValue((double?)history.End).AppendValue(mtbf.Estimate).AppendValue((double?)mtbf.Low).AppendValue(mtbf.High)
            .AppendValue(laplace?.U).AppendValue(laplace?.PValue).AppendValue(power?.ChiSquared).AppendValue(power?.PValue)
            .AppendValue(beta is null ? null : growth?.UnbiasedBeta).AppendValue(beta?.Low).AppendValue(beta?.High).AppendValue(adjusted)
            .AppendValue(Wording(device.Reading, isTrend)).AppendValue(isTrend ? (device.Reading.Direction == EventTrend.Worsening ? "worse" : "better") : null).EndRow();
    }

    /// <summary>A trend that does not stand among all the client's devices is not told apart from chance.</summary>
    private static string Wording(RecurrenceReading reading, bool isTrend) => reading.Wording switch
    {
        RecurrenceWording.DatesOnly => "dates",
        RecurrenceWording.Counts => "counts",
        RecurrenceWording.PointsTo when isTrend => "points_to",
        RecurrenceWording.Trend when isTrend => "trend",
        _ => "not_distinguishable",
    };
}
