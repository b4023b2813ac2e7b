using Insights.Reports.Workbooks.Sheets.Delivered;

namespace Insights.Reports.Workbooks.Sheets;

/// <summary>Expected, promised, delivered: the page a client and a provider put between them.</summary>
internal static class DeliveredSheet
{
    private static readonly IReadOnlyList<Func<Page, ReviewData, int, int>> Sections =
    [
        KeepableSection.Response, KeepableSection.Resolution, WaitsSection.Write, RungsSection.Write, SecondPage, GapsSection.Write, PausesSection.Write,
        UnsupportedSection.Write, ChangesSection.Write,
    ];

    public static void Write(Page page, ReviewData data) => SectionSheet.Write(page, data, "sheet.delivered", Sections);

    /// <summary>A new page, so that no table is torn.</summary>
    private static int SecondPage(Page page, ReviewData data, int row)
    {
        if (data.Delivered.Gaps.Count > 0)
            page.Sheet.PageSetup.AddHorizontalPageBreak(row - 1);
        return row - 1;
    }
}
