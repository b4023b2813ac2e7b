using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets.Summary;

/// <summary>How to read the page, and where the definitions are.</summary>
internal static class FootSection
{
    public static int Write(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        page.Sentence(row, 1, SummarySheet.LastColumn, language.Say("foot.mark"), Look.Note);
        page.Sentence(row + 1, 1, SummarySheet.LastColumn, language.Say("foot.definitions", ("sheet", language.Say("sheet.definitions"))),
            Look.Note);
        return row + 2;
    }
}
