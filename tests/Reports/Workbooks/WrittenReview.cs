using ClosedXML.Excel;
using Insights.Analytics;
using Insights.Reports.Style;
using Insights.Reports.Workbooks;

namespace Insights.Reports.Tests.Workbooks;

/// <summary>A review as a reader opens it, and where on its sheets a label stands.</summary>
internal static class WrittenReview
{
    public static XLWorkbook Of(Marts marts, string client, string language)
    {
        var stream = new MemoryStream();
        ReviewWorkbook.Write(stream, marts, client, InventedTickets.Month, Language.Of(language));
        return new XLWorkbook(stream);
    }

    /// <summary>The row whose first cell is that label; it stands once.</summary>
    public static int RowOf(IXLWorksheet sheet, string label) =>
        sheet.Column(1).CellsUsed().Single(c => c.GetString() == label).Address.RowNumber;

    /// <summary>The number a cell holds, be it a formula's.</summary>
    public static double Number(IXLCell cell) =>
        Convert.ToDouble(cell.HasFormula ? cell.CachedValue : cell.Value, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The length of time a cell holds, be it a formula's, in days; whatever its format makes the library read it as.</summary>
    public static double Days(IXLCell cell) => cell.CachedValue switch
    {
        TimeSpan time => time.TotalDays,
        DateTime date => date.ToOADate(),
        _ => Number(cell),
    };

    /// <summary>Whether a row of a mart is of the twelve months of the review.</summary>
    public static bool IsInWindow(MartRow row) =>
        row.Date("month") is { } month && month > InventedTickets.Month.AddMonths(-12) && month <= InventedTickets.Month;
}
