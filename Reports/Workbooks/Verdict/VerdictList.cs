using Insights.Analytics;
using Insights.Reports.Packs.Verdicts;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Verdict;

/// <summary>A list of a verdict: title, a sentence, a table whose heads are the words of verdict.head. and their names.</summary>
internal static class VerdictList
{
    public static void Write(Page page, VerdictData data, string titleKey, string note, IReadOnlyList<RowColumn> columns, IReadOnlyList<MartRow> rows, string table) =>
        new RowTable(table, "verdict.head.", columns, rows).Write(page, () => WriteTop(page, titleKey, note, columns.Count), Foot(page, data));

    /// <summary>What stands in the foot of every printed page.</summary>
    public static string Foot(Page page, VerdictData data) => page.Book.Theme.Beside($"{data.Client} · {page.Book.Language.Month(data.Month)} · {page.Name}");

    private static void WriteTop(Page page, string titleKey, string note, int columns)
    {
        page.Say(1, 1, titleKey, Look.Section);
        page.Sentence(2, 1, columns, note, Look.Note);
    }
}
