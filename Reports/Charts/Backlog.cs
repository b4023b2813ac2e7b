using Insights.Analytics;
using Insights.Reports.Packs;
using Insights.Reports.Style;
using Insights.Reports.Workbooks;
using ScottPlot;

namespace Insights.Reports.Charts;

/// <summary>Tickets opened and resolved each month, and how many were open when the month ended.</summary>
internal static class Backlog
{
    public const string Name = "backlog";

    public static Chart Of(ReviewScope scope)
    {
        var language = scope.Language;
        var months = scope.History("client_months");
        var definition = language.Say("chart.backlog.definition");
        if (months.Values.All(r => r.Whole("backlog_count") is null))
            return Chart.NotMeasurable(scope, Name, definition, "missing.resolved");

        List<ChartKey> keys =
        [
            new(language.Say("key.opened"), Palette.Quiet, KeyMark.Block),
            new(language.Say("key.resolved"), scope.Colours.Met, KeyMark.Block),
            new(language.Say("key.backlog"), Palette.Text),
        ];
        return new Chart(Name, ReviewSentences.BacklogTitle(scope), ReviewSentences.Backlog(scope), definition, keys, Draw(scope, months))
        {
            Figures = ChartFigures.ByMonth(scope, Unit.Count,
                ("key.opened", SeriesShape.Columns, Palette.Quiet, m => months.GetValueOrDefault(m)?.Whole("ticket_count")),
                ("key.resolved", SeriesShape.Columns, scope.Colours.Met, m => months.GetValueOrDefault(m)?.Whole("resolved_count")),
                ("key.backlog", SeriesShape.Line, Palette.Text, m => months.GetValueOrDefault(m)?.Whole("backlog_count"))),
        };
    }

    private static Plot Draw(ReviewScope scope, IReadOnlyDictionary<DateOnly, MartRow> months)
    {
        string[] columns = ["ticket_count", "resolved_count", "backlog_count"];
        var plot = Look.Blank();
        Look.CountAxis(plot, scope.Language, months.Values.Max(r => columns.Max(c => r.Whole(c) ?? 0)));
        Look.MonthAxis(plot, scope, m => months.TryGetValue(m, out var row) ? row.Whole("ticket_count") : null);
        Look.Caption(plot, scope.Language.Say("axis.opened"));
        for (var i = 0; i < scope.Months.Count; i++)
        {
            if (months.TryGetValue(scope.Months[i], out var row))
                DrawBars(plot, scope, i, row);
        }

        DrawBacklog(plot, scope, months);
        return plot;
    }

    private static void DrawBars(Plot plot, ReviewScope scope, int x, MartRow row)
    {
        Look.Bar(plot, x - 0.19, row.Whole("ticket_count") ?? 0, Palette.Quiet, 0.36);
        if (row.Whole("resolved_count") is { } resolved)
            Look.Bar(plot, x + 0.19, resolved, scope.Colours.Met, 0.36);
    }

    private static void DrawBacklog(Plot plot, ReviewScope scope, IReadOnlyDictionary<DateOnly, MartRow> months)
    {
        var points = scope.Months.Select((m, i) => (X: i, Y: months.TryGetValue(m, out var row) ? row.Whole("backlog_count") : null))
            .Where(p => p.Y is not null).ToList();
        for (var i = 1; i < points.Count; i++)
            Look.Line(plot, points[i - 1].X, points[i - 1].Y!.Value, points[i].X, points[i].Y!.Value, Palette.Text, 2.5f);
        foreach (var (x, y) in points)
            Look.Mark(plot, x, y!.Value, Palette.Text, 8);
        Look.Label(plot, scope.Language.Whole(points[^1].Y!.Value), points[^1].X + 0.42, points[^1].Y!.Value, Palette.Text,
            Alignment.MiddleLeft, bold: true);
    }
}
