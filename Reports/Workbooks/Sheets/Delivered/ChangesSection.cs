using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets.Delivered;

/// <summary>What changed, and only what the evidence bears out.</summary>
internal static class ChangesSection
{
    public static int Write(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        if (data.Delivered.Comparisons.Count == 0 && data.Delivered.Trends.Count == 0)
            return DeliveredSheet.NotMeasurable(page, row, "delivered.changes");

        var said = data.Delivered.Comparisons.Where(c => c.Text("span") == "half" && c.Text("reading") is "better" or "worse")
            .Select(c => Compared(c, language))
            .Concat(data.Delivered.Trends.Where(t => t.Text("signal") is not null).Select(t => Signalled(t, language))).ToList();
        row = DeliveredSheet.Heading(page, row, "delivered.changes", said.Count == 0 ? language.Say("delivered.changes.none") : said[0]);
        foreach (var sentence in said.Skip(1))
            page.Sentence(row++, 1, DeliveredSheet.LastColumn, sentence);
        return row;
    }

    private static string Compared(MartRow comparison, Language language)
    {
        var (before, now, low, high) = comparison.Number("ratio") is null ? InTime(comparison, language) : InShares(comparison, language);
        var measure = comparison.Text("measure")!;
        var what = measure == "response_time" && comparison.Number("ratio") is not null
            ? language.Say("changed.response_within", ("time", language.Duration(comparison.Whole("within_seconds") ?? 0)))
            : language.Say("changed." + measure);
        return language.Say("delivered.changes.half", ("what", what), ("before", before), ("now", now), ("low", low), ("high", high),
            ("reading", language.Say("change." + comparison.Text("reading"))));
    }

    private static (string Before, string Now, string Low, string High) InShares(MartRow c, Language language) =>
        (language.Percent(c.Number("before_ratio")!.Value), language.Percent(c.Number("ratio")!.Value),
            Points(c.Number("difference_ratio_low"), language), Points(c.Number("difference_ratio_high"), language));

    private static (string Before, string Now, string Low, string High) InTime(MartRow c, Language language) =>
        (Time(c.Whole("before_median_seconds"), language), Time(c.Whole("median_seconds"), language),
            Signed(c.Whole("difference_seconds_low"), language), Signed(c.Whole("difference_seconds_high"), language));

    private static string Time(long? seconds, Language language) =>
        seconds is { } known ? language.Duration(known) : language.Say("not_measurable");

    private static string Signed(long? seconds, Language language) => seconds is { } known
        ? (known < 0 ? "−" : "+") + language.Duration(Math.Abs(known)) : language.Say("not_measurable");

    private static string Points(double? difference, Language language) => difference is { } known
        ? (known < 0 ? "" : "+") + language.Number(known * 100, 0) : language.Say("not_measurable");

    private static string Signalled(MartRow trend, Language language)
    {
        var said = language.Say("delivered.changes.trend", ("series", language.Say("series." + trend.Text("series"))),
            ("signal", language.Say("signal." + trend.Text("signal"))));
        return trend.Text("direction") is { } direction ? said + " " + language.Say("delivered.changes.direction",
            ("reading", language.Say("change." + direction))) : said;
    }
}
