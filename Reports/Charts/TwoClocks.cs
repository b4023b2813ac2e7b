using Insights.Analytics;
using Insights.Reports.Packs;
using ScottPlot;

namespace Insights.Reports.Charts;

/// <summary>Hours waited for a first response, month by month: as the client lived them, and as the contract counts them.</summary>
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

        List<ChartKey> keys = [new(language.Say("key.client_hours"), Palette.Expected.Tint(0.55), KeyMark.Block)];
        if (months.Values.Any(r => r.Whole("response_contract_seconds_total") is not null))
            keys.Add(new(language.Say("key.contract_hours"), Palette.Delivered, KeyMark.Block));
        return new Chart(Name, ReviewSentences.TwoClocksTitle(scope), ReviewSentences.TwoClocks(scope), definition, keys,
            Draw(scope, months));
    }

    private static Plot Draw(ReviewScope scope, IReadOnlyDictionary<DateOnly, MartRow> months)
    {
        var plot = Look.Blank();
        Look.CountAxis(plot, scope.Language, months.Values.Max(r => Hours(r, "client")));
        Look.MonthAxis(plot, scope, m => months.TryGetValue(m, out var row) ? row.Whole("answered_count") : null);
        Look.Caption(plot, scope.Language.Say("axis.answered"));
        for (var i = 0; i < scope.Months.Count; i++)
        {
            if (months.TryGetValue(scope.Months[i], out var row))
                DrawMonth(plot, scope, i, Hours(row, "client"), Hours(row, "contract"));
        }

        return plot;
    }

    private static void DrawMonth(Plot plot, ReviewScope scope, int x, double client, double contract)
    {
        Look.Bar(plot, x, client, Palette.Expected.Tint(0.55), 0.72);
        Look.Bar(plot, x, contract, Palette.Delivered, 0.4);
        Look.Label(plot, scope.Language.Whole((long)Math.Round(client)), x, client, Palette.Muted, Alignment.LowerCenter, offsetY: -2);
    }

    private static double Hours(MartRow row, string clock) => (row.Whole($"response_{clock}_seconds_total") ?? 0) / 3600.0;
}
