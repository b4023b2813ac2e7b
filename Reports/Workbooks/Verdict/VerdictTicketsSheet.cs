using Insights.Reports.Packs.Verdicts;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Verdict;

/// <summary>Every ticket of the twelve months, of both sides: what the answers stand on.</summary>
internal static class VerdictTicketsSheet
{
    public static void Write(Page page, VerdictData data)
    {
        var language = page.Book.Language;
        var note = language.Say("verdict.tickets.note", ("from", language.Month(data.FirstMonth)), ("to", language.Month(data.Month)), ("zone", data.Zone));
        VerdictList.Write(page, data, "verdict.sheet.tickets", note, Columns(data, language), data.Tickets, "tickets");
    }

    private static List<RowColumn> Columns(VerdictData data, Language language) =>
    [
        new("record", Unit.Text, 19, t => Figure.Text(language.Say("verdict.record." + t.Text("side")))),
        new("their_number", Unit.Text, 12, t => Figure.Text(t.Text("side") == "provider" ? t.Text("number") ?? t.Text("ticket_id") : null)),
        new("own_subject", Unit.Text, 40, t => Figure.Text(t.Text("subject"))),
        new("priority", Unit.Count, 14, t => Figure.Count(t.Whole("priority_final"))),
        new("created", Unit.Moment, 16, t => Figure.Moment(t.Instant("created_at"), data.Zone)),
        new("answered", Unit.Moment, 16, t => Figure.Moment(t.Instant("responded_at"), data.Zone)),
        new("waited", Unit.Duration, 12, t => Figure.Duration(t.Whole("response_client_seconds"))),
        new("resolved", Unit.Moment, 16, t => Figure.Moment(t.Instant("resolved_at"), data.Zone)),
        new("reminders", Unit.Count, 12, t => Figure.Count(t.Whole("chaser_count"))),
        new("counts", Unit.Text, 9, t => Figure.Text(language.Say(t.Flag("is_counted") == true ? "yes" : "no"))),
    ];
}
