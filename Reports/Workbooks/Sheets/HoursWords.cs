using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets;

/// <summary>Hours used against hours included or prepaid, in sentences.</summary>
internal static class HoursWords
{
    /// <summary>Nothing where there are neither time entries nor included hours.</summary>
    public static IReadOnlyList<string> Sentences(ReviewData data, Language language)
    {
        if (data.Hours is not { Now: { } now, Year: { } year })
            return [];
        List<string> said = data.Hours.Included.Count > 0 ? [.. data.Hours.Included.Select(i => Against(i, language))] : [OfMonth(now, language)];
        said.AddRange(Year(year, language));
        if (now.Whole("used_seconds") > 0)
            said.AddRange(Detail(now, data.Hours.Included.Count > 0, language));
        return said;
    }

    /// <summary>An agreement: how much of it was used, and what is left or beyond.</summary>
    private static string Against(MartRow agreed, Language language)
    {
        var per = agreed.Text("per")!;
        var included = ("included", language.Worked(agreed.Whole("included_seconds")!.Value));
        var of = ("of", Period(agreed, language));
        if (agreed.Whole("left_seconds") is not { } left)
            return language.Say("hours.unmeasured", of, included);
        var used = ("used", language.Worked(agreed.Whole("used_seconds")!.Value));
        return left < 0
            ? language.Say("hours.beyond", of, included, used, ("beyond", language.Worked(-left)))
            : language.Say(per == "once" ? "hours.prepaid_left" : "hours.left", of, included, used, ("left", language.Worked(left)));
    }

    /// <summary>What an agreement is of: a month, a quarter or year by its months, or prepaid hours since a month.</summary>
    public static string Period(MartRow agreed, Language language)
    {
        var (first, last) = (agreed.Date("period_first")!.Value, agreed.Date("period_last"));
        return language.Say("hours.of." + agreed.Text("per"), ("from", language.Month(first)), ("to", last is { } end ? language.Month(end) : ""));
    }

    private static string OfMonth(MartRow now, Language language) => now.Whole("used_seconds") is { } used
        ? language.Say("hours.month", ("used", language.Worked(used)), ("entries", language.Count("hours.entries", now.Whole("entry_count") ?? 0)))
        : language.Say("hours.no_entries");

    private static IEnumerable<string> Year(MartRow year, Language language)
    {
        if (year.Whole("used_seconds") is not { } used)
            yield break;
        var months = ("months", language.Count("hours.months", year.Whole("month_count")!.Value));
        yield return year.Whole("included_seconds") is { } included
            ? language.Say("hours.year.included", months, ("used", language.Worked(year.Whole("against_seconds")!.Value)), ("included", language.Worked(included)))
            : language.Say("hours.year", months, ("used", language.Worked(used)));
    }

    private static IEnumerable<string> Detail(MartRow now, bool hasIncluded, Language language)
    {
        long Of(string column) => now.Whole(column)!.Value;
        yield return Of("ticket_seconds") == Of("used_seconds") ? language.Say("hours.tickets.all") : language.Say("hours.tickets", ("ticket", language.Worked(Of("ticket_seconds"))), ("ratio", language.Percent(now.Number("ticket_ratio")!.Value)),
            ("other", language.Worked(Of("used_seconds") - Of("ticket_seconds"))));
        if (now.Whole("billable_seconds") is { } billable)
            yield return language.Say(Of("billing_untold_seconds") > 0 ? "hours.billable.untold" : "hours.billable",
                ("time", language.Worked(billable)), ("untold", language.Worked(Of("billing_untold_seconds"))));
        if (hasIncluded && Of("used_seconds") > Of("counted_seconds"))
            yield return language.Say("hours.uncounted", ("time", language.Worked(Of("used_seconds") - Of("counted_seconds"))));
        if (hasIncluded && Of("untold_seconds") > 0)
            yield return language.Say(Of("untold_seconds") == Of("used_seconds") ? "hours.untold.all" : "hours.untold", ("time", language.Worked(Of("untold_seconds"))));
    }
}
