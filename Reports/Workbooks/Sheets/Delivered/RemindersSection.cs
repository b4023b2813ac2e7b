using Insights.Analytics;

namespace Insights.Reports.Workbooks.Sheets.Delivered;

/// <summary>How often the client had to write again.</summary>
internal static class RemindersSection
{
    private static readonly string[] Counted = ["one", "two", "three", "headline"];

    public static int Write(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        MartRow?[] spans = [DeliveredRows.Of(data.Delivered.Chasers, Span.Month), DeliveredRows.Of(data.Delivered.Chasers, Span.Trailing)];
        if (spans.All(s => s is null))
            return DeliveredSheet.NotMeasurable(page, row, "delivered.reminders", "reminders");

        row = DeliveredSheet.Heading(page, row, "delivered.reminders", language.Say("delivered.reminders.text"));
        row = Shares.Heads(page, data, row);
        var all = row;
        row = WriteCount(page, row, "tickets", spans, r => Figure.Count(r.Whole("ticket_count")));
        foreach (var name in Counted)
            row = Shares.Row(page, data, row, language.Say("delivered.reminders.with_" + name), all, name, spans);
        row = WriteCount(page, row, "before_answer", spans, r => Figure.Count(r.Whole("before_answer_chaser_count")));
        return WriteCount(page, row, "waited", spans, r =>
            r.Whole("chased_count") == 0 ? Figure.Text(Page.None) : Figure.Duration(r.Whole("median_waited_client_seconds")));
    }

    private static int WriteCount(Page page, int row, string name, IReadOnlyList<MartRow?> spans, Func<MartRow, Figure> figure)
    {
        var figures = spans.Select(s => s is null ? Figure.Count(null) : figure(s)).Select(f =>
            Equals(f.Value, Page.None) ? f : f.Calculated()).ToList();
        return DeliveredSheet.Row(page, row, page.Book.Language.Say("delivered.reminders." + name), figures[0], null, null, figures[1], null, null);
    }
}
