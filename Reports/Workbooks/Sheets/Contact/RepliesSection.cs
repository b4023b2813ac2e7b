using Insights.Analytics;

namespace Insights.Reports.Workbooks.Sheets.Contact;

/// <summary>How long the client waited for the next word, once the talk was under way.</summary>
internal static class RepliesSection
{
    public static int Write(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        MartRow?[] spans = [DeliveredRows.Of(data.Contact.Replies, Span.Month), DeliveredRows.Of(data.Contact.Replies, Span.Trailing)];
        if (spans.All(s => s is null))
            return SectionSheet.NotMeasurable(page, row, "replies.title", "reminders");

        row = SectionSheet.Heading(page, row, "replies.title", language.Say("replies.text"));
        row = SectionSheet.Heads(page, row, language.ShortMonth(data.Month), language.Say("trailing"));
        row = WriteRow(page, row, "turns", spans, s => Figure.Count(s.Whole("turn_count")));
        row = WriteRow(page, row, "answered", spans, s => Figure.Count(s.Whole("answered_count")));
        row = WriteRow(page, row, "median", spans, s => Figure.Duration(s.Whole("median_seconds")));
        row = WriteRow(page, row, "interval", spans, s => Figure.Text(TimesTable.Interval(s, "median")));
        return WriteRow(page, row, "p90", spans, s => Figure.Duration(s.Whole("p90_seconds")));
    }

    private static int WriteRow(Page page, int row, string name, IReadOnlyList<MartRow?> spans, Func<MartRow, Figure> figure) =>
        SectionSheet.Row(page, row, page.Book.Language.Say("replies." + name),
            [.. spans.Select(s => (Figure?)(s is null ? Figure.Text(Page.None) : figure(s).Calculated()))]);
}
