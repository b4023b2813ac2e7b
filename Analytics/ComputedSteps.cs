using Insights.Analytics.Calendars;
using Insights.Analytics.Repeats;

namespace Insights.Analytics;

/// <summary>The steps of a refresh that C# takes, between the selects.</summary>
internal static class ComputedSteps
{
    private static readonly string[] CalendarRelations = ["calendar_versions", "calendar_segments", "calendar_days", "calendar_blocks", "business_days"];

    public static IReadOnlyList<Model> All { get; } =
    [
        new("computed calendars", [.. CalendarRelations.Select(r => "computed." + r)], [], BuildCalendars) { Grain = Grain.Lasting },
        new("computed zones", ["computed.zone_days"], [], BuildZones) { Grain = Grain.Lasting },
        new("computed ticket keys", ["computed.ticket_keys"], [], BuildTicketKeys) { Grain = Grain.ByTicket, Extend = ExtendTicketKeys },
        new("calendar cover", [], ["intermediate.calendar_gaps"], RefuseGaps),
        new("computed failures", ["computed.failure_members", "computed.failure_links", "computed.shared_failures"], ["intermediate.failure_reports", "reference.settings"], FailureTables.Build),
        new("computed count intervals", ["computed.count_intervals"], ["intermediate.fault_counts"], CountIntervalTable.Build),
        new("computed recurrences", ["computed.recurrences", "computed.mean_failures"], ["intermediate.recurrence_histories", "reference.settings"], RecurrenceTable.Build),
        new("computed failure counts", ["computed.failure_counts"], ["intermediate.repeat_counts", "reference.settings"], FailureCountTable.Build),
        new("computed told fixes", ["computed.told_fixes"], ["intermediate.failure_tickets", "staging.messages", "staging.first_texts"], ToldFixTable.Build),
        new("computed shrunk rates", ["computed.shrunk_rates"], ["intermediate.fault_counts"], ShrunkRateTable.Build),
        new("computed first fixes", ["computed.first_fixes"], ["intermediate.fix_waits", "reference.settings"], FirstFixTable.Build),
        new("computed survival", ["computed.survival"], ["intermediate.survival_groups", "intermediate.survival_waits", "reference.settings"], SurvivalTable.Build),
        new("computed trends", ["computed.trends"], ["intermediate.trend_series", "reference.settings"], TrendTable.Build),
        new("computed provider trends", ["computed.provider_trends"], ["intermediate.provider_series", "reference.settings"], TrendTable.BuildOfProviders),
        new("computed benchmark limits", ["computed.benchmark_limits"], ["intermediate.benchmark_counts", "reference.settings"], BenchmarkTable.Build),
        new("computed comparisons", ["computed.comparisons"], ["intermediate.comparison_counts", "intermediate.survival_groups", "intermediate.survival_waits", "reference.settings"], ComparisonTable.Build),
        new("computed ticket pairs", ["computed.ticket_pairs"], ["intermediate.match_tickets", "reference.settings"], TicketPairTable.Build),
        new("computed agreements", ["computed.agreements"], ["marts.priority_matrix", "reference.settings"], AgreementTable.Build),
    ];

    private static void BuildTicketKeys(Warehouse warehouse)
    {
        warehouse.Execute(SqlFiles.Text("computed/ticket_keys.sql"));
        ExtendTicketKeys(warehouse);
    }

    private static void ExtendTicketKeys(Warehouse warehouse) => warehouse.Execute(SqlFiles.Text("load/number_tickets.sql"));

    private static void BuildZones(Warehouse warehouse)
    {
        warehouse.Execute(SqlFiles.Text("computed/zone_days.sql"));
        using var command = warehouse.Command("select zone from raw.reference_clients union select time_zone from raw.sources order by 1");
        using var reader = command.ExecuteReader();
        var zones = new List<string>();
        while (reader.Read())
            zones.Add(reader.GetString(0));
        var (first, last) = Years(warehouse);
        ZoneDays.Fill(warehouse.Connection, zones, first, last);
    }

    private static void BuildCalendars(Warehouse warehouse)
    {
        foreach (var relation in CalendarRelations)
            warehouse.Execute(SqlFiles.Text($"computed/{relation}.sql"));
        var (first, last) = Years(warehouse);
        CalendarTables.Fill(warehouse.Connection, first, last);
    }

    /// <summary>From the year before the first ticket to two years after the last moment any report looks from.</summary>
    private static (int First, int Last) Years(Warehouse warehouse)
    {
        var first = warehouse.Scalar<int?>("select extract(year from min(created_at)) from raw.tickets") ?? 2020;
        var last = warehouse.Scalar<int?>("select extract(year from greatest(max(l.data_end_at), max(a.as_of_at), (select max(created_at) from raw.tickets))) from raw.loads as l cross join computed.as_of as a") ?? first;
        return (Math.Max(1970, first - 1), Math.Min(2098, last + 2));
    }

    private static void RefuseGaps(Warehouse warehouse)
    {
        var gaps = warehouse.Scalar<long>("select coalesce(sum(question_count), 0)::bigint from intermediate.calendar_gaps");
        if (gaps > 0)
            throw new InvalidOperationException($"{gaps} questions about working time fall outside the years the calendars were built for.");
    }
}
