using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets.Summary;

/// <summary>Two charts side by side: how often the promise was kept each month, and how many tickets there were.</summary>
internal static class ChartsSection
{
    private const int Rows = 20;
    private const int Middle = 5;

    public static int Write(Page page, ReviewData data, int row)
    {
        var attained = Attained(page, data);
        if (attained is not null)
            page.Book.Add(attained, new ChartPlace(page.Name, 0, row - 1, Middle, row - 1 + Rows - 1));
        page.Book.Add(Volume(page, data), new ChartPlace(page.Name, attained is null ? 0 : Middle, row - 1, SummarySheet.LastColumn, row - 1 + Rows - 1));
        return row + Rows;
    }

    private static NativeChart? Attained(Page page, ReviewData data)
    {
        var language = page.Book.Language;
        var response = ByMonth(data, "response", "attained_ratio");
        var resolve = ByMonth(data, "resolve", "attained_ratio");
        var target = ByMonth(data, "response", "target_ratio");
        if (response.Concat(resolve).All(v => v is null))
            return null;

        var series = new List<ChartSeries>
        {
            FiguresSheet.Series(page, 5, SeriesShape.Line, page.Book.Theme.Colours.Delivered, response),
            FiguresSheet.Series(page, 6, SeriesShape.Line, page.Book.Theme.Colours.Met, resolve),
            FiguresSheet.Series(page, 7, SeriesShape.DashedLine, Palette.Promised, target),
        };
        return new NativeChart(language.Say("chart.attained"), language.Say("chart.attained.text"), Unit.Ratio, FiguresSheet.MonthLabels(page, data),
            [.. series.Where(s => s.Numbers.Values.Any(v => v is not null))]);
    }

    private static NativeChart Volume(Page page, ReviewData data)
    {
        var language = page.Book.Language;
        var tickets = FiguresSheet.ByMonth(data, m => FiguresSheet.CardOf(data, m)?.Whole("ticket_count") ?? 0);
        var resolved = FiguresSheet.ByMonth(data, m => FiguresSheet.CardOf(data, m)?.Whole("resolved_count"));
        var series = new List<ChartSeries>
        {
            FiguresSheet.Series(page, FiguresSheet.TicketsColumn, SeriesShape.Columns, Palette.Quiet, tickets),
            FiguresSheet.Series(page, FiguresSheet.ResolvedColumn, SeriesShape.Columns, page.Book.Theme.Colours.Delivered, resolved),
        };
        return new NativeChart(language.Say("chart.volume"), language.Say("chart.volume.text"), Unit.Count, FiguresSheet.MonthLabels(page, data),
            [.. series.Where(s => s.Numbers.Values.Any(v => v is not null))]);
    }

    private static IReadOnlyList<double?> ByMonth(ReviewData data, string kind, string column) =>
        FiguresSheet.ByMonth(data, m => FiguresSheet.AttainmentOf(data, m, kind)?.Number(column));
}
