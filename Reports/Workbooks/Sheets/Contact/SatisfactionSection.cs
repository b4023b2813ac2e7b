using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets.Contact;

/// <summary>What those who were asked thought of the answer, and how many of them said so.</summary>
internal static class SatisfactionSection
{
    private static readonly string[] Marks = ["good", "neutral", "bad"];

    public static int Write(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        MartRow?[] spans = [Of(data, "month"), Of(data, "trailing")];
        if (spans.All(s => s is null))
            return SectionSheet.NotMeasurable(page, row, "satisfaction.title", "satisfaction");

        row = SectionSheet.Heading(page, row, "satisfaction.title", language.Say("satisfaction.text"));
        row = Shares.Heads(page, data, row);
        var offered = row;
        row = SectionSheet.Row(page, row, language.Say("satisfaction.offered"), [.. spans.SelectMany(s => Count(s, "offered"))]);
        var answered = row;
        row = SectionSheet.Row(page, row, language.Say("satisfaction.answered"), [.. spans.SelectMany((s, i) =>
            Share(data, s, "answered", s?.Whole("offered_count"), "response", "response", offered, row, Letter(i), language))]);
        row = SectionSheet.Row(page, row, language.Say("satisfaction.good"), [.. spans.SelectMany((s, i) =>
            Share(data, s, "good", s?.Whole("answered_count"), "good", "wilson", answered, row, Letter(i), language))]);
        foreach (var mark in Marks.Skip(1))
            row = SectionSheet.Row(page, row, language.Say("satisfaction." + mark), [.. spans.SelectMany(s => Count(s, mark))]);
        return row;
    }

    private static MartRow? Of(ReviewData data, string span) => data.Contact.Satisfaction.FirstOrDefault(r => r.Text("span") == span);

    private static char Letter(int span) => span == 0 ? 'D' : 'G';

    private static IEnumerable<Figure?> Count(MartRow? span, string name) =>
        [span is null ? Figure.Text(Page.None) : Figure.Count(span.Whole(name + "_count")).Calculated(), null, null];

    /// <summary>A count, its share of the row <paramref name="of"/>, and the interval; of too few only the count.</summary>
    private static IEnumerable<Figure?> Share(ReviewData data, MartRow? span, string name, long? whole, string ratio, string interval, int of, int row,
        char letter, Language language)
    {
        if (span is null)
            return [Figure.Text(Page.None), null, null];
        var count = Figure.Count(span.Whole(name + "_count")).Calculated();
        return whole switch
        {
            null => [count, Figure.Ratio(null), null],
            { } n when n < data.MinimumN => [count, Figure.Text(Page.None), Figure.Text(Page.None)],
            _ => [count, Figure.Ratio(span.Number(ratio + "_ratio")).Live(FormattableString.Invariant($"{letter}{row}/{letter}{of}")),
                Shares.Interval(span, interval, language)],
        };
    }
}
