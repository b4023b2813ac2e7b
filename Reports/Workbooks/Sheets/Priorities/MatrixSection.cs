using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets.Priorities;

/// <summary>The priority the client set against the one the provider gave, ticket by ticket counted.</summary>
internal static class MatrixSection
{
    private static readonly long[] Levels = [1, 2, 3, 4, 5];

    public static int Write(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        if (data.Delivered.Matrix.Count == 0)
            return SectionSheet.NotMeasurable(page, row, "matrix.title", "matrix");

        row = SectionSheet.Heading(page, row, "matrix.title", language.Say("matrix.text"));
        foreach (var view in new[] { "assigned", "final" })
            row = WriteView(page, row, view, [.. data.Delivered.Matrix.Where(r => r.Text("span") == "trailing" && r.Text("view") == view)]);
        return row;
    }

    private static int WriteView(Page page, int row, string view, List<MartRow> cells)
    {
        if (cells.Count == 0)
            return row;

        var language = page.Book.Language;
        row = SectionSheet.Heads(page, row, [.. Levels.Select(l => Said(l, language)), language.Say("matrix.all")]);
        page.Text(row - 1, 1, language.Say("matrix." + view), Look.Head);
        page.Sheet.Range(row - 1, 1, row - 1, 3).Merge();
        var first = row;
        foreach (var asked in Levels.Where(l => cells.Any(c => c.Whole("priority_asked") == l)))
            row = WriteAsked(page, row, asked, cells);
        Figure Column(long level, char letter) => Figure.Count(cells.Where(c => c.Whole("priority") == level).Sum(c => c.Whole("ticket_count")))
            .Live(FormattableString.Invariant($"SUM({letter}{first}:{letter}{row - 1})"));
        return SectionSheet.Row(page, row, language.Say("matrix.all"),
            [.. Levels.Select((l, i) => (Figure?)Column(l, (char)('D' + i))), Figure.Count(cells.Sum(c => c.Whole("ticket_count"))).Live(
                FormattableString.Invariant($"SUM(D{row}:H{row})"))]) + 1;
    }

    private static int WriteAsked(Page page, int row, long asked, List<MartRow> cells)
    {
        var language = page.Book.Language;
        var own = cells.Where(c => c.Whole("priority_asked") == asked).ToList();
        Figure Of(long level) => Figure.Count(own.FirstOrDefault(c => c.Whole("priority") == level)?.Whole("ticket_count") ?? 0).Calculated();
        var next = SectionSheet.Row(page, row, language.Say("matrix.asked", ("priority", Said(asked, language))),
            [.. Levels.Select(l => (Figure?)Of(l)), Figure.Count(own.Sum(c => c.Whole("ticket_count"))).Live(FormattableString.Invariant($"SUM(D{row}:H{row})"))]);
        page.Sheet.Cell(row, 3 + (int)asked).Style.Font.Bold = true;
        return next;
    }

    private static string Said(long level, Language language) => language.Say(FormattableString.Invariant($"priority.{level}"));
}
