using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets;

/// <summary>Who named the fix first: the failures in which the client's words held the step that the provider then took, inferred.</summary>
internal static class WhoToldWhom
{
    private const int LastColumn = 12;
    private const int MostRows = 10;

    /// <summary>The row after the last written.</summary>
    public static int Write(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        page.Say(row++, 1, "told.title", Look.Section);
        var told = data.ToldFixes.Where(t => t.Flag("is_told") == true).OrderByDescending(t => t.Instant("fixed_at"))
            .ThenBy(t => t.Text("ticket_id"), StringComparer.Ordinal).ToList();
        page.Sentence(row++, 1, LastColumn, data.ToldFixes.Count == 0
            ? language.Say("told.not_measurable")
            : language.Say("told.sentence", ("n", language.Whole(told.Count)), ("all", language.Whole(data.ToldFixes.Count))));
        if (told.Count == 0)
            return row;
        string[] heads = ["column.number", "told.quote", "told.told", "told.fixed", "", "", "told.words"];
        page.Heads(row, 1, [.. heads.Select((h, i) => (h.Length == 0 ? "" : language.Say(h), i is 2 or 3)), .. Enumerable.Repeat(("", false), LastColumn - heads.Length)]);
        page.Sheet.Range(row, 7, row++, LastColumn).Style.Alignment.WrapText = false;
        foreach (var fix in told.Take(MostRows))
            WriteFix(page, data, fix, row++);
        return row;
    }

    private static void WriteFix(Page page, ReviewData data, MartRow fix, int row)
    {
        page.Text(row, 1, fix.Text("number") ?? fix.Text("ticket_id") ?? "");
        page.Text(row, 2, fix.Text("quote") ?? "", Look.Label);
        page.Put(row, 3, Figure.Moment(fix.Instant("told_at"), data.Zone));
        page.Put(row, 4, Figure.Moment(fix.Instant("fixed_at"), data.Zone));
        page.Sentence(row, 7, LastColumn, fix.Text("words") ?? "", Look.Label);
        page.RaiseTo(row, Page.Lines(fix.Text("quote") ?? "", 38));
        ExcelStyle.Rule(page.Sheet.Range(row, 1, row, LastColumn));
    }
}
