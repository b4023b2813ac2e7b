using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets;

/// <summary>Every ticket of the twelve months, one row each: what all formulas count, and where every figure can be checked.</summary>
internal static class TicketsSheet
{
    public static void Write(Page page, ReviewData data)
    {
        var columns = TicketColumn.All(data, page.Book.Language);
        var table = new RowTable("tickets", "column.", columns, data.Counted) { Printed = TicketColumn.Printed, Frozen = 2 };
        table.Write(page, () => WriteTop(page, data), SheetFoot.Of(page, data));
        for (var i = 0; i < columns.Count; i++)
            page.Book.Name("t_" + columns[i].Name, page.Sheet.Range(RowTable.FirstRow, i + 1, table.LastRow, i + 1));
    }

    private static void WriteTop(Page page, ReviewData data)
    {
        var language = page.Book.Language;
        page.Say(1, 1, "sheet.tickets", Look.Section);
        page.Text(2, 1, language.Say("tickets.note",
            ("from", language.Month(data.FirstMonth)), ("to", language.Month(data.Month)),
            ("tickets", language.Count("ticket", data.Counted.Count)), ("zone", data.Zone)), Look.Note);
    }
}
