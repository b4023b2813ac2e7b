using ClosedXML.Excel;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets;

/// <summary>Every ticket of the twelve months, one row each: what all formulas count, and where every figure can be checked.</summary>
internal static class TicketsSheet
{
    private const int HeadRow = 4;
    private const int FirstRow = HeadRow + 1;

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
            style.Border.BottomBorder = XLBorderStyleValues.Hair;
            style.Border.BottomBorderColor = ExcelStyle.Rule;
            if (columns[i].Unit is not Unit.Text)
                style.Alignment.Horizontal = XLAlignmentHorizontalValues.Right;
            style.Alignment.WrapText = columns[i].Name == "subject";
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

    private static void WriteTable(Page page, IReadOnlyList<TicketColumn> columns, ReviewData data, int lastRow)
    {
        for (var i = 0; i < columns.Count; i++)
            page.Text(HeadRow, i + 1, page.Book.Language.Say("column." + columns[i].Name), Look.Head);
        for (var r = 0; r < data.Counted.Count; r++)
            for (var c = 0; c < columns.Count; c++)
                page.Fill(FirstRow + r, c + 1, columns[c].Value(data.Counted[r]));
        page.RaiseTo(HeadRow, 3);
        var table = page.Sheet.Range(HeadRow, 1, lastRow, columns.Count).CreateTable("tickets");
        table.Theme = XLTableTheme.None;
        table.ShowAutoFilter = true;
    }
}
