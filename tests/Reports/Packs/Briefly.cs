using Insights.Reports.Charts;
using Insights.Reports.Packs;
using Insights.Reports.Packs.Briefs;
using Insights.Reports.Packs.Web;
using Insights.Reports.Style;
using Insights.Reports.Workbooks;

namespace Insights.Reports.Tests.Packs;

/// <summary>Briefs to lay out: an invented client's review, and one made of hostile text.</summary>
internal static class Briefly
{
    public const string Script = "<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">";

    public static Brief Of(ChartsInvented invented, string client, Language language)
    {
        var scope = invented.Scope(client, language);
        return ReviewBrief.Of(scope, ReviewData.Read(invented.Marts, client, ChartsInvented.October), [.. ReviewCharts.All.Select(c => c.Draw(scope))]);
    }

    public static Brief Hostile(Language language) => new()
    {
        Kind = "Monthly \u0001 review",
        Title = "A & B <i>GmbH</i> " + Script,
        Facts = "=1+1",
        Sections =
        [
            new BriefSection("]]>", [Script, "\uD800 half a letter"])
            {
                Table = new BriefTable([new BriefColumn("a</script>"), new BriefColumn("b", IsNumber: true)], [.. Enumerable.Range(0, 90).Select(i => (IReadOnlyList<string>)[Script, $"{i}"])]),
                BlankLines = 3,
            },
        ],
        Subject = Script,
        Author = "\"quoted\" & <more>",
        Language = language,
        Fonts = Fonts.Choose(),
        Theme = Theme.House,
        AsOf = new DateTime(2026, 11, 2, 7, 10, 0, DateTimeKind.Utc),
        Zone = "Europe/Athens",
    };

    /// <summary>Four tickets of two months: 10 and 90 minutes, unanswered, and one whose subject is a script.</summary>
    public static WebTickets Tickets { get; } = new(
        [new WebMonth("2026-09", "Sep 26"), new WebMonth("2026-10", "Oct 26")],
        [
            Ticket("4", "2026-10", "1", "met", 600) with { Subject = Script, Chasers = 2 },
            Ticket("3", "2026-10", "3", "breached", 5400) with { Repeat = true },
            Ticket("2", "2026-10", "3", "running", null),
            Ticket("1", "2026-09", "3", "met", 60),
        ],
        Minimum: 3);

    private static WebTicket Ticket(string number, string month, string priority, string outcome, long? wait) => new()
    {
        Number = number,
        Subject = "Printer " + number,
        Month = month,
        Priority = priority,
        PriorityText = "P" + priority,
        Category = priority == "1" ? "Ταμείο" : "Εκτυπωτές",
        Created = "1 Oct 2026, 09:00",
        Wait = wait,
        WaitText = wait is null ? "" : FormattableString.Invariant($"{wait / 60} minutes"),
        Waiting = wait is null,
        Outcome = outcome,
        OutcomeText = outcome,
        Chasers = 0,
        Repeat = false,
    };
}
