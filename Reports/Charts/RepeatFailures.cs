using Insights.Analytics;
using Insights.Reports.Packs;
using Insights.Reports.Style;
using Insights.Reports.Workbooks;
using ScottPlot;

namespace Insights.Reports.Charts;

/// <summary>Failures that began each month, and how many of them had ended less than thirty days before.</summary>
internal static class RepeatFailures
{
    public const string Name = "repeat-failures";

    public static Chart Of(ReviewScope scope)
    {
        var language = scope.Language;
        var months = scope.History("client_months", r => r.Whole("episode_count") is not null && r.Whole("repeat_30d_count") is not null);
        var definition = language.Say("chart.repeat-failures.definition");
        if (months.Count == 0)
            return Chart.NotMeasurable(scope, Name, definition, "missing.repeats");

        List<ChartKey> keys =
        [
            new(language.Say("key.episodes"), Palette.Quiet, KeyMark.Block),
            new(language.Say("key.returned"), scope.Colours.Breached, KeyMark.Block),
        ];
        return new Chart(Name, ReviewSentences.SameAgainTitle(scope), ReviewSentences.SameAgain(scope), definition, keys,
            Draw(scope, months))
        {
            Figures = ChartFigures.ByMonth(scope, Unit.Count,
                ("key.episodes", SeriesShape.Columns, Palette.Quiet, m => months.GetValueOrDefault(m)?.Whole("episode_count")),
                ("key.returned", SeriesShape.Columns, scope.Colours.Breached, m => months.GetValueOrDefault(m)?.Whole("repeat_30d_count"))),
        };
    }

    private static Plot Draw(ReviewScope scope, IReadOnlyDictionary<DateOnly, MartRow> months)
    {
        var plot = Look.Blank();
        Look.CountAxis(plot, scope.Language, months.Values.Max(r => r.Whole("episode_count") ?? 0));
        Look.MonthAxis(plot, scope, m => months.TryGetValue(m, out var row) ? row.Whole("episode_count") : null);
        Look.Caption(plot, scope.Language.Say("axis.episodes"));
        for (var i = 0; i < scope.Months.Count; i++)
        {
            if (months.TryGetValue(scope.Months[i], out var row))
                DrawMonth(plot, scope, i, row.Whole("episode_count") ?? 0, row.Whole("repeat_30d_count") ?? 0);
        }

        return plot;
    }

    private static void DrawMonth(Plot plot, ReviewScope scope, int x, long episodes, long returned)
    {
        Look.Bar(plot, x, episodes, Palette.Quiet, 0.66);
        Look.Bar(plot, x, returned, scope.Colours.Breached, 0.66);
        if (returned > 0)
            Look.Label(plot, scope.Language.Whole(returned), x, returned, scope.Colours.Breached, Alignment.LowerCenter, offsetY: -2, bold: true);
    }
}
