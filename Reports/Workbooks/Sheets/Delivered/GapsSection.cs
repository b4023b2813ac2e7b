using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets.Delivered;

/// <summary>The client's wait as a sum: what the contract counts, and all it does not.</summary>
internal static class GapsSection
{
    /// <summary>What the client's clock is the sum of, in the order of the table and the sentence.</summary>
    public static IReadOnlyList<string> Parts { get; } = ["contract", "out_of_hours", "holiday", "agreed_pause", "unsupported_pause"];

    private static readonly string[] Pauses = ["agreed_pause", "unsupported_pause"];

    private static readonly (Span Span, string Measure)[] Columns =
        [(Span.Month, "response"), (Span.Trailing, "response"), (Span.Month, "resolve"), (Span.Trailing, "resolve")];

    public static int Write(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        var gaps = Columns.Select(c => data.Delivered.Gap(c.Span, c.Measure)).ToList();
        if (gaps.All(g => g is null))
            return SectionSheet.NotMeasurable(page, data, row, "clocks.title", "clocks");

        row = SectionSheet.Heading(page, row, "clocks.title", language.Say("delivered.gaps.text"));
        row = SectionSheet.Heads(page, row, [.. Columns.Select(c => Head(c.Span, c.Measure, data, language))]);
        row = WriteRow(page, row, language.Say("delivered.gap.tickets"), gaps, (g, _) => Figure.Count(g.Whole("ticket_count")).Calculated());
        row = WriteOpen(page, row, gaps);
        var first = row;
        foreach (var part in Parts)
            row = WriteRow(page, row, language.Say("delivered.gap." + part), gaps, (g, _) =>
                (IsUntold(g, part, data) ? Figure.Duration(null) : Time(g, part)).Calculated());
        return WriteRow(page, row, language.Say("delivered.gap.client"), gaps, (g, column) =>
            Time(g, "client").Live(FormattableString.Invariant($"SUM({column}{first}:{column}{first + Parts.Count - 1})")));
    }

    /// <summary>A pause no export tells is not a pause of no time.</summary>
    private static bool IsUntold(MartRow gap, string part, ReviewData data) =>
        Pauses.Contains(part) && !data.TellsPauses && (gap.Whole(part + "_seconds") ?? 0) == 0;

    /// <summary>The part with the client's office open, over the tickets whose office hours are known: before the hours of the wall.</summary>
    private static int WriteOpen(Page page, int row, IReadOnlyList<MartRow?> gaps)
    {
        var language = page.Book.Language;
        row = WriteRow(page, row, language.Say("delivered.gap.client_open"), gaps, (g, _) => Time(g, "client_open").Calculated());
        return WriteRow(page, row, language.Say("delivered.gap.open_tickets"), gaps, (g, _) =>
            Figure.Count(g.Whole("open_ticket_count")).Calculated());
    }

    private static int WriteRow(Page page, int row, string label, IReadOnlyList<MartRow?> gaps, Func<MartRow, string, Figure> figure) =>
        SectionSheet.Row(page, row, label,
            [.. gaps.Select((g, i) => g is null ? Figure.Text(Page.None) : figure(g, ((char)('D' + i)).ToString()))]);

    private static Figure Time(MartRow gap, string part) => Figure.Duration(gap.Whole(part + "_seconds"));

    private static string Head(Span span, string measure, ReviewData data, Language language) =>
        language.Say(measure) + " · " + (span == Span.Month ? language.ShortMonth(data.Month) : language.Say("trailing"));
}
