using Insights.Reports.Workbooks.Sheets.Contact;

namespace Insights.Reports.Workbooks.Sheets;

/// <summary>Whether the provider can be reached and keeps up: next replies, telephone, satisfaction, what lies open, growth.</summary>
internal static class ContactSheet
{
    private static readonly IReadOnlyList<Func<Page, ReviewData, int, int>> Sections =
        [RepliesSection.Write, PhoneSection.Write, SatisfactionSection.Write, AgesSection.Write, GrowthSection.Write];

    public static void Write(Page page, ReviewData data) => SectionSheet.Write(page, data, "sheet.contact", Sections);
}
