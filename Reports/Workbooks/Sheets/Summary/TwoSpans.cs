using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets.Summary;

/// <summary>A small table: a label, the month, and the twelve months that end with it, of some rows by month too.</summary>
internal static class TwoSpans
{
    public const int MonthColumn = 4;
    public const int TrailingColumn = 5;

    private const int SparklineColumn = 7;

    public static int Heads(Page page, ReviewData data, int row, bool hasMonths = false)
    {
        var language = page.Book.Language;
        page.Heads(row, 1, ("", false), ("", false), ("", false), (language.ShortMonth(data.Month), true),
            (language.Say("trailing"), true));
        if (hasMonths)
            page.Heads(row, SparklineColumn - 1, ("", false), (language.Say("trailing.months"), true));
        return row + 1;
    }

    /// <param name="page">The sheet.</param>
    /// <param name="row">Where.</param>
    /// <param name="label">What is counted.</param>
    /// <param name="month">The month's figure.</param>
    /// <param name="trailing">That of the twelve months; null where they have none.</param>
    /// <param name="months">The column of the sheet of figures with its months, to be drawn; null: none.</param>
    public static int Row(Page page, int row, string label, Figure month, Figure? trailing, int? months = null)
    {
        page.Text(row, 1, label);
        page.Put(row, MonthColumn, month);
        if (trailing is { } figure)
            page.Put(row, TrailingColumn, figure);
        if (months is { } column)
            page.Book.Add(new Sparkline(page.Name, page.Sheet.Cell(row, SparklineColumn).Address.ToString()!, FiguresSheet.Range(page, column)));
        ExcelStyle.Rule(page.Sheet.Range(row, 1, row, TrailingColumn));
        return row + 1;
    }
}
