namespace Insights.Reports.Workbooks.Sheets;

/// <summary>What stands in the foot of every printed page.</summary>
internal static class SheetFoot
{
    public static string Of(Page page, ReviewData data) => page.Book.Theme.Beside($"{data.Client} · {page.Book.Language.Month(data.Month)} · {page.Name}");
}
