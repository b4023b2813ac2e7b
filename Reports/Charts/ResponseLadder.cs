using Insights.Analytics;
using Insights.Reports.Packs;
using Insights.Reports.Style;
using Insights.Reports.Workbooks;
using ScottPlot;

namespace Insights.Reports.Charts;

/// <summary>How many first responses had come after 10 minutes, 30 minutes, 1 hour and so on, on both clocks, over twelve months.</summary>
internal static class ResponseLadder
{
    public const string Name = "response-ladder";

    public static Chart Of(ReviewScope scope)
    {
        var language = scope.Language;
        var steps = scope.Rows("response_ladder_trailing").Where(r => r.Number("answered_ratio") is not null)
            .OrderBy(r => r.Whole("threshold_seconds")).ToList();
        var client = steps.Where(r => r.Text("clock") == "client").ToList();
        var contract = steps.Where(r => r.Text("clock") == "contract").ToList();
        var definition = language.Say("chart.response-ladder.definition");
        if (client.Count == 0)
            return Chart.NotMeasurable(scope, Name, definition, "missing.response");

        List<ChartKey> keys = [new(language.Say("key.client_clock"), scope.Colours.Expected)];
        if (contract.Count > 0)
            keys.Add(new(language.Say("key.contract_clock"), scope.Colours.Delivered));
        return new Chart(Name, ReviewSentences.LadderTitle(scope, client, contract), ReviewSentences.Ladder(scope, client, contract),
            definition, keys, Draw(scope, client, contract))
        { Figures = FiguresOf(scope, client, contract) };
    }

    private static ChartFigures FiguresOf(ReviewScope scope, List<MartRow> client, List<MartRow> contract)
    {
        var language = scope.Language;
        var thresholds = client.ConvertAll(r => r.Whole("threshold_seconds") ?? 0);
        ChartRow Clock(string key, List<MartRow> steps, Ink ink) => new(language.Say(key), SeriesShape.Columns, ink,
            thresholds.ConvertAll(t => steps.Find(r => r.Whole("threshold_seconds") == t)?.Number("answered_ratio")));
        return new ChartFigures(Unit.Ratio, thresholds.ConvertAll(language.Duration),
            [.. new[] { Clock("key.client_clock", client, scope.Colours.Expected), Clock("key.contract_clock", contract, scope.Colours.Delivered) }.Where(s => s.Values.Any(v => v is not null))]);
    }

    private static Plot Draw(ReviewScope scope, List<MartRow> client, List<MartRow> contract)
    {
        var plot = Look.Blank();
        Look.RatioAxis(plot, scope.Language);
        var thresholds = client.Concat(contract).Select(r => r.Whole("threshold_seconds") ?? 0).ToList();
        var (low, high) = Look.TimeAxis(plot.Axes.Bottom, scope.Language, thresholds);
        plot.Axes.SetLimits(low - 0.05, high + 0.12, -0.06, 1.12);
        Look.Caption(plot, scope.Language.Say("axis.answered_within", ("n", scope.Language.Whole(client[0].Whole("ticket_count") ?? 0))));
        DrawClock(plot, scope.Language, contract, scope.Colours.Delivered, above: true);
        DrawClock(plot, scope.Language, client, scope.Colours.Expected, above: false);
        return plot;
    }

    private static void DrawClock(Plot plot, Language language, List<MartRow> steps, Ink ink, bool above)
    {
        var points = steps.Select(r => (X: Look.Log(r.Whole("threshold_seconds") ?? 0), Y: r.Number("answered_ratio")!.Value)).ToList();
        for (var i = 1; i < points.Count; i++)
            Look.Line(plot, points[i - 1].X, points[i - 1].Y, points[i].X, points[i].Y, ink, 2.5f);
        foreach (var (x, y) in points)
        {
            Look.Mark(plot, x, y, ink, 9);
            Look.Label(plot, language.Percent(y), x, y, ink, above ? Alignment.LowerRight : Alignment.UpperLeft, offsetX: above ? -3 : 4,
                offsetY: above ? -4 : 4);
        }
    }
}
