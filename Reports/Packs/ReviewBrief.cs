using Insights.Reports.Charts;
using Insights.Reports.Packs.Briefs;
using Insights.Reports.Style;
using Insights.Reports.Workbooks;
using Insights.Reports.Workbooks.Sheets;
using Insights.Reports.Workbooks.Sheets.Delivered;
using Insights.Reports.Workbooks.Sheets.Summary;

namespace Insights.Reports.Packs;

/// <summary>The page that carries the monthly meeting: what was promised, expected and delivered, what keeps coming back, what changed.</summary>
internal static class ReviewBrief
{
    private const int MostFindings = 3;

    /// <summary>Lines to write new actions on.</summary>
    private const int NewActions = 3;

    public static Brief Of(ReviewScope scope, ReviewData data, IReadOnlyList<Chart> charts)
    {
        var language = scope.Language;
        return new Brief
        {
            Kind = language.Say("pack.title") + " · " + language.Month(scope.Month),
            Title = scope.Client,
            By = scope.Theme.Beside(language.Say("pack.by", ("provider", scope.Provider))),
            Facts = ReviewSentences.Header(scope),
            Sections = [.. Sections(scope, data)],
            Charts = charts,
            Foot = Foot(scope),
            Subject = language.Say("pack.subject", ("month", language.Month(scope.Month))),
            Author = scope.Provider,
            Language = language,
            Fonts = scope.Fonts,
            Theme = scope.Theme,
            AsOf = scope.DataEnd,
            Zone = scope.Zone,
        };
    }

    private static IEnumerable<BriefSection> Sections(ReviewScope scope, ReviewData data)
    {
        var language = scope.Language;
        BriefSection Said(string key, params IEnumerable<string> lines) => new(language.Say(key), [.. lines]);
        var agreed = MeetingWords.AgreedLastTime(data, language);
        if (agreed.Count > 0)
            yield return Said("meeting.last", agreed);
        var findings = data.Findings.Take(MostFindings).Select(f => Findings.Sentence(f, language)).ToList();
        if (findings.Count > 0)
            yield return Said("pack.findings", findings);
        yield return Said("pack.promise",
            [ReviewSentences.PromiseKept(scope), .. MeetingWords.WithoutExclusions(data, language), .. MeetingWords.Causes(data, language)]);
        yield return Said("pack.expectations", ReviewSentences.Expectations(scope));
        yield return Said("pack.two_clocks", ReviewSentences.TwoClocks(scope));
        yield return Said("wrote_again.title", WroteAgainSection.Sentence(data, language));
        yield return Said("pack.same_again", [ReviewSentences.SameAgain(scope), .. MeetingWords.OfFailures(data, language)]);
        yield return Said("managed.title", ManagedSection.Sentences(data, language));
        var hours = HoursWords.Sentences(data, language);
        if (hours.Count > 0)
            yield return Said("hours.title", hours);
        yield return Said("pack.backlog", ReviewSentences.Backlog(scope));
        yield return Said("delivered.changes", ChangesSection.Sentences(data, language));
        yield return Said("well.title", WellSection.Sentences(data, language));
        var said = MeetingWords.OfMonth(data, language);
        if (said.Count > 0)
            yield return Said("meeting.comments", said);
        yield return Actions(data, language);
    }

    /// <summary>What is still open, and room for what this meeting agrees.</summary>
    private static BriefSection Actions(ReviewData data, Language language)
    {
        string Head(string key) => language.Say("meeting.head." + key);
        var rows = MeetingWords.Open(data).Select(a => (IReadOnlyList<string>)
            [MeetingWords.Side(a.Text("side"), language), a.Text("owner") ?? "", a.Text("action") ?? "", MeetingWords.Due(a, language)]).ToList();
        return new BriefSection(language.Say("meeting.actions"), [language.Say(rows.Count == 0 ? "meeting.actions.none" : "meeting.actions.open")])
        {
            Table = rows.Count == 0 ? null : new BriefTable([new(Head("side"), 0.7), new(Head("owner"), 1.2), new(Head("action"), 2.6), new(Head("due"), 1.3)], rows),
            BlankLines = NewActions,
        };
    }

    private static string Foot(ReviewScope scope) => scope.Now.Text("response_semantics") is "none" ? ""
        : scope.Language.Say("pack.semantics", ("semantics", SemanticsWords.Of(scope.Now.Text("response_semantics"), scope.Language)));
}
