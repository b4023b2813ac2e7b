using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets.Priorities;

/// <summary>The month's tickets on which the client had to write again.</summary>
internal static class ChasedSection
{
    public static int Write(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        if (DeliveredRows.Of(data.Delivered.Chasers, Span.Month) is null)
            return SectionSheet.NotMeasurable(page, row, "chased.title", "reminders");

        var chased = Chased(data);
        if (chased.Count == 0)
            return SectionSheet.Heading(page, row, "chased.title", language.Say("chased.none"));

        row = SectionSheet.Heading(page, row, "chased.title", language.Say("chased.text"));
        return TicketList.Write(page, row, Columns(data, language, chased), [.. chased.Take(TicketList.Most).Select(t => t.First())], chased.Count);
    }

    /// <summary>The month's reminders by ticket, the first reminder of a ticket first; the most reminded ticket first.</summary>
    private static List<IGrouping<(string?, string?), MartRow>> Chased(ReviewData data) =>
    [
        .. data.Delivered.ChaserList.Where(c => c.Date("month") == data.Month).OrderBy(c => c.Whole("chaser_number"))
            .GroupBy(Key).OrderByDescending(t => t.Count()).ThenBy(t => t.First().Instant("sent_at")).ThenBy(t => t.Key.Item2, StringComparer.Ordinal),
    ];

    private static (string?, string?) Key(MartRow chaser) => (chaser.Text("source"), chaser.Text("ticket_id"));

    private static ListColumn[] Columns(ReviewData data, Language language, List<IGrouping<(string?, string?), MartRow>> chased)
    {
        var all = chased.ToDictionary(t => t.Key);
        ListColumn Count(string head, int column, Func<MartRow, bool> which) =>
            new(head, column, column, c => Figure.Count(all[Key(c)].Count(which)).Calculated());
        return
        [
            .. TicketColumns.Named(data),
            TicketColumns.Text("column.agent", 5, 6, c => c.Text("agent")),
            Count("chased.reminders", 7, _ => true),
            TicketColumns.Moment("chased.first_at", 8, "sent_at", data),
            new("chased.waited", 9, 9, c => Figure.Duration(c.Whole("waited_client_seconds")).Calculated()),
            TicketColumns.Text("chased.answered", 10, 10, c => language.Say(c.Flag("is_before_answer") == true ? "chased.unanswered" : "chased.talking")),
            Count("chased.after_due", 11, c => c.Flag("is_after_due") == true),
            Count("chased.asked_again", 12, c => c.Text("purpose") == "asked_again"),
            Count("chased.added", 13, c => c.Text("purpose") == "added_information"),
        ];
    }
}
