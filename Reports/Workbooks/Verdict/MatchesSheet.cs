using Insights.Analytics;
using Insights.Reports.Packs.Verdicts;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Verdict;

/// <summary>The client's own records beside the provider's tickets: pairs, and what one side has and the other has not.</summary>
internal static class MatchesSheet
{
    public static void Write(Page page, VerdictData data, VerdictSentences say)
    {
        var language = page.Book.Language;
        var rows = data.Matches.Where(m => m.Text("side") == "client" || m.Flag("is_matched") == false).ToList();
        VerdictList.Write(page, data, "verdict.sheet.matches", language.Say("verdict.matches.note"), Columns(data, language, say), rows, "matches");
    }

    private static List<RowColumn> Columns(VerdictData data, Language language, VerdictSentences say) =>
    [
        new("own_created", Unit.Moment, 16, m => Figure.Moment(Own(m, "created_at"), data.Zone)),
        new("own_subject", Unit.Text, 24, m => Figure.Text(IsOwn(m) ? m.Text("subject") : null)),
        new("their_number", Unit.Text, 10, m => Figure.Text(IsOwn(m) ? m.Text("other_number") ?? m.Text("other_ticket_id") : m.Text("number") ?? m.Text("ticket_id"))),
        new("their_created", Unit.Moment, 16, m => Figure.Moment(IsOwn(m) ? m.Instant("other_created_at") : m.Instant("created_at"), data.Zone)),
        new("their_subject", Unit.Text, 24, m => Figure.Text(IsOwn(m) ? m.Text("other_subject") : m.Text("subject"))),
        new("gap", Unit.Text, 13, m => Figure.Text(m.Whole("gap_seconds") is { } gap ? Gap(gap, language) : null)),
        new("basis", Unit.Text, 16, m => Figure.Text(m.Text("basis") is { } basis ? language.Say("verdict.basis." + basis) : null)),
        new("words", Unit.Text, 18, m => Figure.Text(m.Text("shared_words"))),
        new("reasons", Unit.Text, 30, m => Figure.Text(m.Flag("is_matched") == true ? null : say.Reasons(m))),
    ];

    private static bool IsOwn(MartRow match) => match.Text("side") == "client";

    private static DateTime? Own(MartRow match, string column) => IsOwn(match) ? match.Instant(column) : null;

    /// <summary>The provider's may come first.</summary>
    private static string Gap(long seconds, Language language) => (seconds < 0 ? "−" : "") + language.Duration(Math.Abs(seconds));
}
