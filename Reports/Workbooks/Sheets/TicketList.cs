using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets;

/// <summary>One column of a list of tickets.</summary>
/// <param name="Head">The key of its head.</param>
/// <param name="From">The first column of the sheet it takes, from 1.</param>
/// <param name="To">The last.</param>
/// <param name="Value">What a row shows in it.</param>
internal sealed record ListColumn(string Head, int From, int To, Func<MartRow, Figure> Value);

/// <summary>A list of tickets of a section: as many as fit a page, and in words how many more there are.</summary>
internal static class TicketList
{
    /// <summary>So many tickets of a list are shown; the tickets sheet has all.</summary>
    public const int Most = 12;

    /// <summary>A longer text is cut on paper; its cell holds all of it.</summary>
    private const int MostLines = 3;

    public static int Write(Page page, int row, IReadOnlyList<ListColumn> columns, IReadOnlyList<MartRow> shown, int all)
    {
        foreach (var column in columns)
            WriteHead(page, row, column);
        row++;
        foreach (var line in shown)
            WriteLine(page, row++, columns, line);
        if (all > shown.Count)
            page.Sentence(row++, 1, SectionSheet.LastColumn, page.Book.Language.Count("list.more", all - shown.Count), Look.Note);
        return row;
    }

    private static void WriteHead(Page page, int row, ListColumn column)
    {
        var text = page.Book.Language.Say(column.Head);
        for (var i = column.From; i <= column.To; i++)
            page.Text(row, i, i == column.From ? text : "", Look.Head);
        Merge(page, row, column);
        page.RaiseTo(row, Page.Lines(text, WidthOf(page, column)));
    }

    private static void WriteLine(Page page, int row, IReadOnlyList<ListColumn> columns, MartRow line)
    {
        foreach (var column in columns)
        {
            var figure = column.Value(line);
            Merge(page, row, column);
            page.Put(row, column.From, figure);
            var style = page.Sheet.Cell(row, column.From).Style;
            if (column.From > 1)
                ExcelStyle.AlignLeft(style);
            style.Alignment.WrapText = figure.Value is string;
            if (figure.Value is string text)
                page.RaiseTo(row, Math.Min(MostLines, Page.Lines(text, WidthOf(page, column) - 1)));
        }

        ExcelStyle.Rule(page.Sheet.Range(row, 1, row, SectionSheet.LastColumn));
    }

    private static void Merge(Page page, int row, ListColumn column)
    {
        if (column.To > column.From)
            page.Sheet.Range(row, column.From, row, column.To).Merge();
    }

    private static double WidthOf(Page page, ListColumn column) =>
        Enumerable.Range(column.From, column.To - column.From + 1).Sum(i => page.Sheet.Column(i).Width);
}
