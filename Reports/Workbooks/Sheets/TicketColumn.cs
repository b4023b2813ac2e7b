using Insights.Analytics;
using Insights.Reports.Style;
using Insights.Reports.Workbooks.Sheets.Differs;

namespace Insights.Reports.Workbooks.Sheets;

/// <summary>The columns of the tickets sheet. Formulas know each as t_ and its name; its head is the words of column. and its name.</summary>
internal static class TicketColumn
{
    /// <summary>So many columns from the left are printed; the rest are for filters and formulas.</summary>
    public const int Printed = 15;

    public static IReadOnlyList<RowColumn> All(ReviewData data, Language language)
    {
        var groups = data.Groups.Where(g => g.Whole("ticket_count") > 1).ToDictionary(g => g.Text("failure_group_id")!, g =>
            g.Text("title"));
        return
        [
            OfText("number", 9, t => t.Text("number") ?? t.Text("ticket_id")),
            OfText("subject", 36, t => t.Text("subject")),
            OfText("requester", 17, t => t.Text("requester")),
            new("priority", Unit.Count, 9, t => Figure.Count(t.Whole("priority_final"))),
            OfMoment("created_at", data.Zone),
            new("responded_at", Unit.Moment, 16, t => Responded(t, data.Zone, language)),
            OfDuration("response_client", "response_client_seconds"),
            OfDuration("response_contract", "response_contract_seconds"),
            OfText("response_promise", 14, t => Promise(t, "response", language)),
            OfMoment("response_due_at", data.Zone),
            OfOutcome("response_outcome", language),
            OfMoment("resolved_at", data.Zone),
            OfDuration("resolve_contract", "resolve_contract_seconds"),
            OfOutcome("resolve_outcome", language),
            OfText("repeat", 13, t => Repeat(t.Flag("is_repeat_30d"), language)),
            new("month", Unit.Month, 10, t => Figure.Month(t.Date("month"))),
            OfText("kind", 16, t => Coded(t, "kind", language)),
            OfText("state", 14, t => Coded(t, "state", language)),
            OfText("category", 18, t => t.Text("category")),
            OfText("asset", 18, t => t.Text("asset")),
            OfText("agent", 18, t => t.Text("agent")),
            OfDuration("resolve_client", "resolve_client_seconds"),
            OfText("resolve_promise", 14, t => Promise(t, "resolve", language)),
            OfMoment("resolve_due_at", data.Zone),
            OfText("group", 30, t => groups.GetValueOrDefault(t.Text("failure_group_id") ?? "")),
            new("episode", Unit.Count, 10, t => Figure.Count(t.Whole("episode_number"))),
            OfText("starts", 12, t => data.StartsEpisode(t) ? language.Say("yes") : null),
            new("response_open", Unit.Duration, 13, t => Figure.Duration(data.OpenSeconds(t))),
            OfDuration("paused", "paused_seconds"),
            OfDuration("unsupported_pause", "unsupported_pause_seconds"),
            new("chasers", Unit.Count, 11, t => Figure.Count(t.Whole("chaser_count"))),
            new("priority_asked", Unit.Count, 11, t => Figure.Count(t.Whole("priority_asked"))),
            new("priority_assigned", Unit.Count, 11, t => Figure.Count(t.Whole("priority_assigned"))),
            OfText("response_tool", 15, t => Outcome(t, "vendor_response_outcome", language)),
            OfText("response_differs", 30, t => data.DifferenceOf(t, "response") is { } d ? Reasons.Of(d, language) : null),
            OfText("resolve_tool", 15, t => Outcome(t, "vendor_outcome", language)),
            OfText("resolve_differs", 30, t => data.DifferenceOf(t, "resolve") is { } d ? Reasons.Of(d, language) : null),
            OfText("ticket_id", 14, t => t.Text("ticket_id")),
            OfText("source", 16, t => t.Text("source")),
        ];
    }

    private static RowColumn OfText(string name, double width, Func<MartRow, string?> text) =>
        new(name, Unit.Text, width, t => Figure.Text(text(t)));

    private static RowColumn OfMoment(string name, string zone) => new(name, Unit.Moment, 16, t => Figure.Moment(t.Instant(name), zone));

    private static RowColumn OfDuration(string name, string column) =>
        new(name, Unit.Duration, 13, t => Figure.Duration(t.Whole(column)));

    private static RowColumn OfOutcome(string name, Language language) =>
        OfText(name, 15, t => Outcome(t, name, language));

    private static string? Outcome(MartRow ticket, string column, Language language) =>
        ticket.Text(column) is { } code ? language.Say("outcome." + code) : null;

    private static string? Coded(MartRow ticket, string column, Language language) =>
        ticket.Text(column) is { } code ? language.Say($"{column}.{code}") : null;

    private static Figure Responded(MartRow ticket, string zone, Language language) =>
        (ticket.Instant("responded_at"), ticket.Text("response_semantics")) switch
        {
            ({ } instant, _) => Figure.Moment(instant, zone),
            (null, "none") => Figure.Text(language.Say("not_measurable")),
            _ => Figure.Text(language.Say("unanswered")),
        };

    private static string? Promise(MartRow ticket, string kind, Language language) =>
        ticket.Text(kind + "_promise") is { } written ? PromiseWords.Of(written, language) : null;

    private static string? Repeat(bool? isRepeat, Language language) => isRepeat == true ? language.Say("yes") : null;
}
