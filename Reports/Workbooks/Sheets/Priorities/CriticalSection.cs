using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets.Priorities;

/// <summary>Work the client cannot be without, and the tickets of it that were handled as normal.</summary>
internal static class CriticalSection
{
    public static int Write(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        var critical = data.Delivered.Critical;
        if (critical.Count == 0)
            return SectionSheet.NotMeasurable(page, row, "critical.title", "critical");

        var normal = critical.Where(IsHandledAsNormal).OrderByDescending(t => t.Instant("created_at"))
            .ThenBy(t => t.Text("ticket_id"), StringComparer.Ordinal).ToList();
        row = SectionSheet.Heading(page, row, "critical.title", Sentence(data, critical, normal, language));
        return normal.Count == 0 ? row
            : TicketList.Write(page, row, Columns(data, language), [.. normal.Take(TicketList.Most)], normal.Count);
    }

    /// <summary>Whether critical work had a less urgent final priority than its client's.</summary>
    public static bool IsHandledAsNormal(MartRow ticket) => ticket.Flag("is_handled_as_normal") == true;

    private static string Sentence(ReviewData data, IReadOnlyList<MartRow> critical, List<MartRow> normal, Language language)
    {
        int InMonth(IEnumerable<MartRow> tickets) => tickets.Count(t => t.Date("month") == data.Month);
        return language.Say("critical.text", ("month_normal", language.Whole(InMonth(normal))),
            ("month_tickets", language.Count("ticket", InMonth(critical))), ("normal", language.Whole(normal.Count)),
            ("tickets", language.Count("ticket", critical.Count)));
    }

    private static ListColumn[] Columns(ReviewData data, Language language) =>
    [
        .. TicketColumns.Named(data),
        TicketColumns.Text("critical.activity", 5, 7, t => t.Text("activity")),
        TicketColumns.Moment("column.created_at", 8, "created_at", data),
        new("critical.change", 9, 9, t => Figure.Text(
            $"{TicketColumns.Level(t.Whole("priority_critical"), language)} → {TicketColumns.Level(t.Whole("priority_final"), language)}")),
        new("critical.waited", 10, 10, t => Figure.Duration(t.Whole("waited_client_seconds")).Calculated()),
        TicketColumns.Text("critical.expected", 11, 12, t => PromiseWords.Of(t.Text("expectation"), language)),
        TicketColumns.Text("critical.within", 13, 13, t => Within(t, language)),
    ];

    private static string Within(MartRow ticket, Language language) => (ticket.Flag("is_within_expectation"), ticket.Flag("is_answered")) switch
    {
        (true, _) => language.Say("critical.in_time"),
        (false, true) => language.Say("critical.late"),
        (false, _) => language.Say("critical.still"),
        _ => Page.None,
    };
}
