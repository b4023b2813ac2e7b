using Insights.Analytics;
using Insights.Reports.Packs;
using Insights.Reports.Style;
using Insights.Reports.Workbooks;
using ScottPlot;

namespace Insights.Reports.Charts;

/// <summary>Hours waited for a first response, month by month: with the client's own office open and as the contract counts them, before
/// those of the clock on the wall.</summary>
internal static class TwoClocks
{
    public const string Name = "two-clocks";

    public static Chart Of(ReviewScope scope)
    {
        var language = scope.Language;
        var months = scope.History("client_months", r => r.Whole("response_client_seconds_total") is not null);
        var definition = language.Say("chart.two-clocks.definition");
        if (months.Count == 0)
            return Chart.NotMeasurable(scope, Name, definition, "missing.response");

        var open = scope.History("clock_gaps", r =>
            r.Text("span") == "month" && r.Text("measure") == "response" && r.Whole("client_open_seconds") is not null);
        List<ChartKey> keys = [new(language.Say("key.client_hours"), Palette.Quiet.Tint(0.6), KeyMark.Block)];
        if (open.Count > 0)
            keys.Add(new(language.Say("key.open_hours"), scope.Colours.Expected, KeyMark.Block));
        if (months.Values.Any(r => r.Whole("response_contract_seconds_total") is not null))
            keys.Add(new(language.Say("key.contract_hours"), scope.Colours.Delivered, KeyMark.Block));
        return new Chart(Name, ReviewSentences.TwoClocksTitle(scope), ReviewSentences.TwoClocks(scope), definition, keys,
            Draw(scope, months, open))
        { Figures = FiguresOf(scope, months, open) };
    }

    private static ChartFigures FiguresOf(ReviewScope scope, IReadOnlyDictionary<DateOnly, MartRow> months, IReadOnlyDictionary<DateOnly, MartRow> open) =>
        ChartFigures.ByMonth(scope, Unit.Count,
            ("key.open_hours", SeriesShape.Columns, scope.Colours.Expected, m => open.GetValueOrDefault(m)?.Whole("client_open_seconds") / 3600.0),
            ("key.client_hours", SeriesShape.Columns, Palette.Quiet, m => months.GetValueOrDefault(m)?.Whole("response_client_seconds_total") / 3600.0),
            ("key.contract_hours", SeriesShape.Columns, scope.Colours.Delivered, m => months.GetValueOrDefault(m)?.Whole("response_contract_seconds_total") / 3600.0));

    private static Plot Draw(ReviewScope scope, IReadOnlyDictionary<DateOnly, MartRow> months, IReadOnlyDictionary<DateOnly, MartRow> open)
    {
        var plot = Look.Blank();
        Look.CountAxis(plot, scope.Language, months.Values.Max(r => Hours(r, "client")));
        Look.MonthAxis(plot, scope, m => months.TryGetValue(m, out var row) ? row.Whole("answered_count") : null);
        Look.Caption(plot, scope.Language.Say("axis.answered"));
        for (var i = 0; i < scope.Months.Count; i++)
        {
            if (months.TryGetValue(scope.Months[i], out var row))
                DrawMonth(plot, scope, i, row, open.GetValueOrDefault(scope.Months[i]));
        }

        return plot;
    }

    /// <summary>The wall clock is a quiet background; the number stands on the hours that were somebody's wait.</summary>
    private static void DrawMonth(Plot plot, ReviewScope scope, int x, MartRow month, MartRow? open)
    {
        Look.Bar(plot, x, Hours(month, "client"), Palette.Quiet.Tint(0.6), 0.8);
        if (open is not null)
            DrawHours(plot, scope, x - 0.19, open.Whole("client_open_seconds")!.Value / 3600.0, scope.Colours.Expected);
        if (month.Whole("response_contract_seconds_total") is not null)
            DrawHours(plot, scope, open is null ? x : x + 0.19, Hours(month, "contract"), scope.Colours.Delivered);
    }

    private static void DrawHours(Plot plot, ReviewScope scope, double x, double hours, Ink ink)
    {
        Look.Bar(plot, x, hours, ink, 0.34);
        Look.Label(plot, scope.Language.Whole((long)Math.Round(hours)), x, hours, ink, Alignment.LowerCenter, offsetY: -2);
    }

    private static double Hours(MartRow row, string clock) => (row.Whole($"response_{clock}_seconds_total") ?? 0) / 3600.0;
}
