using Insights.Analytics;
using Insights.Reports.Packs;
using Insights.Reports.Style;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Insights.Reports.Charts;

/// <summary>
/// Expected, promised and delivered first response per priority over twelve months. Each priority has two lanes, so only
/// like is laid beside like: what the client expects beside what the client waited, what the contract says beside what the contract counts.
/// </summary>
internal static class PriorityExpectations
{
    public const string Name = "expected-promised-delivered";

    private const double Upper = 0.2;

    private sealed record Lane(double Y, string Says, long? Yardstick, string? Written, long? Median, long? P90, Ink Ink, MarkerShape Mark,
        bool Suffices);

    public static Chart Of(ReviewScope scope)
    {
        var language = scope.Language;
        var rows = scope.Rows("expectations").Where(r => r.Text("promise_kind") == "response" && r["priority"] is not null
                && (r["expected"] is not null || r["promised"] is not null))
            .OrderBy(r => r.Whole("priority")).ToList();
        var definition = language.Say("chart.expected-promised-delivered.definition", ("minimum", language.Whole(scope.MinimumN)));
        var lanes = rows.SelectMany((row, i) => Lanes(scope, row, rows.Count - 1 - i)).ToList();
        if (lanes.All(l => l.Median is null))
            return Chart.NotMeasurable(scope, Name, definition, rows.Count == 0 ? "missing.expectation" : "missing.response");

        return new Chart(Name, Title(scope, rows), ReviewSentences.Expectations(scope), definition, Keys(scope, lanes),
            Draw(scope, rows, lanes));
    }

    private static string Title(ReviewScope scope, IReadOnlyList<MartRow> rows)
    {
        var judged = rows.Where(r => r.Whole("ticket_count") >= scope.MinimumN && r.Number("within_expected_ratio") is not null).ToList();
        return judged.Count == 0
            ? scope.Language.Say("chart.expected-promised-delivered.name")
            : scope.Language.Say(
                "chart.expected-promised-delivered.title",
                ("tickets", scope.Language.Say($"tickets_of_priority.{judged[0].Whole("priority")}")),
                ("ratio", scope.Language.Percent(judged[0].Number("within_expected_ratio")!.Value)));
    }

    private static List<ChartKey> Keys(ReviewScope scope, List<Lane> lanes)
    {
        var language = scope.Language;
        List<ChartKey> keys =
        [
            new(language.Say("key.expected"), scope.Colours.Expected, KeyMark.Diamond),
            new(language.Say("key.promised"), Palette.Promised, KeyMark.HollowSquare),
            new(language.Say("key.delivered_client"), scope.Colours.Expected),
            new(language.Say("key.delivered_contract"), scope.Colours.Delivered),
            new(language.Say("key.to_p90"), Palette.Muted, KeyMark.Line),
        ];
        if (lanes.Exists(l => l is { Suffices: false, Median: not null }))
            keys.Add(new(language.Say("key.few", ("minimum", language.Whole(scope.MinimumN))), Palette.Muted, KeyMark.HollowDot));
        return keys;
    }

    private static IEnumerable<Lane> Lanes(ReviewScope scope, MartRow row, int y)
    {
        var suffices = row.Whole("ticket_count") >= scope.MinimumN;
        var client = Times(scope, row, "client");
        var contract = Times(scope, row, "contract");
        yield return new(y + Upper, "say.expected", row.Whole("expected_seconds"), row.Text("expected"), client?.Whole("median_seconds"),
            client?.Whole("p90_seconds"), scope.Colours.Expected, MarkerShape.FilledDiamond, suffices);
        yield return new(y - Upper, "say.promised", row.Whole("promised_seconds"), row.Text("promised"), contract?.Whole("median_seconds"),
            contract?.Whole("p90_seconds"), scope.Colours.Delivered, MarkerShape.FilledSquare, suffices);
    }

    private static MartRow? Times(ReviewScope scope, MartRow row, string clock) => scope.Rows("response_times_trailing")
        .FirstOrDefault(r => r.Text("clock") == clock && r.Whole("priority") == row.Whole("priority"));

    private static Plot Draw(ReviewScope scope, List<MartRow> rows, List<Lane> lanes)
    {
        var plot = Look.Blank();
        var times = lanes.SelectMany(l => new[] { l.Yardstick, l.Median, l.P90 }).OfType<long>();
        var (low, high) = Look.TimeAxis(plot.Axes.Bottom, scope.Language, times);
        plot.Axes.SetLimits(low - ((high - low) * 0.1), high, -0.55, rows.Count - 0.45);
        plot.Axes.Bottom.TickLabelStyle.FontSize = Look.LabelSize - 0.5f;
        plot.Grid.XAxisStyle.IsVisible = true;
        plot.Grid.YAxisStyle.IsVisible = false;
        plot.Axes.Left.TickGenerator = new NumericManual(
            [.. rows.Select((_, i) => (double)(rows.Count - 1 - i))], [.. rows.Select(r => PriorityLabel(scope.Language, r))]);
        plot.Axes.Left.TickLabelStyle.ForeColor = Palette.Text.Plot;
        lanes.ForEach(lane => DrawLane(plot, scope.Language, lane, plot.Axes.GetLimits().Left));
        return plot;
    }

    private static string PriorityLabel(Language language, MartRow row) =>
        language.Say($"priority.{row.Whole("priority")}") + "\nn = " + language.Whole(row.Whole("ticket_count") ?? 0);

    private static void DrawLane(Plot plot, Language language, Lane lane, double left)
    {
        if (lane is { Median: { } median, P90: { } p90 })
            Look.Line(plot, Look.Log(median), lane.Y, Look.Log(p90), lane.Y, lane.Ink.Tint(0.4), 3);
        if (lane.Yardstick is { } yardstick)
            Look.Mark(plot, Look.Log(yardstick), lane.Y, lane.Mark == MarkerShape.FilledSquare ? Palette.Promised : lane.Ink, 13,
                hollow: true, lane.Mark);
        else if (lane.Written is { } written)
            Look.Label(plot, language.Say(lane.Says, ("time", PromiseWords.Quoted(written, language))), left, lane.Y,
                Palette.Muted, Alignment.MiddleLeft, offsetX: 6);
        if (lane.Median is not { } half)
            return;

        Look.Mark(plot, Look.Log(half), lane.Y, lane.Ink, 12, hollow: !lane.Suffices);
        if (lane.Yardstick > half)
            Look.Label(plot, language.Duration(half), Look.Log(half), lane.Y, lane.Ink, Alignment.MiddleRight, offsetX: -9, bold: true);
        else
            Look.Label(plot, language.Duration(half), Look.Log(half), lane.Y, lane.Ink, Alignment.LowerLeft, offsetX: 5, offsetY: -3,
                bold: true);
    }
}
