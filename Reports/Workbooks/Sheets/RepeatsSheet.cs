using ClosedXML.Excel;
using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets;

/// <summary>The failures that come back: each group with its history, and the month's repeats with the ticket before.</summary>
internal static class RepeatsSheet
{
    private const int LastColumn = 12;
    private const int ChartRows = 15;
    private const int TicketsColumn = 5;

    /// <summary>The failures that fit a page; the rest are counted and stay on the tickets sheet.</summary>
    private const int MostGroups = 25;

    /// <summary>From so many failures their tables begin a page, else a heading stands alone at the end of one.</summary>
    private const int LongGroups = 8;

    public static void Write(Page page, ReviewData data)
    {
        var language = page.Book.Language;
        page.Widths(11, 38, 18, 18, 11, 13, 12, 12, 12, 12, 12, 10);
        page.Say(1, 1, "repeats.title", Look.Section);
        page.Sentence(2, 1, LastColumn, language.Say("repeats.note"), Look.Note);
        var row = Returns.Write(page, data, WriteMonth(page, data, 4));
        row = WriteChart(page, data, row + 1);
        BreakBefore(page, data, row);
        row = WriteGroups(page, data, row + 1);
        row = FailureDetails.Write(page, data, row + 1);
        BreakBefore(page, data, row);
        row = WhoToldWhom.Write(page, data, row + 1);
        row = ManyFailures.Write(page, data, row + 1) + 1;
        page.Sentence(row, 1, LastColumn, language.Say("foot.mark"), Look.Note);
        page.Sheet.PageSetup.PrintAreas.Add(1, 1, row, LastColumn);
        ExcelStyle.Print(page.Sheet, language, SheetFoot.Of(page, data), landscape: true);
    }

    private static void BreakBefore(Page page, ReviewData data, int row)
    {
        if (Recurring(data).Count >= LongGroups)
            page.Sheet.PageSetup.AddHorizontalPageBreak(row);
    }

    private static int WriteMonth(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        page.Text(row++, 1, language.Say("repeats.month", ("month", language.Month(data.Month))), Look.Section);
        page.Sentence(row++, 1, LastColumn, LinkPrecision.Sentence(data.LinkPrecision, language), Look.Note);
        var byKey = data.Counted.ToDictionary(t => (t.Text("source"), t.Text("ticket_id")));
        var links = data.Links.Where(l =>
            byKey.TryGetValue((l.Text("source"), l.Text("ticket_id")), out var t) && t.Date("month") == data.Month
            && t.Flag("is_repeat_30d") == true && data.StartsEpisode(t)).ToList();
        if (links.Count == 0)
        {
            page.Sentence(row, 1, LastColumn, language.Say("repeats.none"));
            return row + 1;
        }

        page.Heads(row, 1, (language.Say("column.number"), false), (language.Say("column.subject"), false),
            (language.Say("column.created_at"), true),
            (language.Say("repeats.earlier"), false), ("", false), ("", false), (language.Say("repeats.why"), false));
        for (var column = 8; column <= LastColumn; column++)
            page.Text(row, column, "", Look.Head);
        page.Sheet.Range(row, 7, row++, LastColumn).Style.Alignment.WrapText = false;
        foreach (var link in links)
            WriteLink(page, data, link, byKey, row++);
        return row;
    }

    private static void WriteLink(Page page, ReviewData data, MartRow link, Dictionary<(string?, string?), MartRow> byKey, int row)
    {
        var language = page.Book.Language;
        var ticket = byKey[(link.Text("source"), link.Text("ticket_id"))];
        var earlier = byKey.GetValueOrDefault((link.Text("earlier_source"), link.Text("earlier_ticket_id")));
        var earlierText = earlier is null
            ? link.Text("earlier_ticket_id") ?? ""
            : $"{earlier.Text("number") ?? earlier.Text("ticket_id")} · {language.Moment(earlier.Instant("created_at")!.Value, data.Zone)}";
        page.Text(row, 1, ticket.Text("number") ?? ticket.Text("ticket_id") ?? "");
        page.Text(row, 2, ticket.Text("subject") ?? "", Look.Label);
        page.Put(row, 3, Figure.Moment(ticket.Instant("created_at"), data.Zone));
        page.Text(row, 4, earlierText);
        page.Sentence(row, 7, LastColumn, Why(link, language));
        page.RaiseTo(row, Page.Lines(ticket.Text("subject") ?? "", 38));
    }

