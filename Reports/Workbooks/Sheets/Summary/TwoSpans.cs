using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets.Summary;

/// <summary>A small table: a label, the month, and the twelve months that end with it.</summary>
internal static class TwoSpans
{
    public const int MonthColumn = 4;
    public const int TrailingColumn = 5;

    public static int Heads(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        page.Heads(row, 1, ("", false), ("", false), ("", false), (language.ShortMonth(data.Month), true),
            (language.Say("trailing"), true));
        return row + 1;
    }

    public static int Row(Page page, int row, string label, Figure month, Figure? trailing)
    {
        page.Text(row, 1, label);
        page.Put(row, MonthColumn, month);
        if (trailing is { } figure)
            page.Put(row, TrailingColumn, figure);
        ExcelStyle.Rule(page.Sheet.Range(row, 1, row, TrailingColumn));
        return row + 1;
    }
}
