using Insights.Reports.Charts;
using Insights.Reports.Style;
using SkiaSharp;

namespace Insights.Reports.Packs;

/// <summary>The first page of a pack: whose it is, which month, until when the data reaches, and the answers in sentences.</summary>
internal static class FrontPage
{
    private const float Question = 200;
    private const int MostFindings = 3;
    private const int LongestName = 80;
    private const float NoteHeight = 16;

    public static void Draw(Typesetter type, ReviewScope scope, SKRect area)
    {
        var language = scope.Language;
        var what = language.Say("pack.title") + " · " + language.Month(scope.Month);
        var y = type.Paragraph(what, area.Left, area.Top - 6, area.Width, 11, Palette.Delivered, bold: true) + 2;
        y = type.Paragraph(Short(scope.Client), area.Left, y, area.Width, 24, Palette.Text, bold: true) + 2;
        y = type.Paragraph(language.Say("pack.by", ("provider", Short(scope.Provider))), area.Left, y, area.Width, 11, Palette.Muted) + 2;
        y = type.Paragraph(ReviewSentences.Header(scope), area.Left, y, area.Width, 11, Palette.Muted) + 18;
        DrawAnswers(type, Answers(scope), SKRect.Create(area.Left, y, area.Width, area.Bottom - NoteHeight - y));
        if (scope.Now.Text("response_semantics") is not "none")
            type.Paragraph(Semantics(scope), area.Left, area.Bottom - NoteHeight, area.Width, 8.5f, Palette.Muted);
    }

    private static List<(string Question, IReadOnlyList<string> Lines)> Answers(ReviewScope scope)
    {
        var language = scope.Language;
        List<(string, IReadOnlyList<string>)> answers =
        [
            (language.Say("pack.promise"), [ReviewSentences.PromiseKept(scope)]),
            (language.Say("pack.expectations"), [ReviewSentences.Expectations(scope)]),
            (language.Say("pack.two_clocks"), [ReviewSentences.TwoClocks(scope)]),
            (language.Say("pack.same_again"), [ReviewSentences.SameAgain(scope)]),
            (language.Say("pack.backlog"), [ReviewSentences.Backlog(scope)]),
        ];
        var findings = scope.Rows("findings").OrderBy(f => f.Whole("rank")).Take(MostFindings)
            .Select(f => Findings.Sentence(f, language)).ToList();
        if (findings.Count > 0)
            answers.Add((language.Say("pack.findings"), findings));
        return answers;
    }

    /// <summary>In the largest type that leaves the page's foot free.</summary>
    private static void DrawAnswers(Typesetter type, List<(string Question, IReadOnlyList<string> Lines)> answers, SKRect area)
    {
        float[] sizes = [12, 11, 10, 9, 8, 7];
        var size = sizes.FirstOrDefault(s => answers.Sum(a => HeightOf(type, a, area.Width, s)) <= area.Height, sizes[^1]);
        var y = area.Top;
        foreach (var answer in answers)
        {
            type.Paragraph(answer.Question, area.Left, y, Question - 16, size, Palette.Text, bold: true);
            var right = y;
            foreach (var line in answer.Lines)
                right = type.Paragraph(line, area.Left + Question, right, area.Width - Question, size, Palette.Text) + 3;
            y += HeightOf(type, answer, area.Width, size);
        }
    }

    private static float HeightOf(Typesetter type, (string Question, IReadOnlyList<string> Lines) answer, float width, float size)
    {
        var left = type.Height(answer.Question, Question - 16, size, bold: true);
        var right = answer.Lines.Sum(line => type.Height(line, width - Question, size) + 3);
        return Math.Max(left, right) + size;
    }

    private static string Short(string name) => name.Length <= LongestName ? name : name[..LongestName].TrimEnd() + "…";

    private static string Semantics(ReviewScope scope)
    {
        var key = "semantics." + (scope.Now.Text("response_semantics") ?? "unknown");
        return scope.Language.Say("pack.semantics", ("semantics", scope.Language.Say(scope.Language.Has(key) ? key : "semantics.unknown")));
    }
}
