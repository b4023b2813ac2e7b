using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets.Priorities;

/// <summary>How often the client had to write again.</summary>
internal static class RemindersSection
{
    private static readonly string[] Counted = ["one", "twice", "two", "three", "headline"];

    public static int Write(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        MartRow?[] spans = [DeliveredRows.Of(data.Delivered.Chasers, Span.Month), DeliveredRows.Of(data.Delivered.Chasers, Span.Trailing)];
        if (spans.All(s => s is null))
            return SectionSheet.NotMeasurable(page, row, "delivered.reminders", "reminders");

        row = SectionSheet.Heading(page, row, "delivered.reminders", language.Say("delivered.reminders.text"));
        row = Shares.Heads(page, data, row);
        var all = row;
        row = WriteCount(page, row, "tickets", spans, r => Figure.Count(r.Whole("ticket_count")));
        foreach (var name in Counted)
            row = Shares.Row(page, data, row, language.Say("delivered.reminders.with_" + name), all, name, spans);
        row = WriteChasers(page, spans, row, all);
        return WriteCount(page, row, "waited", spans, r =>
            r.Whole("chased_count") == 0 ? Figure.Text(Page.None) : Figure.Duration(r.Whole("median_waited_client_seconds")));
    }

    /// <summary>Reminders, not tickets: how many, when, and what for.</summary>
    private static int WriteChasers(Page page, IReadOnlyList<MartRow?> spans, int row, int tickets)
    {
        var chasers = row;
        row = WriteCount(page, row, "chasers", spans, r => Figure.Count(r.Whole("chaser_count")));
        row = WriteRate(page, row, spans, tickets, chasers);
        row = WriteCount(page, row, "before_answer", spans, r => Figure.Count(r.Whole("before_answer_chaser_count")));
        row = WriteCount(page, row, "after_due", spans, r => Figure.Count(r.Whole("after_due_chaser_count")));
        row = WriteRest(page, row, "before_due", spans, chasers, row - 1, row - 1, r => r.Whole("after_due_chaser_count"));
        var purposes = row;
        row = WriteCount(page, row, "asked_again", spans, r => Figure.Count(r.Whole("asked_again_chaser_count")));
        row = WriteCount(page, row, "added_information", spans, r => Figure.Count(r.Whole("added_information_chaser_count")));
        return WriteRest(page, row, "untold", spans, chasers, purposes, row - 1, r =>
            r.Whole("asked_again_chaser_count") + r.Whole("added_information_chaser_count"));
    }

    private static int WriteRate(Page page, int row, IReadOnlyList<MartRow?> spans, int tickets, int chasers)
    {
        Figure? Rate(MartRow? span, char letter) => span is null ? Figure.Count(null) : new Figure(
            100.0 * span.Whole("chaser_count") / span.Whole("ticket_count"), Unit.Count).Live(FormattableString.Invariant($"100*{letter}{chasers}/{letter}{tickets}"));
        return SectionSheet.Row(page, row, page.Book.Language.Say("delivered.reminders.rate"), Rate(spans[0], 'D'), null, null, Rate(spans[1], 'G'), null, null);
    }

    /// <summary>The reminders that are none of those in the rows from <paramref name="first"/> to <paramref name="last"/>.</summary>
    private static int WriteRest(Page page, int row, string name, IReadOnlyList<MartRow?> spans, int chasers, int first, int last, Func<MartRow, long?> others)
    {
        Figure? Rest(MartRow? span, char letter) => span is null ? Figure.Count(null) : Figure.Count(span.Whole("chaser_count") - others(span))
            .Live(FormattableString.Invariant($"{letter}{chasers}-SUM({letter}{first}:{letter}{last})"));
        return SectionSheet.Row(page, row, page.Book.Language.Say("delivered.reminders." + name), Rest(spans[0], 'D'), null, null, Rest(spans[1], 'G'), null, null);
    }

    private static int WriteCount(Page page, int row, string name, IReadOnlyList<MartRow?> spans, Func<MartRow, Figure> figure)
    {
        var figures = spans.Select(s => s is null ? Figure.Count(null) : figure(s)).Select(f =>
            Equals(f.Value, Page.None) ? f : f.Calculated()).ToList();
        return SectionSheet.Row(page, row, page.Book.Language.Say("delivered.reminders." + name), figures[0], null, null, figures[1], null, null);
    }
}
