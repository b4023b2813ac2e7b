using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets.Delivered;

/// <summary>The same waits of twelve months on three clocks, the client's own open hours first; nothing where those are not known.</summary>
internal static class WaitsSection
{
    private static readonly string[] Clocks = ["client_open", "client", "contract"];

    private static readonly string[] Quantiles = ["median", "p90"];

    public static int Write(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        if (!Measures.Any(m => Times(data, m).Any(r => r.Text("clock") == "client_open")))
            return row - 1;

        row = SectionSheet.Heading(page, row, "delivered.waits", language.Say("delivered.waits.text"));
        row = SectionSheet.Heads(page, row, [language.Say("delivered.head.tickets"), language.Say("delivered.head.closed_unanswered"),
            .. Clocks.SelectMany(c => Quantiles.Select(q => language.Say("delivered.head." + q) + ", " + language.Say("clock." + c)))]);
        foreach (var measure in Measures)
            foreach (var times in Times(data, measure).GroupBy(r => r.Whole("priority")).OrderBy(g => g.Key ?? 0))
                row = WriteTimes(page, measure, times.Key, [.. times], row);
        return WriteLadder(page, data, row + 1);
    }

    private static readonly string[] Measures = ["response", "resolve"];

    private static IReadOnlyList<MartRow> Times(ReviewData data, string measure) => data.Times[measure + "_trailing"];

    private static int WriteTimes(Page page, string measure, long? priority, IReadOnlyList<MartRow> times, int row)
    {
        var language = page.Book.Language;
        var all = times.FirstOrDefault(r => r.Text("clock") == "client");
        var label = priority is null ? Language.Capitalised(language.Say(measure)) : "   " + language.Say(FormattableString.Invariant($"priority.{priority}"));
        return SectionSheet.Row(page, row, label, [Figure.Count(all?.Whole("ticket_count")).Calculated(),
            measure == "response" ? Figure.Count(all?.Whole("closed_unanswered_count")).Calculated() : null,
            .. Clocks.SelectMany(c => Quantiles.Select(q => Time(times.FirstOrDefault(r => r.Text("clock") == c), q + "_seconds")))]);
    }

    /// <summary>A wait that was not reached, or cannot be measured, is not measurable; a clock without a row has no such wait.</summary>
    private static Figure Time(MartRow? times, string column) =>
        times is null ? Figure.Text(Page.None) : Figure.Duration(times.Whole(column)).Calculated();

    /// <summary>Of all tickets, the share answered within each step of the ladder, on the three clocks.</summary>
    private static int WriteLadder(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        var steps = data.LadderTrailing.GroupBy(r => r.Whole("threshold_seconds")!.Value).OrderBy(g => g.Key).ToList();
        if (steps.Count == 0)
            return row - 1;

        row = SectionSheet.Heads(page, row, [.. Clocks.Select(c => Language.Capitalised(language.Say("clock." + c)))]);
        foreach (var step in steps)
            row = SectionSheet.Row(page, row, language.Say("delivered.answered_within", ("time", language.Duration(step.Key))),
                [.. Clocks.Select(c => Share(data, step.FirstOrDefault(r => r.Text("clock") == c)))]);
        return row;
    }

    /// <summary>Of too few tickets no share is read.</summary>
    private static Figure Share(ReviewData data, MartRow? step) => step is null || step.Whole("ticket_count") < data.MinimumN
        ? Figure.Text(Page.None) : Figure.Ratio(step.Number("answered_ratio")).Calculated();
}