    private static string Why(MartRow link, Language language)
    {
        var tier = language.Has("tier." + link.Text("tier")) ? "tier." + link.Text("tier") : "tier.other";
        var why = language.Say(tier);
        return link.Text("shared_terms") is { Length: > 0 } terms ? why + language.Say("repeats.terms", ("terms", terms)) : why;
    }

    /// <summary>The failures that happened more than once, most often first; without those a person must look at first.</summary>
    internal static List<MartRow> Recurring(ReviewData data) =>
    [
        .. data.Groups.Where(g => g.Whole("episode_count") > 1 && g.Flag("is_for_review") != true).OrderByDescending(g => g.Whole("episode_count"))
            .ThenByDescending(g => g.Instant("last_at")).ThenBy(g => g.Text("failure_group_id"), StringComparer.Ordinal),
    ];

    private static int WriteGroups(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        page.Say(row++, 1, "groups.title", Look.Section);
        var groups = Recurring(data);
        var reviewed = data.Groups.Count(g => g.Flag("is_for_review") == true);
        if (reviewed > 0)
            page.Sentence(row++, 1, LastColumn, language.Say("groups.review", ("n", language.Whole(reviewed))), Look.Note);
        if (groups.Count == 0)
        {
            page.Sentence(row, 1, LastColumn, language.Say("groups.none"));
            return row + 1;
        }

        string[] heads = ["rank", "what", "asset", "category", "tickets", "episodes", "d7", "d30", "d90", "first", "last", "chronic"];
        page.Heads(row, 1, [.. heads.Select((h, i) => (language.Say("groups." + h), i is >= 4 and <= 10))]);
        page.RaiseTo(row++, 2);
        var first = row;
        for (var i = 0; i < Math.Min(groups.Count, MostGroups); i++)
            WriteGroup(page, data, groups[i], i + 1, row++);
        page.Bars(first, row - 1, TicketsColumn);
        page.Bars(first, row - 1, TicketsColumn + 1);
        if (groups.Count > MostGroups)
            page.Sentence(row++, 1, LastColumn, language.Say("groups.more", ("n", language.Whole(groups.Count - MostGroups))), Look.Note);
        return row;
    }

    private static void WriteGroup(Page page, ReviewData data, MartRow group, int rank, int row)
    {
        var language = page.Book.Language;
        page.Put(row, 1, Figure.Count(rank));
        page.Sheet.Cell(row, 1).Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Left;
        page.Text(row, 2, group.Text("title") ?? "", Look.Label);
        page.Text(row, 3, group.Text("asset") ?? "", Look.Label);
        page.Text(row, 4, group.Text("category") ?? "", Look.Label);
        string[] counts = ["ticket_count", "episode_count", "repeats_7d", "repeats_30d", "repeats_90d"];
        for (var i = 0; i < counts.Length; i++)
            page.Put(row, TicketsColumn + i, Figure.Count(group.Whole(counts[i])).Calculated());
        page.Put(row, 10, DateOf(group.Instant("first_at"), data.Zone));
        page.Put(row, 11, DateOf(group.Instant("last_at"), data.Zone));
        page.Text(row, 12, group.Flag("is_chronic") == true ? language.Say("yes") : "");
        page.RaiseTo(row, Page.Lines(group.Text("title") ?? "", 38));
        ExcelStyle.Rule(page.Sheet.Range(row, 1, row, LastColumn));
    }

    private static Figure DateOf(DateTime? utc, string zone) =>
        Figure.Date(utc is { } instant ? DateOnly.FromDateTime(Language.Local(instant, zone)) : null);

    private static int WriteChart(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        var repeats = FiguresSheet.ByMonth(data, m => FiguresSheet.CardOf(data, m)?.Whole("repeat_30d_count"));
        if (repeats.All(v => v is null))
            return row;

        page.Book.Add(new NativeChart(language.Say("chart.repeats"), language.Say("chart.repeats.text"), Unit.Count, FiguresSheet.MonthLabels(page, data),
            [FiguresSheet.Series(page, FiguresSheet.RepeatsColumn, SeriesShape.Columns, page.Book.Theme.Colours.Expected, repeats)]), new ChartPlace(page.Name, 0, row - 1, 5, row - 1 + ChartRows - 1));
        return row + ChartRows;
    }
}
