using Insights.Analytics;

namespace Insights.Reports.Workbooks.Sheets.Delivered;

/// <summary>Whether both sides mean the same by urgent, and critical work that was handled as normal.</summary>
internal static class PrioritiesSection
{
    private const int MostTickets = 10;

    public static int Write(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        MartRow?[] spans = [data.Delivered.FinalAgreement(Span.Month), data.Delivered.FinalAgreement(Span.Trailing)];
        if (spans.All(s => s is null) && data.Delivered.Critical.Count == 0)
            return DeliveredSheet.NotMeasurable(page, row, "delivered.priorities", "priorities");

        row = DeliveredSheet.Heading(page, row, "delivered.priorities", language.Say("delivered.priorities.text"));
        row = Shares.Heads(page, data, row);
        row = WriteAgreement(page, data, spans, row);
        if (spans.Any(s => s is not null))
            row = WriteTickets(page, data, row, "met_only_lowered", data.Delivered.Disputes.Where(IsMetOnlyLowered));
        if (data.Delivered.Critical.Count == 0)
            return row;

        row = WriteTickets(page, data, row, "critical", data.Delivered.Critical);
        row = WriteTickets(page, data, row, "critical_normal", data.Delivered.Critical.Where(IsHandledAsNormal));
        return WriteNumbers(page, data, row);
    }

    /// <summary>Whether critical work had a less urgent final priority than its client's.</summary>
    public static bool IsHandledAsNormal(MartRow ticket) => ticket.Flag("is_handled_as_normal") == true;

    private static bool IsMetOnlyLowered(MartRow ticket) =>
        ticket.Flag("is_met_only_lowered") == true || ticket.Flag("is_resolve_met_only_lowered") == true;

    private static int WriteAgreement(Page page, ReviewData data, MartRow?[] spans, int row)
    {
        var language = page.Book.Language;
        var all = row;
        Figure Tickets(MartRow? span) => Figure.Count(span?.Whole("ticket_count")).Calculated();
        row = DeliveredSheet.Row(page, row, language.Say("delivered.priorities.both"), Tickets(spans[0]), null, null, Tickets(spans[1]), null, null);
        foreach (var name in new[] { "lowered", "raised" })
            row = Shares.Row(page, data, row, language.Say("delivered.priorities." + name), all, name, spans);
        return row;
    }

    /// <summary>How many of the tickets are of the month, and of the twelve months.</summary>
    private static int WriteTickets(Page page, ReviewData data, int row, string name, IEnumerable<MartRow> tickets)
    {
        var known = tickets.ToList();
        return DeliveredSheet.Row(page, row, page.Book.Language.Say("delivered.priorities." + name),
            Figure.Count(known.Count(t => t.Date("month") == data.Month)).Calculated(), null, null,
            Figure.Count(known.Count).Calculated(), null, null);
    }

    /// <summary>The latest critical tickets that were handled as normal, by number.</summary>
    private static int WriteNumbers(Page page, ReviewData data, int row)
    {
        var tickets = data.Delivered.Critical.Where(IsHandledAsNormal).OrderByDescending(t => t.Instant("created_at"))
            .ThenBy(t => t.Text("ticket_id"), StringComparer.Ordinal).ToList();
        if (tickets.Count == 0)
            return row;

        var numbers = tickets.Take(MostTickets).Select(t => t.Text("number") ?? t.Text("ticket_id") ?? "");
        var said = page.Book.Language.Say(tickets.Count > MostTickets ? "delivered.critical.latest" : "delivered.critical.all",
            ("numbers", string.Join(", ", numbers)));
        page.Sentence(row, 1, DeliveredSheet.LastColumn, said);
        return row + 1;
    }
}
