using Insights.Analytics;
using Insights.Reports.Packs.Briefs;
using Insights.Reports.Style;

namespace Insights.Reports.Packs.Verdicts;

/// <summary>The verdict as a page: each question with its answer, what it is measured against and on how much it stands; no grade over them.</summary>
internal static class VerdictBrief
{
    private const int MostListed = 12;
    private const int MostRevisions = 5;
    private const int ReplyLines = 7;

    /// <summary>How the program calls a provider nobody named.</summary>
    private const string Unnamed = "provider";

    public static Brief Of(VerdictData data, Language language, Fonts fonts, Theme theme) => new()
    {
        Kind = language.Say("verdict.kind", ("month", language.Month(data.Month))),
        Title = data.Client,
        By = theme.Beside(data.Provider == Unnamed ? "" : language.Say("verdict.by", ("provider", data.Provider))),
        Facts = language.Say("verdict.facts", ("until", language.Moment(data.AsOf, data.Zone))),
        Sections = [.. Sections(data, language)],
        Foot = language.Say("verdict.foot"),
        PageFootKey = "verdict.page_foot",
        Subject = language.Say("verdict.subject", ("month", language.Month(data.Month))),
        Author = data.Client,
        Language = language,
        Fonts = fonts,
        Theme = theme,
        AsOf = data.AsOf,
        Zone = data.Zone,
    };

    private static IEnumerable<BriefSection> Sections(VerdictData data, Language language)
    {
        var say = new VerdictSentences(data, language);
        BriefSection Said(string key, IEnumerable<string> lines) => new(language.Say(key), [.. lines]);
        yield return Said("verdict.looked", say.Looked());
        foreach (var verdict in data.Verdicts.Where(IsTold))
            yield return Said("verdict.question." + verdict.Text("question"), say.Answer(verdict));
        yield return Said("verdict.flags", say.Flags());
        yield return Said("verdict.intensity", say.Needs());
        yield return Said("verdict.well", say.Strengths());
        yield return Said("verdict.ask", say.Questions());
        yield return Said("verdict.referees", say.Referees());
        foreach (var section in Apart(data, language, say))
            yield return section;
        yield return Said("verdict.reply", [language.Say("verdict.reply.note")]) with { BlankLines = ReplyLines };
    }

    /// <summary>Whether things are fixed in time is told only where somebody promised or expects it: nobody asked otherwise.</summary>
    private static bool IsTold(MartRow verdict) => verdict.Text("question") != "resolution" || verdict.Text("yardstick") != "none";

    private static IEnumerable<BriefSection> Apart(VerdictData data, Language language, VerdictSentences say)
    {
        foreach (var (side, key) in new[] { ("client", "verdict.not_found"), ("provider", "verdict.only_there") })
            if (data.Matches.Where(m => m.Text("side") == side && m.Flag("is_matched") == false).ToList() is { Count: > 0 } alone)
                yield return Listed(alone, key, data, language, say);
        if (data.Revisions.Count > 0)
            yield return new BriefSection(
                language.Say("verdict.changed"), [language.Say("verdict.changed.note"), .. data.Revisions.OrderByDescending(r => r.Flag("moves_outcome") == true).Take(MostRevisions).Select(say.Revision)]);
    }

    private static BriefSection Listed(List<MartRow> alone, string key, VerdictData data, Language language, VerdictSentences say)
    {
        var shown = alone.OrderBy(m => m.Flag("is_excused")).ThenByDescending(m => m.Instant("created_at")).Take(MostListed).ToList();
        var more = alone.Count > shown.Count ? " " + language.Say("verdict.more", ("n", language.Whole(shown.Count))) : "";
        return new BriefSection(language.Say(key), [language.Count(key + ".note", alone.Count) + more])
        {
            Table = new BriefTable(
                [new(language.Say("verdict.when"), 1.15), new(language.Say("verdict.what"), 2.6), new(language.Say("verdict.why"), 2.6)],
                [.. shown.Select(m => (IReadOnlyList<string>)[language.Moment(m.Instant("created_at")!.Value, data.Zone), Named(m), say.Reasons(m)])]),
        };
    }

    /// <summary>What it is about, with the number where the provider gave it one.</summary>
    private static string Named(MartRow ticket)
    {
        var subject = ticket.Text("subject") ?? "";
        return ticket.Text("side") == "provider" && (ticket.Text("number") ?? ticket.Text("ticket_id")) is { } number ? $"#{number.TrimStart('#')} {subject}".TrimEnd() : subject;
    }
}
