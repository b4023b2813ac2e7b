using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets.Summary;

/// <summary>What went well, said only where a figure supports it.</summary>
internal static class WellSection
{
    public static int Write(Page page, ReviewData data, int row) =>
        SummarySheet.Heading(page, row, "well.title", string.Join(" ", Sentences(data, page.Book.Language)));

    public static IReadOnlyList<string> Sentences(ReviewData data, Language language)
    {
        var well = data.Findings.Where(f => f.Flag("is_favourable") == true).Select(f => Findings.Sentence(f, language)).ToList();
        return well.Count == 0 ? [language.Say("well.none")] : well;
    }
}
