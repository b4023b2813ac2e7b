using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets;

/// <summary>Answered on the same business day, the next, the one after: the contract's days and the client's own.</summary>
internal static class BusinessDays
{
    public static int Write(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        page.Say(row++, 1, "days.title", Look.Section);
        var days = data.DayLadder.Select(r => r.Whole("business_days")!.Value).Distinct().Order().ToList();
        if (days.Count == 0)
        {
            page.Sentence(row, 1, ResponseSheet.LastColumn, language.Say("delivered.needs", ("needs", language.Say("delivered.needs.days"))));
            return row + 1;
        }

        ResponseSheet.WriteHeads(page, data, row, "days.by");
        row += 2;
        var total = row + days.Count;
        foreach (var day in days)
            WriteDay(page, data, day, row++, total);
        WriteTotals(page, data, row);
        return row + 1;
    }

    private static MartRow? Step(ReviewData data, string clock, Span span, long? day) => DeliveredRows.Of(
        data.DayLadder.Where(r => r.Text("clock") == clock && (day is null || r.Whole("business_days") == day)), span);

    private static void WriteDay(Page page, ReviewData data, long day, int row, int total)
    {
        var language = page.Book.Language;
        page.Text(row, 1, day switch
        {
            0 => language.Say("days.same"),
            1 => language.Say("days.next"),
            _ => language.Say("days.after", ("n", language.Whole(day))),
        });
        foreach (var (clock, span, column) in ResponseSheet.Blocks)
        {
            var step = Step(data, clock, span, day);
            page.Put(row, column, Figure.Count(step?.Whole("answered_count")).Calculated());
            page.Put(row, column + 1, Share(data, step, Step(data, clock, span, null), (char)('A' + column - 1), row, total));
        }

        ExcelStyle.Rule(page.Sheet.Range(row, 1, row, ResponseSheet.LastColumn));
    }

    /// <summary>A formula over the total below, where that is what the share is of.</summary>
    private static Figure Share(ReviewData data, MartRow? step, MartRow? all, char letter, int row, int total)
    {
        if (step?.Whole("ticket_count") < data.MinimumN)
            return Figure.Text(Page.None);
        var share = Figure.Ratio(step?.Number("answered_ratio"));
        return step?.Whole("ticket_count") == all?.Whole("ticket_count")
            ? share.Live(FormattableString.Invariant($"{letter}{row}/{letter}${total}")) : share.Calculated();
    }

    private static void WriteTotals(Page page, ReviewData data, int row)
    {
        page.Say(row, 1, "ladder.of", Look.Strong);
        foreach (var (clock, span, column) in ResponseSheet.Blocks)
            page.Put(row, column, Figure.Count(Step(data, clock, span, null)?.Whole("ticket_count")).Calculated());
    }
}
