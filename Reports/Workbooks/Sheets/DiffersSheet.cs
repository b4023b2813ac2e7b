using Insights.Reports.Workbooks.Sheets.Differs;

namespace Insights.Reports.Workbooks.Sheets;

/// <summary>Why our number is not the tool's: the reasons, and the tickets behind each.</summary>
internal static class DiffersSheet
{
    private static readonly IReadOnlyList<Func<Page, ReviewData, int, int>> Sections = [ReasonsSection.Write, DifferencesSection.Write];

    public static void Write(Page page, ReviewData data) => SectionSheet.Write(page, data, "sheet.differs", Sections);
}
