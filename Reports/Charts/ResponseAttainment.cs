using Insights.Reports.Packs;
using Insights.Reports.Style;
using Insights.Reports.Workbooks;
using ScottPlot;

namespace Insights.Reports.Charts;

/// <summary>Share of first responses within the agreed time, month by month, each with its interval and n, against the target.</summary>
internal static class ResponseAttainment
{
    public const string Name = "response-attainment";

    public static Chart Of(ReviewScope scope)
    {
        var language = scope.Language;
        var definition = language.Say("chart.response-attainment.definition", ("minimum", language.Whole(scope.MinimumN)));
        var months = scope.History("attainment", r => Attainment.Is(r, "response"))
            .ToDictionary(p => p.Key, p => Attainment.Of(p.Value));
        if (months.Values.All(m => m.Ratio is null))
            return Chart.NotMeasurable(scope, Name, definition,
                scope.Now.Flag("has_promises") == false ? "missing.promise" : "missing.response");

        return new Chart(Name, Title(scope), ReviewSentences.PromiseKept(scope), definition, Keys(scope, months.Values),
            Draw(scope, months))
        { Figures = FiguresOf(scope, months) };
    }

    private static ChartFigures FiguresOf(ReviewScope scope, Dictionary<DateOnly, Attainment> months)
    {
        double? Of(DateOnly month, Func<Attainment, double?> value) => months.TryGetValue(month, out var row) ? value(row) : null;
        return ChartFigures.ByMonth(scope, Unit.Ratio,
            ("key.attained", SeriesShape.Line, scope.Colours.Delivered, m => Of(m, row => row.Ratio)),
            ("figures.target", SeriesShape.DashedLine, Palette.Promised, m => Of(m, row => row.Target)));
    }

    private static string Title(ReviewScope scope)
    {
        var language = scope.Language;
        return Attainment.Of(scope, "attainment_trailing", "response") is not { } year
            ? language.Say("chart.response-attainment.name")
            : language.Say(
                "chart.response-attainment.title." + year.Reading,
                ("n", language.Whole(year.Decided)),
                ("ratio", year.Ratio is { } ratio ? language.Percent(ratio) : ""),
                ("target", year.Target is { } target ? language.Percent(target) : ""));
    }

    private static List<ChartKey> Keys(ReviewScope scope, IEnumerable<Attainment> months)
    {
        var say = scope.Language;
        List<ChartKey> keys = [new(say.Say("key.attained"), scope.Colours.Delivered)];
        if (months.Any(m => m.Ratio is not null && !m.Suffices))
            keys.Add(new(say.Say("key.few", ("minimum", say.Whole(scope.MinimumN))), scope.Colours.Delivered, KeyMark.HollowDot));
        keys.Add(new(say.Say("key.interval"), scope.Colours.Delivered.Tint(0.45), KeyMark.Line));
        if (Target(months) is { } target)
            keys.Add(new(say.Say("key.target", ("target", say.Percent(target))), Palette.Promised, KeyMark.DashedLine));
        return keys;
    }

    private static Plot Draw(ReviewScope scope, Dictionary<DateOnly, Attainment> months)
    {
        var plot = Look.Blank();
        Look.RatioAxis(plot, scope.Language);
        Look.MonthAxis(plot, scope, m => months.TryGetValue(m, out var row) ? row.Decided : null);
        Look.Caption(plot, scope.Language.Say("axis.decided"));
        if (Target(months.Values) is { } target)
            Look.Line(plot, -0.6, target, 11.6, target, Palette.Promised, 1.5f, dashed: true);
        for (var i = 0; i < scope.Months.Count; i++)
        {
            if (months.TryGetValue(scope.Months[i], out var row) && row is { Ratio: { } ratio, Low: { } low, High: { } high })
                DrawMonth(plot, scope, i, ratio, low, high, row.Suffices);
        }

        return plot;
    }

    private static double? Target(IEnumerable<Attainment> months) => months.LastOrDefault(m => m.Target is not null)?.Target;

    private static void DrawMonth(Plot plot, ReviewScope scope, int x, double ratio, double low, double high, bool suffices)
    {
        Look.Line(plot, x, low, x, high, scope.Colours.Delivered.Tint(0.45), suffices ? 5 : 2);
        Look.Mark(plot, x, ratio, scope.Colours.Delivered, 11, hollow: !suffices);
        if (suffices)
            Look.Label(plot, scope.Language.Percent(ratio), x, low, scope.Colours.Delivered, Alignment.UpperCenter, offsetY: 4,
                bold: x == scope.Months.Count - 1);
    }
}
