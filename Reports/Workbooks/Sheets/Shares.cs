using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets;

/// <summary>A count, its share and the interval of the share, for the month and for twelve months side by side.</summary>
internal static class Shares
{
    public static int Heads(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        var (month, year) = (language.ShortMonth(data.Month), language.Say("trailing"));
        return SectionSheet.Heads(page, row, month, "%", language.Say("head.interval"), year, "%", language.Say("head.interval"));
    }

    /// <summary>One row: name_count, name_ratio, name_low and name_high of the mart; the share is the count over that of all
    /// tickets, which stands in the row <paramref name="of"/>.</summary>
    public static int Row(Page page, ReviewData data, int row, string label, int of, string name, IReadOnlyList<MartRow?> spans) =>
        SectionSheet.Row(page, row, label, [.. Span(page, data, spans[0], name, "D", row, of), .. Span(page, data, spans[1], name, "G", row, of)]);

    public static Figure Interval(MartRow row, string name, Language language) =>
        Figure.Text(Reading.Range(row, name + "_low", name + "_high", language)).Calculated();

    private static IEnumerable<Figure?> Span(Page page, ReviewData data, MartRow? span, string name, string column, int row, int of)
    {
        if (span is null)
            return [Figure.Count(null), null, null];
        var count = Figure.Count(span.Whole(name + "_count")).Calculated();
        return span.Whole("ticket_count") < data.MinimumN
            ? [count, Figure.Text(Page.None), Figure.Text(Page.None)]
            : [count, Figure.Ratio(span.Number(name + "_ratio")).Live(FormattableString.Invariant($"{column}{row}/{column}{of}")),
                Interval(span, name, page.Book.Language)];
    }
}
