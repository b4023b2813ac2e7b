using Insights.Reports.Workbooks.Sheets.Contact;

namespace Insights.Reports.Workbooks.Sheets;

/// <summary>Whether the provider can be reached and keeps up: next replies, telephone, satisfaction, what lies open, growth.</summary>
internal static class ContactSheet
{
    private static readonly IReadOnlyList<Func<Page, ReviewData, int, int>> Sections =
        [RepliesSection.Write, PhoneSection.Write, SatisfactionSection.Write, SecondPage, AgesSection.Write, GrowthSection.Write];

    public static void Write(Page page, ReviewData data) => SectionSheet.Write(page, data, "sheet.contact", Sections);

    /// <summary>What lies open begins a page where the calls fill one.</summary>
    private static int SecondPage(Page page, ReviewData data, int row)
    {
        if (data.Contact.Phone.Count > 0)
            page.Sheet.PageSetup.AddHorizontalPageBreak(row - 1);
        return row - 1;
    }
}
