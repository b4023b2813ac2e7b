using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets.Delivered;

/// <summary>Per priority: expected, promised, delivered, and the promise that could be kept.</summary>
internal static class KeepableSection
{
    private static readonly string[] Numbers =
        ["tickets", "median", "p90", "within_expected", "interval", "within_promised", "interval", "kept_client", "kept_contract"];

    private static readonly string[] Partings = ["parting", "delivered_parting"];

    public static int Response(Page page, ReviewData data, int row) => Write(page, data, "response", "delivered.keepable", row);

    public static int Resolution(Page page, ReviewData data, int row) => Write(page, data, "resolve", "delivered.keepable.resolve", row);

    private static int Write(Page page, ReviewData data, string kind, string title, int row)
    {
        var language = page.Book.Language;
        var rows = data.Expectations.Where(r => r.Text("promise_kind") == kind).OrderBy(r => r.Whole("priority") ?? long.MaxValue).ToList();
        if (rows.Count == 0)
            return SectionSheet.Heading(page, row, title, language.Say(kind == "response" ? "expected.none" : "delivered.keepable.resolve.none"));

        row = SectionSheet.Heading(page, row, title, language.Say("delivered.keepable.text", ("minimum", language.Whole(data.MinimumN))));
        page.Heads(row, 1, [(language.Say("head.priority"), false), (language.Say("head.expected"), false),
            (language.Say("head.promised"), false), .. Numbers.Select(n => (language.Say("delivered.head." + n), true)),
            (language.Say("delivered.head.parting"), false)]);
        page.RaiseTo(row++, Numbers.Max(n => Page.Lines(language.Say("delivered.head." + n), 9.5)));
        foreach (var expectation in rows)
            WriteRow(page, data, expectation, row++);
        return row;
    }

    private static void WriteRow(Page page, ReviewData data, MartRow expectation, int row)
    {
        var language = page.Book.Language;
        page.Text(row, 1, language.Say(expectation.Whole("priority") is { } level ? FormattableString.Invariant($"priority.{level}") : "priority.none"), Look.Strong);
        page.Text(row, 2, PromiseWords.Of(expectation.Text("expected"), language));
        page.Text(row, 3, PromiseWords.Of(expectation.Text("promised"), language), Look.Label);
        page.RaiseTo(row, Page.Lines(PromiseWords.Of(expectation.Text("promised"), language), 15));
        page.Put(row, 4, Figure.Count(expectation.Whole("ticket_count")).Calculated());
        page.Put(row, 5, Time(expectation, "median_seconds"));
        page.Put(row, 6, Time(expectation, "p90_seconds"));
        if (expectation.Whole("expected_seconds") is not null)
            PutShare(page, data, row, 7, expectation, "within_expected", expectation.Whole("expected_decided_count"));
        if (expectation.Text("promised") is not null && expectation.Whole("priority") is { } priority
            && data.Kept(expectation.Text("promise_kind")!, priority) is { } kept)
            PutShare(page, data, row, 9, kept, "attained", Reading.Decided(kept));
        page.Put(row, 11, Keepable(data, expectation, "kept_seconds"));
        page.Put(row, 12, Keepable(data, expectation, "kept_contract_seconds"));
        var parting = Parting(expectation, language);
        page.Text(row, 13, parting, Look.Label);
        page.RaiseTo(row, Page.Lines(parting, 24));
        ExcelStyle.Rule(page.Sheet.Range(row, 1, row, SectionSheet.LastColumn));
    }

    /// <summary>Where expectation and contract part, then where what was delivered parts from them.</summary>
    private static string Parting(MartRow expectation, Language language)
    {
        string[] said = [.. Partings.Select(expectation.Text).OfType<string>().Select(p => language.Say("parting." + p))];
        return said.Length == 0 ? Page.None : string.Join("; ", said);
    }

    /// <summary>The promise that could be kept; of too few tickets none is read.</summary>
    private static Figure Keepable(ReviewData data, MartRow expectation, string column) =>
        expectation.Whole("ticket_count") < data.MinimumN ? Figure.Text(Page.None) : Time(expectation, column);

    /// <summary>A share, and beside it its interval with the tickets it is of; of too few tickets only how many they are.</summary>
    private static void PutShare(Page page, ReviewData data, int row, int column, MartRow of, string name, long? tickets)
    {
        var language = page.Book.Language;
        var interval = name == "attained" ? "wilson" : name;
        var isEnough = tickets >= data.MinimumN;
        page.Put(row, column, isEnough ? Figure.Ratio(of.Number(name + "_ratio")).Calculated() : Figure.Text(Page.None));
        if (tickets > 0)
            page.Put(row, column + 1, Figure.Text((isEnough ? Reading.Range(of, interval + "_low", interval + "_high", language) + " " : "")
                + $"({language.Whole(tickets.Value)})").Calculated());
        ExcelStyle.AlignRight(page.Sheet.Cell(row, column + 1).Style);
    }

    private static Figure Time(MartRow row, string column) => Figure.Duration(row.Whole(column)).Calculated();
}
