using Insights.Analytics;
using Insights.Reports.Packs;
using Insights.Reports.Style;
using ScottPlot;

namespace Insights.Reports.Charts;

/// <summary>How often a device has failed on average by each age: the mean cumulative function of the client's devices, to the end of the data.</summary>
internal static class MeanFailures
{
    public const string Name = "mean-failures";

    /// <summary>One device alone is no mean.</summary>
    private const int LeastDevices = 2;

    public static Chart Of(ReviewScope scope)
    {
        var language = scope.Language;
        var steps = scope.AllRows("mean_failures").Where(r => r.Whole("device_count") >= LeastDevices).OrderBy(r => r.Number("age_days")).ToList();
        var definition = language.Say("chart.mean-failures.definition");
        if (steps.Count < 2)
            return Chart.NotMeasurable(scope, Name, definition, "missing.device_failures");

        List<ChartKey> keys =
        [
            new(language.Say("key.mean_failures"), scope.Colours.Breached, KeyMark.Line),
            new(language.Say("key.steady_pace"), Palette.Muted, KeyMark.DashedLine),
        ];
        return new Chart(Name, ReviewSentences.MeanFailuresTitle(scope, steps), ReviewSentences.MeanFailures(scope, steps), definition, keys, Draw(scope, steps));
    }

    private static Plot Draw(ReviewScope scope, IReadOnlyList<MartRow> steps)
    {
        var plot = Look.Blank();
        var (age, mean) = At(steps[^1]);
        Look.CountAxis(plot, scope.Language, mean);
        Look.DayAxis(plot, scope.Language, age);
        Look.Caption(plot, scope.Language.Say("axis.device_age"));
        Look.Line(plot, 0, 0, age, mean, Palette.Muted, 1.5f, dashed: true);
        DrawSteps(plot, steps, scope.Colours.Breached);
        Look.Label(plot, scope.Language.Number(mean, 1), age, mean, scope.Colours.Breached, Alignment.LowerRight, offsetY: -4, bold: true);
        return plot;
    }

    private static void DrawSteps(Plot plot, IReadOnlyList<MartRow> steps, Ink ink)
    {
        var (age, mean) = (0.0, 0.0);
        foreach (var step in steps)
        {
            var (nextAge, nextMean) = At(step);
            Look.Line(plot, age, mean, nextAge, mean, ink, 2.5f);
            Look.Line(plot, nextAge, mean, nextAge, nextMean, ink, 2.5f);
            (age, mean) = (nextAge, nextMean);
        }
    }

    private static (double Age, double Mean) At(MartRow step) => (step.Number("age_days")!.Value, step.Number("mean_failures")!.Value);
}
