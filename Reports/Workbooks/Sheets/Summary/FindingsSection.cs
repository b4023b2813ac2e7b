using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets.Summary;

/// <summary>What stands out: at most three findings, in the order of the mart.</summary>
internal static class FindingsSection
{
    private const int Most = 3;

    public static int Write(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        page.Say(row, 1, "findings.title", Look.Section);
        page.Sheet.Row(row++).Height = 21;
        foreach (var finding in data.Findings.Take(Most))
            page.Sentence(row++, 1, SummarySheet.LastColumn, "• " + Findings.Sentence(finding, language));
        if (data.Findings.Count == 0)
            page.Sentence(row++, 1, SummarySheet.LastColumn, language.Say("findings.none"));
        return row;
    }
}
