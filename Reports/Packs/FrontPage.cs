using Insights.Reports.Charts;
using Insights.Reports.Style;
using SkiaSharp;

namespace Insights.Reports.Packs;

/// <summary>The first page of a pack: whose it is, which month, until when the data reaches, and the answers in sentences.</summary>
internal static class FrontPage
{
    private const float Question = 200;
    private const float Size = 12;

    public static void Draw(Typesetter type, ReviewScope scope, SKRect area)
    {
        var language = scope.Language;
        var y = type.Paragraph(language.Say("pack.title") + " · " + language.Month(scope.Month), area.Left, area.Top - 6, area.Width, 11, Palette.Delivered, bold: true) + 2;
        y = type.Paragraph(scope.Client, area.Left, y, area.Width, 24, Palette.Text, bold: true) + 2;
        y = type.Paragraph(language.Say("pack.by", ("provider", scope.Provider)), area.Left, y, area.Width, 11, Palette.Muted) + 2;
        y = type.Paragraph(ReviewSentences.Header(scope), area.Left, y, area.Width, 11, Palette.Muted) + 16;
        foreach (var (question, answer) in Answers(scope))
            y = Answer(type, question, answer, area, y);
        if (scope.Now.Text("response_semantics") is not "none")
            type.Paragraph(Semantics(scope), area.Left, area.Bottom - 30, area.Width, 8.5f, Palette.Muted);
    }

    private static List<(string Question, string Answer)> Answers(ReviewScope scope)
    {
        var language = scope.Language;
        List<(string, string)> answers =
        [
            (language.Say("pack.promise"), ReviewSentences.PromiseKept(scope)),
            (language.Say("pack.expectations"), ReviewSentences.Expectations(scope)),
            (language.Say("pack.two_clocks"), ReviewSentences.TwoClocks(scope)),
            (language.Say("pack.same_again"), ReviewSentences.SameAgain(scope)),
            (language.Say("pack.backlog"), ReviewSentences.Backlog(scope)),
        ];
        var findings = scope.Rows("findings").OrderBy(f => f.Whole("rank")).Select(f => Findings.Sentence(f, language)).ToList();
        if (findings.Count > 0)
            answers.Add((language.Say("pack.findings"), string.Join("\n", findings)));
        return answers;
    }

    private static float Answer(Typesetter type, string question, string answer, SKRect area, float y)
    {
        var left = type.Paragraph(question, area.Left, y, Question - 16, Size, Palette.Text, bold: true);
        var right = y;
        foreach (var line in answer.Split('\n'))
            right = type.Paragraph(line, area.Left + Question, right, area.Width - Question, Size, Palette.Text) + 3;
        return Math.Max(left, right) + 11;
    }

    private static string Semantics(ReviewScope scope)
    {
        var key = "semantics." + (scope.Now.Text("response_semantics") ?? "unknown");
        return scope.Language.Say("pack.semantics", ("semantics", scope.Language.Say(scope.Language.Has(key) ? key : "semantics.unknown")));
    }
}
