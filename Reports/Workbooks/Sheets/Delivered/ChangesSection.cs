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
            return SectionSheet.NotMeasurable(page, row, "delivered.changes", "changes");

        var said = Sentences(data, language);
        row = SectionSheet.Heading(page, row, "delivered.changes", said[0]);
        foreach (var sentence in said.Skip(1))
            page.Sentence(row++, 1, SectionSheet.LastColumn, sentence);
        return row;
    }

    /// <summary>What changed, one sentence each; else that nothing did beyond chance.</summary>
    public static IReadOnlyList<string> Sentences(ReviewData data, Language language)
    {
        var said = data.Delivered.Comparisons.Where(c => c.Text("span") == "half" && c.Text("reading") is "better" or "worse")
            .Select(c => Compared(c, language))
            .Concat(data.Delivered.Trends.Where(t => t.Text("signal") is not null && HasEvidence(t, data)).Select(t => Signalled(t, language))).ToList();
        return said.Count == 0 ? [language.Say("delivered.changes.none")] : said;
    }

    /// <summary>A ratio or a median of too few tickets moves by chance; nothing is read into it.</summary>
    private static bool HasEvidence(MartRow trend, ReviewData data) => trend.Whole("n") is not { } n || n >= data.MinimumN;

    private static string Compared(MartRow comparison, Language language)
    {
        var isShare = comparison.Number("ratio") is not null;
        var (before, now, difference) = isShare ? InShares(comparison, language) : InTime(comparison, language);
        var measure = comparison.Text("measure")!;
        var what = measure == "response_time" && isShare
            ? language.Say("changed.response_within", ("time", language.Duration(comparison.Whole("within_seconds") ?? 0)))
            : language.Say("changed." + measure);
        return language.Say("delivered.changes.half", ("what", what), ("before", before), ("now", now), ("difference", difference),
            ("before_tickets", language.Count("ticket", comparison.Whole("before_n") ?? 0)),
            ("tickets", language.Count("ticket", comparison.Whole("n") ?? 0)),
            ("reading", language.Say("change." + comparison.Text("reading"))));
    }

    private static (string Before, string Now, string Difference) InShares(MartRow c, Language language) =>
        (language.Percent(c.Number("before_ratio")!.Value), language.Percent(c.Number("ratio")!.Value),
            language.Say("delivered.changes.points", ("low", Points(c.Number("difference_ratio_low"), language)),
                ("high", Points(c.Number("difference_ratio_high"), language))));

    private static (string Before, string Now, string Difference) InTime(MartRow c, Language language) =>
        (Time(c.Whole("before_median_seconds"), language), Time(c.Whole("median_seconds"), language),
            language.Say("delivered.changes.span", ("low", Signed(c.Whole("difference_seconds_low"), language)),
                ("high", Signed(c.Whole("difference_seconds_high"), language))));

    private static string Time(long? seconds, Language language) =>
        seconds is { } known ? language.Duration(known) : language.Say("not_measurable");

    private static string Signed(long? seconds, Language language) => seconds is { } known
        ? (known < 0 ? "−" : "+") + language.Duration(Math.Abs(known)) : language.Say("not_measurable");

    private static string Points(double? difference, Language language) => difference is { } known
        ? (known < 0 ? "" : "+") + language.Number(known * 100, 0) : language.Say("not_measurable");

    /// <summary>The month's value beside what was usual, and why it stands out.</summary>
    private static string Signalled(MartRow trend, Language language)
    {
        string Level(string column) => trend.Number(column) is { } value ? Valued(trend.Text("series")!, value, language)
            : language.Say("not_measurable");
        var usual = trend.Number("lower_limit") is null || trend.Number("upper_limit") is null
            ? language.Say("delivered.changes.usual", ("centre", Level("centre")))
            : language.Say("delivered.changes.limits", ("centre", Level("centre")), ("low", Level("lower_limit")), ("high", Level("upper_limit")));
        var of = trend.Whole("n") is { } n ? $" ({language.Count("ticket", n)})" : "";
        var said = language.Say("delivered.changes.trend", ("series", language.Say("series." + trend.Text("series"))),
            ("value", Level("value") + of), ("usual", usual), ("signal", language.Say("signal." + trend.Text("signal"))));
        return trend.Text("direction") is { } direction ? said + " " + language.Say("delivered.changes.direction",
            ("reading", language.Say("change." + direction))) : said;
    }

    private static string Valued(string series, double value, Language language) => series switch
    {
        "response_attainment" or "resolve_attainment" => language.Percent(Math.Clamp(value, 0, 1)),
        "response_median" => language.Duration((long)Math.Round(Math.Max(0, value))),
        _ => language.Number(value, value % 1 == 0 ? 0 : 1),
    };
}
