using Insights.Reports.Workbooks.Sheets.Priorities;

namespace Insights.Reports.Workbooks.Sheets;

/// <summary>What the client asked for and what it was given, and how often it had to ask again.</summary>
internal static class PrioritiesSheet
{
    private static readonly IReadOnlyList<Func<Page, ReviewData, int, int>> Sections =
    [
        MatrixSection.Write, AgreementSection.Write, DisputesSection.Write, CriticalSection.Write, SecondPage, RemindersSection.Write,
        AgentsSection.Write, ChasedSection.Write,
    ];

    public static void Write(Page page, ReviewData data) => SectionSheet.Write(page, data, "sheet.priorities", Sections);

    /// <summary>Reminders begin a page where the tables above them fill one.</summary>
    private static int SecondPage(Page page, ReviewData data, int row)
    {
        if (data.Delivered.Matrix.Count > 0)
            page.Sheet.PageSetup.AddHorizontalPageBreak(row - 1);
        return row - 1;
    }
}
