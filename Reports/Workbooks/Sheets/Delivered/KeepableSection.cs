using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets.Delivered;

/// <summary>Per priority: expected, promised, delivered, and the promise that could be kept.</summary>
internal static class KeepableSection
{
    private static readonly string[] Numbers =
        ["median", "p90", "within_expected", "decided", "within_promised", "kept_client", "kept_contract"];

    public static int Write(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        var rows = data.Expectations.Where(r => r.Text("promise_kind") == "response").OrderBy(r => r.Whole("priority") ?? 0).ToList();
        if (rows.Count == 0)
            return DeliveredSheet.Heading(page, row, "delivered.keepable", language.Say("expected.none"));

        row = DeliveredSheet.Heading(page, row, "delivered.keepable", language.Say("delivered.keepable.text"));
        page.Heads(row, 1, [(language.Say("head.priority"), false), (language.Say("head.expected"), false),
            (language.Say("head.promised"), false), .. Numbers.Select(n => (language.Say("delivered.head." + n), true)),
            (language.Say("delivered.head.parting"), false)]);
        page.RaiseTo(row++, Numbers.Max(n => Page.Lines(language.Say("delivered.head." + n), 9.5)));
        foreach (var expectation in rows)
            WriteRow(page, expectation, row++);
        return row;
    }

    private static void WriteRow(Page page, MartRow expectation, int row)
    {
        var language = page.Book.Language;
        page.Text(row, 1, language.Say(FormattableString.Invariant($"priority.{expectation.Whole("priority")}")), Look.Strong);
        page.Text(row, 2, PromiseWords.Of(expectation.Text("expected"), language));
        page.Text(row, 3, PromiseWords.Of(expectation.Text("promised"), language), Look.Label);
        page.RaiseTo(row, Page.Lines(PromiseWords.Of(expectation.Text("promised"), language), 15));
        page.Put(row, 4, Time(expectation, "median_seconds"));
        page.Put(row, 5, Time(expectation, "p90_seconds"));
        var isExpected = expectation.Whole("expected_seconds") is not null;
        page.Put(row, 6, isExpected ? Share(expectation, "within_expected_ratio") : Figure.Text(Page.None));
        page.Put(row, 7, isExpected ? Figure.Count(expectation.Whole("expected_decided_count")).Calculated() : Figure.Text(Page.None));
        page.Put(row, 8, expectation.Text("promised") is null ? Figure.Text(Page.None) : Share(expectation, "within_promised_ratio"));
        page.Put(row, 9, Time(expectation, "kept_seconds"));
        page.Put(row, 10, Time(expectation, "kept_contract_seconds"));
        var parting = expectation.Text("parting") is { } code ? language.Say("parting." + code) : Page.None;
        page.Text(row, 11, parting, Look.Label);
        page.RaiseTo(row, Page.Lines(parting, 24));
        ExcelStyle.Rule(page.Sheet.Range(row, 1, row, DeliveredSheet.LastColumn));
    }

    private static Figure Time(MartRow row, string column) => Figure.Duration(row.Whole(column)).Calculated();

    private static Figure Share(MartRow row, string column) => Figure.Ratio(row.Number(column)).Calculated();
}
