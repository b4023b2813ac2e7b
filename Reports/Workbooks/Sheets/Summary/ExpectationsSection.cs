using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets.Summary;

/// <summary>Expected, promised, delivered: the three side by side over twelve months.</summary>
internal static class ExpectationsSection
{
    public static int Write(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        var rows = data.Expectations.OrderBy(r => KindOrder(r.Text("promise_kind"))).ThenBy(r => r.Whole("priority") ?? long.MaxValue).ToList();
        if (rows.Count == 0)
            return SummarySheet.Heading(page, row, "expected.title", language.Say("expected.none"));

        row = SummarySheet.Heading(page, row, "expected.title",
            Sentence(rows, language) + " " + language.Say("expected.decided", ("sheet", language.Say("sheet.delivered"))));
        page.Heads(row, 1,
            (language.Say("head.priority"), false), ("", false), (language.Say("head.expected"), false),
                (language.Say("head.within"), true),
            (language.Say("head.promised"), false), ("", false), ("", false), (language.Say("head.within"), true),
            (language.Say("tickets"), true), (language.Say("head.median"), true), (language.Say("head.p90"), true));
        page.Sheet.Cell(row, 5).Style.Alignment.WrapText = false;
        page.RaiseTo(row++, 2);
        foreach (var expectation in rows)
            WriteRow(page, expectation, row++);
        return row;
    }

    private static void WriteRow(Page page, MartRow expectation, int row)
    {
        var language = page.Book.Language;
        page.Text(row, 1, PriorityOf(expectation, language), Look.Strong);
        page.Sheet.Cell(row, 1).Style.Alignment.WrapText = true;
        page.RaiseTo(row, Page.Lines(PriorityOf(expectation, language), page.Sheet.Column(1).Width));
        page.Say(row, 2, expectation.Text("promise_kind")!, Look.Note);
        page.Text(row, 3, PromiseWords.Of(expectation.Text("expected"), language));
        PutWithin(page, row, 4, expectation, "expected");
        page.Text(row, 5, PromiseWords.Of(expectation.Text("promised"), language));
        PutWithin(page, row, 8, expectation, "promised");
        page.Put(row, 9, Figure.Count(expectation.Whole("ticket_count")).Calculated());
        page.Put(row, 10, Figure.Duration(expectation.Whole("median_seconds")).Calculated());
        page.Put(row, 11, Figure.Duration(expectation.Whole("p90_seconds")).Calculated());
    }

    /// <summary>The share within what was expected or promised; empty where nothing was.</summary>
    private static void PutWithin(Page page, int row, int column, MartRow expectation, string what)
    {
        if (expectation.Text(what) is not null)
            page.Put(row, column, Figure.Ratio(expectation.Number($"within_{what}_ratio")).Calculated());
    }

    /// <summary>The most urgent response in words.</summary>
    private static string Sentence(IReadOnlyList<MartRow> rows, Language language)
    {
        var told = rows.FirstOrDefault(r =>
            r.Text("expected") is not null && r.Text("promised") is not null && r.Whole("median_seconds") is not null);
        return told is null ? language.Say("expected.intro") : language.Say("expected.sentence." + told.Text("promise_kind"),
            ("priority", PriorityOf(told, language)), ("expected", PromiseWords.Of(told.Text("expected"), language)),
            ("promised", PromiseWords.Of(told.Text("promised"), language)),
                ("median", language.Duration(told.Whole("median_seconds")!.Value)),
            ("tickets", language.Count("ticket", told.Whole("ticket_count") ?? 0)));
    }

    private static string PriorityOf(MartRow row, Language language) =>
        language.Say(row.Whole("priority") is { } p ? FormattableString.Invariant($"priority.{p}") : "priority.none");

    private static int KindOrder(string? kind) => kind switch
    {
        "response" => 0,
        "start" => 1,
        _ => 2,
    };
}
