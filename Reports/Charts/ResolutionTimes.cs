using Insights.Analytics;
using Insights.Reports.Packs;
using Insights.Reports.Style;
using Insights.Reports.Workbooks;
using ScottPlot;

namespace Insights.Reports.Charts;

/// <summary>How long it took until half the month's tickets were resolved, on both clocks, with the interval of the client's.</summary>
internal static class ResolutionTimes
{
    public const string Name = "resolution-times";

    private const double Aside = 0.14;

    public static Chart Of(ReviewScope scope)
    {
        var language = scope.Language;
        var client = scope.History("resolve_times", r => r.Text("clock") == "client" && r.Whole("median_seconds") is not null);
        var contract = scope.History("resolve_times", r => r.Text("clock") == "contract" && r.Whole("median_seconds") is not null);
        var definition = language.Say("chart.resolution-times.definition", ("minimum", language.Whole(scope.MinimumN)));
        if (client.Count == 0)
            return Chart.NotMeasurable(scope, Name, definition, "missing.resolved");

        List<ChartKey> keys = [new(language.Say("key.client_clock"), scope.Colours.Expected)];
        if (contract.Count > 0)
            keys.Add(new(language.Say("key.contract_clock"), scope.Colours.Delivered));
        keys.Add(new(language.Say("key.interval"), Palette.Muted.Tint(0.6), KeyMark.Line));
        if (client.Values.Any(r => r.Whole("ticket_count") < scope.MinimumN))
            keys.Add(new(language.Say("key.few", ("minimum", language.Whole(scope.MinimumN))), Palette.Muted, KeyMark.HollowDot));
        return new Chart(Name, ReviewSentences.ResolutionTitle(scope), ReviewSentences.Resolution(scope), definition, keys,
            Draw(scope, client, contract))
        {
            Figures = ChartFigures.ByMonth(scope, Unit.Count,
                ("figures.median_client", SeriesShape.Columns, scope.Colours.Expected, m => client.GetValueOrDefault(m)?.Whole("median_seconds") / 3600.0),
                ("figures.median_contract", SeriesShape.Columns, scope.Colours.Delivered, m => contract.GetValueOrDefault(m)?.Whole("median_seconds") / 3600.0)),
        };
    }

    private static Plot Draw(ReviewScope scope, IReadOnlyDictionary<DateOnly, MartRow> client,
        IReadOnlyDictionary<DateOnly, MartRow> contract)
    {
        var plot = Look.Blank();
        var times = client.Values.Concat(contract.Values)
            .SelectMany(r => new[] { r.Whole("median_low"), r.Whole("median_seconds"), r.Whole("median_high") });
        var (low, high) = Look.TimeAxis(plot.Axes.Left, scope.Language, times.OfType<long>());
        plot.Axes.SetLimitsY(low, high);
        Look.MonthAxis(plot, scope, m => client.TryGetValue(m, out var row) ? row.Whole("ticket_count") : null);
        Look.Caption(plot, scope.Language.Say("axis.tickets"));
        DrawClock(plot, scope, contract, scope.Colours.Delivered, Aside);
        DrawClock(plot, scope, client, scope.Colours.Expected, -Aside);
        return plot;
    }

    private static void DrawClock(Plot plot, ReviewScope scope, IReadOnlyDictionary<DateOnly, MartRow> months, Ink ink, double aside)
    {
        for (var i = 0; i < scope.Months.Count; i++)
        {
            if (!months.TryGetValue(scope.Months[i], out var row))
                continue;
            if (row.Whole("median_low") is { } low && row.Whole("median_high") is { } high)
                Look.Line(plot, i + aside, Look.Log(low), i + aside, Look.Log(high), ink.Tint(0.4), 4);
            Look.Mark(plot, i + aside, Look.Log(row.Whole("median_seconds")!.Value), ink, 9,
                hollow: row.Whole("ticket_count") < scope.MinimumN);
        }
    }
}
