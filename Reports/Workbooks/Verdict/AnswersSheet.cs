using Insights.Analytics;
using Insights.Reports.Packs.Verdicts;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Verdict;

/// <summary>The questions with their answers and figures, one row each.</summary>
internal static class AnswersSheet
{
    private const int HeadRow = 5;
    private const int LastColumn = 12;

    private static readonly (string Name, double Width, bool IsNumber)[] Columns =
    [
        ("question", 25, false), ("answer", 16, false), ("confidence", 11, false), ("hit", 9, true), ("n", 7, true), ("ratio", 9, true), ("low", 9, true), ("high", 8, true),
        ("target", 8, true), ("yardstick", 38, false), ("side", 13, false), ("reason", 28, false),
    ];

    public static void Write(Page page, VerdictData data, VerdictSentences say)
    {
        var language = page.Book.Language;
        page.Widths([.. Columns.Select(c => c.Width)]);
        page.Logo(LastColumn);
        page.Text(1, 1, data.Client, Look.Title);
        page.Text(2, 1, page.Book.Theme.Beside(language.Say("verdict.kind", ("month", language.Month(data.Month)))), Look.Subtitle);
        page.Sentence(3, 1, LastColumn, language.Say("verdict.facts", ("until", language.Moment(data.AsOf, data.Zone))), Look.Note);
        page.Heads(HeadRow, 1, [.. Columns.Select(c => (language.Say("verdict.head." + c.Name), c.IsNumber))]);
        page.RaiseTo(HeadRow, 3);
        var row = HeadRow + 1;
        foreach (var verdict in data.Verdicts)
            WriteRow(page, row++, verdict, say);
        row = WriteLines(page, row + 1, "verdict.looked", say.Looked());
        row = WriteLines(page, row + 1, "verdict.well", say.Strengths());
        row = WriteLines(page, row + 1, "verdict.ask", say.Questions());
        row = WriteLines(page, row + 1, "verdict.referees", say.Referees());
        page.Sentence(row + 1, 1, LastColumn, language.Say("verdict.foot"), Look.Note);
        page.Sheet.PageSetup.PrintAreas.Add(1, 1, row + 1, LastColumn);
        ExcelStyle.Print(page.Sheet, language, VerdictList.Foot(page, data), landscape: true);
    }

    private static void WriteRow(Page page, int row, MartRow verdict, VerdictSentences say)
    {
        var language = page.Book.Language;
        page.Text(row, 1, language.Say("verdict.question." + verdict.Text("question")), Look.Strong);
        page.Text(row, 2, say.AnswerName(verdict), Look.Label);
        page.Text(row, 3, verdict.Text("confidence") is { } sure ? language.Say("verdict.confidence." + sure) : Page.None);
        if (verdict.Number("figure") is { } figure)
            WriteFigures(page, row, verdict, figure);
        else
            for (var column = 4; column <= 8; column++)
                page.Put(row, column, Figure.Text(Page.None));
        page.Put(row, 9, verdict.Number("target") is { } target ? Figure.Ratio(target) : Figure.Text(Page.None));
        page.Text(row, 10, say.Yardstick(verdict) ?? language.Say("verdict.yardstick.none"), Look.Label);
        page.Text(row, 11, verdict.Text("side") is { } side ? language.Say("verdict.record." + side) : Page.None, Look.Label);
        page.Text(row, 12, say.Reason(verdict) is { } reason ? Language.Capitalised(reason) : Page.None, Look.Label);
        page.Sheet.Cell(row, 1).Style.Alignment.WrapText = true;
        page.RaiseTo(row, Enumerable.Range(0, Columns.Length).Max(c => Page.Lines(page.Sheet.Cell(row, c + 1).GetString(), Columns[c].Width)));
        ExcelStyle.Rule(page.Sheet.Range(row, 1, row, LastColumn));
    }

    /// <summary>The share is a formula over the two counts; fewer than the least number of cases have no interval.</summary>
    private static void WriteFigures(Page page, int row, MartRow verdict, double figure)
    {
        page.Put(row, 4, Figure.Count(verdict.Whole("hit_count")).Calculated());
        page.Put(row, 5, Figure.Count(verdict.Whole("n")).Calculated());
        page.Put(row, 6, Figure.Ratio(figure).Live(FormattableString.Invariant($"D{row}/E{row}")));
        page.Put(row, 7, Figure.Ratio(verdict.Number("low")).Calculated());
        page.Put(row, 8, Figure.Ratio(verdict.Number("high")).Calculated());
    }

    private static int WriteLines(Page page, int row, string titleKey, IEnumerable<string> lines)
    {
        page.Say(row++, 1, titleKey, Look.Section);
        foreach (var line in lines)
            page.Sentence(row++, 1, LastColumn, line);
        return row;
    }
}
