using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets;

/// <summary>The tickets of the month that were late, or have no recorded answer, each with by how much.</summary>
internal static class LateTickets
{
    public static int Write(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        page.Say(row++, 1, "late.title", Look.Section);
        var late = data.TicketsOfMonth.SelectMany(t => Lines(t, data)).ToList();
        page.Sentence(row++, 1, ResponseSheet.LastColumn, late.Count == 0 ? language.Say("late.none")
            : language.Say("late.note"), Look.Note);
        if (late.Count == 0)
            return row;

        page.Heads(row, 1, (language.Say("column.number"), false), (language.Say("column.subject"), false),
            (language.Say("column.requester"), false),
            (language.Say("head.priority"), false), (language.Say("column.created_at"), true), (language.Say("head.what"), false),
            (language.Say("head.due"), true), (language.Say("head.done_at"), true), (language.Say("head.late_by"), true),
                (language.Say("head.outcome"), false));
        page.RaiseTo(row++, 2);
        foreach (var line in late)
            WriteLine(page, data, line, row++);
        return row;
    }

    private static IEnumerable<LateLine> Lines(MartRow ticket, ReviewData data)
    {
        var response = ticket.Text("response_outcome");
        var unanswered = ticket.Instant("responded_at") is null && ticket.Text("response_semantics") is not (null or "none");
        if (response == "breached" || unanswered)
            yield return Line(ticket, "response", ticket.Instant("responded_at"), response, data);
        if (ticket.Text("resolve_outcome") == "breached")
            yield return Line(ticket, "resolve", ticket.Instant("resolved_at"), "breached", data);
    }

    private static LateLine Line(MartRow ticket, string kind, DateTime? done, string? outcome, ReviewData data)
    {
        var due = ticket.Instant(kind + "_due_at");
        var until = done ?? data.DataEnd;
        var isLate = outcome == "breached" && due < until;
        return new LateLine(ticket, kind, due, done, outcome, isLate ? (long)(until!.Value - due!.Value).TotalSeconds : null);
    }

    private static void WriteLine(Page page, ReviewData data, LateLine line, int row)
    {
        var language = page.Book.Language;
        page.Text(row, 1, line.Ticket.Text("number") ?? line.Ticket.Text("ticket_id") ?? "");
        page.Text(row, 2, line.Ticket.Text("subject") ?? "", Look.Label);
        page.RaiseTo(row, Math.Max(Page.Lines(line.Ticket.Text("subject") ?? "", 34), Page.Lines(line.Ticket.Text("requester") ?? "", 18)));
        page.Text(row, 3, line.Ticket.Text("requester") ?? "", Look.Label);
        page.Text(row, 4, language.Say(line.Ticket.Whole("priority_final") is { } p ? FormattableString.Invariant($"priority.{p}")
            : "priority.none"));
        page.Put(row, 5, Figure.Moment(line.Ticket.Instant("created_at"), data.Zone));
        page.Say(row, 6, line.Kind);
        PutOr(page, row, 7, Figure.Moment(line.Due, data.Zone), "–");
        PutOr(page, row, 8, Figure.Moment(line.Done, data.Zone), language.Say(line.Kind == "response" ? "unanswered" : "unresolved"));
        PutOr(page, row, 9, Figure.Duration(line.LateSeconds), "–");
        page.Text(row, 10, line.Outcome is { } outcome ? language.Say("outcome." + outcome) : "");
    }

    private static void PutOr(Page page, int row, int column, Figure figure, string otherwise)
    {
        page.Put(row, column, figure.Value is null ? Figure.Text(otherwise) : figure);
        ExcelStyle.AlignRight(page.Sheet.Cell(row, column).Style);
    }

    /// <summary>Late by so many seconds of wall time, from the due time to when it was done or to the end of the data; null when it was
    /// not late.</summary>
    private sealed record LateLine(MartRow Ticket, string Kind, DateTime? Due, DateTime? Done, string? Outcome, long? LateSeconds);
}
