using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets;

/// <summary>The memory of the meeting in sentences: what became of what was agreed, what was left out, what was said.</summary>
internal static class MeetingWords
{
    private const int MostComments = 5;

    /// <summary>Of the last meeting before this one that agreed anything: how much was done, and what is not; nothing where there is none.</summary>
    public static IReadOnlyList<string> AgreedLastTime(ReviewData data, Language language)
    {
        var before = data.Meeting.Actions.Where(a => a.Date("month") < data.Month).ToList();
        if (before.Count == 0)
            return [];
        var month = before.Max(a => a.Date("month")!.Value);
        var last = before.Where(a => a.Date("month") == month).ToList();
        var done = last.Count(a => a.Text("state") == "done");
        var key = last.Count == 1 ? done == 1 ? "one_done" : "one_open" : done == last.Count ? "all" : done == 0 ? "none" : done == 1 ? "only_one" : "some";
        var said = language.Say("meeting.last." + key, ("n", language.Whole(last.Count)), ("month", language.MonthOf(month)), ("done", language.Whole(done)));
        return [said, .. last.Where(a => a.Text("state") != "done").Select(a => Pending(a, language))];
    }

    /// <summary>The actions that are not done, the soonest due first.</summary>
    public static IReadOnlyList<MartRow> Open(ReviewData data) =>
    [
        .. data.Meeting.Actions.Where(a => a.Text("state") != "done").OrderBy(a => a.Date("due_on") ?? DateOnly.MaxValue).ThenBy(a => a.Date("agreed_on"))
            .ThenBy(a => a.Text("action"), StringComparer.Ordinal),
    ];

    /// <summary>The day an action is due, and whether that is past.</summary>
    public static string Due(MartRow action, Language language) => action.Date("due_on") is not { } due ? language.Say("meeting.no_date")
        : action.Text("state") == "overdue" ? language.Say("meeting.overdue", ("date", language.Date(due))) : language.Date(due);

    /// <summary>The month's response promise without the tickets both sides left out; nothing where none was.</summary>
    public static IReadOnlyList<string> WithoutExclusions(ReviewData data, Language language) =>
    [
        .. data.Meeting.Attainment.Where(e => e.Text("promise_kind") == "response").OrderBy(e => e.Text("span"), StringComparer.Ordinal).Select(e => Without(e, data, language)),
    ];

    /// <summary>Why the month's late tickets were late, as the sides say; nothing where nobody said.</summary>
    public static IReadOnlyList<string> Causes(ReviewData data, Language language)
    {
        var late = data.TicketsOfMonth.Where(t => t.Text("response_outcome") == "breached" || t.Text("resolve_outcome") == "breached")
            .Select(t => (t.Text("source"), t.Text("ticket_id"))).ToHashSet();
        var said = data.Meeting.Comments.Where(c => c.Text("cause") is not null && late.Contains((c.Text("source"), c.Text("ticket_id")))).ToList();
        if (said.Count == 0)
            return [];
        var known = said.Select(c => (c.Text("source"), c.Text("ticket_id"))).Distinct().Count();
        return
        [
            language.Say("meeting.causes", ("late", language.Whole(late.Count)), ("known", language.Whole(known)),
                ("causes", string.Join(", ", said.GroupBy(c => (Side: c.Text("said_by")!, Cause: c.Text("cause")!)).OrderByDescending(g => g.Count())
                    .ThenBy(g => g.Key.Side, StringComparer.Ordinal).ThenBy(g => g.Key.Cause, StringComparer.Ordinal).Select(g => Cause(g.Key.Side, g.Key.Cause, g.Count(), language))))),
        ];
    }

    /// <summary>What was said of failures, newest first.</summary>
    public static IReadOnlyList<string> OfFailures(ReviewData data, Language language) =>
    [
        .. data.Meeting.Comments.Where(c => c.Text("about") == "failure" && c.Text("comment") is not null).Reverse().Take(MostComments).Select(c =>
            language.Say("meeting.of_failure", ("of", c.Text("subject") ?? ""), ("said", Said(c, language)))),
    ];

    /// <summary>What was said of the month.</summary>
    public static IReadOnlyList<string> OfMonth(ReviewData data, Language language) =>
    [
        .. data.Meeting.Comments.Where(c => c.Text("about") == "month" && c.Date("month") == data.Month && c.Text("comment") is not null).Take(MostComments)
            .Select(c => Said(c, language)),
    ];

    public static string Side(string? side, Language language) => language.Say("meeting.side." + side);

    private static string Pending(MartRow action, Language language) => language.Say("meeting.pending",
        ("action", action.Text("action") ?? ""), ("side", Side(action.Text("side"), language)), ("due", Due(action, language)));

    private static string Without(MartRow row, ReviewData data, Language language)
    {
        var decided = (row.Whole("met_count") ?? 0) + (row.Whole("breached_count") ?? 0);
        var counted = language.Say("say.counted", ("part", language.Whole(row.Whole("met_count") ?? 0)), ("whole", language.Whole(decided)));
        var ratio = decided >= data.MinimumN && row.Number("attained_ratio") is { } share
            ? " (" + language.Say("say.ratio", ("ratio", language.Percent(share)), ("range", language.PercentRange(row.Number("wilson_low")!.Value, row.Number("wilson_high")!.Value))) + ")"
            : "";
        return language.Say($"meeting.without.{row.Text("span")}", ("excluded", language.Count("meeting.excluded", row.Whole("excluded_count") ?? 0)), ("kept", counted + ratio));
    }

    private static string Cause(string side, string cause, int count, Language language) =>
        language.Say("meeting.cause", ("n", language.Whole(count)), ("cause", language.Say("cause." + cause)), ("side", Side(side, language)));

    private static string Said(MartRow comment, Language language) =>
        language.Say("meeting.said." + comment.Text("said_by"), ("comment", comment.Text("comment") ?? ""));
}
