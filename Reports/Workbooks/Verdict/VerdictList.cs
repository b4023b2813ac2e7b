using ClosedXML.Excel;
using Insights.Analytics;
using Insights.Reports.Packs.Verdicts;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Verdict;

/// <summary>One column of a list; its head is the words of verdict.head. and its name.</summary>
/// <param name="Name">The rest of the key of its head.</param>
/// <param name="Unit">How its cells are shown.</param>
/// <param name="Width">In characters.</param>
/// <param name="Value">What a row shows in it; null leaves the cell empty.</param>
internal sealed record VerdictColumn(string Name, Unit Unit, double Width, Func<MartRow, Figure> Value);

/// <summary>A list to filter and print: title, a sentence, a table.</summary>
internal static class VerdictList
{
    private const int HeadRow = 4;
    private const int MostLines = 3;

    public static void Write(Page page, VerdictData data, string titleKey, string note, IReadOnlyList<VerdictColumn> columns, IReadOnlyList<MartRow> rows, string table)
    {
        var lastRow = HeadRow + Math.Max(1, rows.Count);
        for (var i = 0; i < columns.Count; i++)
            SetColumn(page, columns[i], i + 1, lastRow);
        page.Say(1, 1, titleKey, Look.Section);
        page.Sentence(2, 1, columns.Count, note, Look.Note);
        for (var i = 0; i < columns.Count; i++)
            page.Text(HeadRow, i + 1, page.Book.Language.Say("verdict.head." + columns[i].Name), columns[i].Unit is Unit.Text ? Look.Head : Look.HeadRight);
        page.RaiseTo(HeadRow, 3);
        for (var r = 0; r < rows.Count; r++)
            WriteRow(page, columns, rows[r], HeadRow + 1 + r);
        Finish(page, data, columns.Count, lastRow, table);
    }

    private static void SetColumn(Page page, VerdictColumn column, int number, int lastRow)
    {
        page.Sheet.Column(number).Width = column.Width;
        var style = page.Sheet.Range(HeadRow + 1, number, lastRow, number).Style;
        ExcelStyle.Apply(style, Look.Body);
        style.NumberFormat.Format = ExcelStyle.Format(column.Unit, page.Book.Language);
        style.Alignment.WrapText = column.Unit is Unit.Text;
        if (column.Unit is not Unit.Text)
            ExcelStyle.AlignRight(style);
        else if (number > 1)
            ExcelStyle.AlignLeft(style);
    }

    private static void WriteRow(Page page, IReadOnlyList<VerdictColumn> columns, MartRow row, int number)
    {
        var lines = 1;
        for (var i = 0; i < columns.Count; i++)
        {
            var figure = columns[i].Value(row);
            page.Fill(number, i + 1, figure);
            if (figure.Value is string text)
                lines = Math.Max(lines, Page.Lines(text, columns[i].Width));
        }

        page.RaiseTo(number, Math.Min(lines, MostLines));
    }

    private static void Finish(Page page, VerdictData data, int columns, int lastRow, string name)
    {
        ExcelStyle.Rule(page.Sheet.Range(HeadRow + 1, 1, lastRow, columns));
        var table = page.Sheet.Range(HeadRow, 1, lastRow, columns).CreateTable(name);
        table.Theme = XLTableTheme.None;
        table.ShowAutoFilter = true;
        page.Sheet.SheetView.FreezeRows(HeadRow);
        page.Sheet.PageSetup.PrintAreas.Add(1, 1, lastRow, columns);
        ExcelStyle.Print(page.Sheet, page.Book.Language, Foot(page, data), landscape: true, (HeadRow, HeadRow));
    }

    /// <summary>What stands in the foot of every printed page.</summary>
    public static string Foot(Page page, VerdictData data) => $"{data.Client} · {page.Book.Language.Month(data.Month)} · {page.Name}";
}
