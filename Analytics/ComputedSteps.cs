using Insights.Analytics.Calendars;

namespace Insights.Analytics;

/// <summary>The steps of a refresh that C# takes, between the selects.</summary>
internal static class ComputedSteps
{
    private static readonly string[] CalendarRelations = ["calendar_versions", "calendar_segments", "calendar_days", "calendar_blocks", "business_days"];

    public static IReadOnlyList<Model> All { get; } =
    [
        new("computed calendars", [.. CalendarRelations.Select(r => "computed." + r)], [], BuildCalendars),
        new("calendar cover", [], ["intermediate.calendar_gaps"], RefuseGaps),
        new("computed survival", ["computed.survival"], ["intermediate.survival_samples", "intermediate.months", "reference.settings"], SurvivalTable.Build),
        new("computed agreements", ["computed.agreements"], ["marts.priority_matrix", "reference.settings"], AgreementTable.Build),
    ];

    /// <summary>From the year before the first ticket to two years after the last moment any report looks from.</summary>
    private static void BuildCalendars(Warehouse warehouse)
    {
        foreach (var relation in CalendarRelations)
            warehouse.Execute(SqlFiles.Text($"computed/{relation}.sql"));
        var first = warehouse.Scalar<int?>("select extract(year from min(created_at)) from raw.tickets") ?? 2020;
        var last = warehouse.Scalar<int?>("select extract(year from greatest(max(l.data_end_at), max(a.as_of_at), (select max(created_at) from raw.tickets))) from raw.loads as l cross join computed.as_of as a") ?? first;
        CalendarTables.Fill(warehouse.Connection, Math.Max(1970, first - 1), Math.Min(2098, last + 2));
    }

    private static void RefuseGaps(Warehouse warehouse)
    {
        var gaps = warehouse.Scalar<long>("select coalesce(sum(question_count), 0)::bigint from intermediate.calendar_gaps");
        if (gaps > 0)
            throw new InvalidOperationException($"{gaps} questions about working time fall outside the years the calendars were built for.");
    }
}
