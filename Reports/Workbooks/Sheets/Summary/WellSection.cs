using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets.Summary;

/// <summary>What went well, said only where a figure supports it.</summary>
internal static class WellSection
{
    public static int Write(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        var well = data.Findings.Where(f => f.Flag("is_favourable") == true).Select(f => Findings.Sentence(f, language)).ToList();
        return SummarySheet.Heading(page, row, "well.title", well.Count == 0 ? language.Say("well.none") : string.Join(" ", well));
    }
}
