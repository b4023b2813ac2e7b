using Insights.Reports.Style;
using Insights.Reports.Workbooks.Sheets.Summary;

namespace Insights.Reports.Workbooks.Sheets;

/// <summary>The review on one or two pages: what stands out, then each question with its sentence and its figures.</summary>
internal static class SummarySheet
{
    public const int LastColumn = 11;

    private const int FilledPage = 42;

    /// <summary>A section writes itself from a row on and returns the first row it leaves free.</summary>
    private static readonly IReadOnlyList<Func<Page, ReviewData, int, int>> Sections =
    [
        FindingsSection.Write, PromiseSection.Write, ChartsSection.Write, SecondPage, ExpectationsSection.Write,
        ClocksSection.Write, AgainSection.Write, WroteAgainSection.Write, ManagedSection.Write, BacklogSection.Write, WellSection.Write, FootSection.Write,
    ];

    public static void Write(Page page, ReviewData data)
    {
        page.Widths(13, 8.5, 17, 8.5, 8.5, 8.5, 9.5, 8, 10.5, 9, 15.5);
        var row = HeaderSection.Write(page, data, 1);
        foreach (var section in Sections)
            row = section(page, data, row) + 1;
        page.Sheet.PageSetup.PrintAreas.Add(1, 1, row, LastColumn);
        ExcelStyle.Print(page.Sheet, page.Book.Language, SheetFoot.Of(page, data), landscape: false);
    }

    /// <summary>A new page where the first is well filled.</summary>
    private static int SecondPage(Page page, ReviewData data, int row)
    {
        if (row > FilledPage)
            page.Sheet.PageSetup.AddHorizontalPageBreak(row - 1);
        return row - 1;
    }

    /// <summary>The heading of a section, and below it a sentence across the page.</summary>
    public static int Heading(Page page, int row, string key, string sentence) => page.Heading(row, LastColumn, key, sentence);
}
