using ClosedXML.Excel;
using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets;

/// <summary>Every ticket of the twelve months, one row each: what all formulas count, and where every figure can be checked.</summary>
internal static class TicketsSheet
{
    private const int HeadRow = 4;
    private const int FirstRow = HeadRow + 1;

    /// <summary>A longer text is cut on paper; its cell holds all of it.</summary>
    private const int MostLines = 3;

    public static void Write(Page page, ReviewData data)
    {
        var columns = TicketColumn.All(data, page.Book.Language);
        var lastRow = Math.Max(FirstRow, FirstRow + data.Counted.Count - 1);
        SetColumns(page, columns, lastRow);
        WriteTop(page, data);
        WriteTable(page, columns, data, lastRow);
        for (var i = 0; i < columns.Count; i++)
            page.Book.Name("t_" + columns[i].Name, page.Sheet.Range(FirstRow, i + 1, lastRow, i + 1));
        page.Sheet.SheetView.Freeze(HeadRow, 2);
        page.Sheet.PageSetup.PrintAreas.Add(1, 1, lastRow, TicketColumn.Printed);
        ExcelStyle.Print(page.Sheet, page.Book.Language, SheetFoot.Of(page, data), landscape: true, (HeadRow, HeadRow));
    }

    private static void SetColumns(Page page, IReadOnlyList<TicketColumn> columns, int lastRow)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            page.Sheet.Column(i + 1).Width = columns[i].Width;
            var style = page.Sheet.Range(FirstRow, i + 1, lastRow, i + 1).Style;
            ExcelStyle.Apply(style, Look.Body);
            style.NumberFormat.Format = ExcelStyle.Format(columns[i].Unit, page.Book.Language);
            if (columns[i].Unit is not Unit.Text)
                ExcelStyle.AlignRight(style);
            else if (i > 0)
                ExcelStyle.AlignLeft(style);
            style.Alignment.WrapText = columns[i].Unit is Unit.Text;
        }
    }

    private static void WriteTop(Page page, ReviewData data)
    {
        var language = page.Book.Language;
        page.Say(1, 1, "sheet.tickets", Look.Section);
        page.Text(2, 1, language.Say("tickets.note",
            ("from", language.Month(data.FirstMonth)), ("to", language.Month(data.Month)),
            ("tickets", language.Count("ticket", data.Counted.Count)), ("zone", data.Zone)), Look.Note);
    }

    private static void WriteTicket(Page page, IReadOnlyList<TicketColumn> columns, MartRow ticket, int row)
    {
        var lines = 1;
        for (var i = 0; i < columns.Count; i++)
        {
            var figure = columns[i].Value(ticket);
            page.Fill(row, i + 1, figure);
            if (figure.Value is string text && i < TicketColumn.Printed)
                lines = Math.Max(lines, Page.Lines(text, columns[i].Width));
        }

        page.RaiseTo(row, Math.Min(lines, MostLines));
    }

    private static void WriteTable(Page page, IReadOnlyList<TicketColumn> columns, ReviewData data, int lastRow)
    {
        for (var i = 0; i < columns.Count; i++)
            page.Text(HeadRow, i + 1, page.Book.Language.Say("column." + columns[i].Name), columns[i].Unit is Unit.Text ? Look.Head
                : Look.HeadRight);
        for (var r = 0; r < data.Counted.Count; r++)
            WriteTicket(page, columns, data.Counted[r], FirstRow + r);
        page.RaiseTo(HeadRow, 3);
        ExcelStyle.Rule(page.Sheet.Range(FirstRow, 1, lastRow, columns.Count));
        var table = page.Sheet.Range(HeadRow, 1, lastRow, columns.Count).CreateTable("tickets");
        table.Theme = XLTableTheme.None;
        table.ShowAutoFilter = true;
    }
}
