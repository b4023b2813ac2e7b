using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets.Differs;

/// <summary>The tickets behind the reasons, with both due times; of each reason the latest few.</summary>
internal static class DifferencesSection
{
    private const int MostOfReason = 5;

    public static int Write(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        if (data.Delivered.Differences.Count == 0)
            return data.Delivered.Verdicts.Count == 0 ? row - 1
                : SectionSheet.Heading(page, row, "differs.tickets", language.Say("differs.tickets.none"));

        var shown = Reasons.All.SelectMany(reason => data.Delivered.Differences.Where(d => d.Text("reason") == reason)
            .OrderByDescending(d => data.TicketOf(d)?.Instant("created_at")).ThenBy(d => d.Text("ticket_id"), StringComparer.Ordinal)
            .ThenBy(d => d.Text("promise_kind"), StringComparer.Ordinal).Take(MostOfReason)).ToList();
        row = SectionSheet.Heading(page, row, "differs.tickets", language.Say("differs.tickets.text"));
        return TicketList.Write(page, row, Columns(data, language), shown, data.Delivered.Differences.Count);
    }

    private static ListColumn[] Columns(ReviewData data, Language language) =>
    [
        .. TicketColumns.Named(data),
        TicketColumns.Text("head.what", 5, 5, d => language.Say(d.Text("promise_kind")!)),
        TicketColumns.Text("differs.tool", 6, 6, d => language.Say("outcome." + d.Text("vendor_outcome"))),
        TicketColumns.Text("differs.ours", 7, 7, d => language.Say("outcome." + d.Text("our_outcome"))),
        TicketColumns.Moment("differs.tool_due", 8, "vendor_due_at", data),
        TicketColumns.Moment("differs.our_due", 9, "due_at", data),
        TicketColumns.Moment("head.done_at", 10, "done_at", data),
        TicketColumns.Text("differs.difference", 11, 11, d => Signed(d.Whole("due_difference_seconds"))),
        TicketColumns.Text("differs.reason", 12, 13, d => Reasons.Of(d, language)),
    ];

    /// <summary>Hours and minutes with their sign: a cell shows no time below zero.</summary>
    private static string? Signed(long? seconds) => seconds is { } known
        ? FormattableString.Invariant($"{(known < 0 ? "−" : "+")}{Math.Abs(known) / 3600}:{Math.Abs(known) / 60 % 60:00}") : null;
}
