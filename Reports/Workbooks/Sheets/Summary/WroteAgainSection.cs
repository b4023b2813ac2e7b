using Insights.Analytics;
using Insights.Reports.Style;
using Insights.Reports.Workbooks.Sheets.Priorities;

namespace Insights.Reports.Workbooks.Sheets.Summary;

/// <summary>Reminders and criticality of the month in one sentence each; the figures are on their own sheet.</summary>
internal static class WroteAgainSection
{
    public static int Write(Page page, ReviewData data, int row) =>
        SummarySheet.Heading(page, row, "wrote_again.title", Sentence(data, page.Book.Language));

    /// <summary>Of the month: the tickets the client had to remind of, and those critical to it that were handled as normal.</summary>
    public static string Sentence(ReviewData data, Language language)
    {
        var chasers = DeliveredRows.Of(data.Delivered.Chasers, Span.Month);
        if (chasers is null && data.Delivered.Critical.Count == 0)
            return language.Say("delivered.none");

        var said = new List<string>();
        if (chasers is not null)
            said.Add(Reminders(chasers, data, language));
        if (data.Delivered.Critical.Count > 0)
            said.Add(language.Count("wrote_again.critical", data.Delivered.Critical.Count(t =>
                t.Date("month") == data.Month && CriticalSection.IsHandledAsNormal(t))));
        return string.Join(" ", said);
    }

    private static string Reminders(MartRow chasers, ReviewData data, Language language)
    {
        var share = chasers.Whole("ticket_count") < data.MinimumN || chasers.Number("chased_ratio") is not { } ratio
            ? "" : $" ({language.Percent(ratio)}, {Reading.Range(chasers, "chased_low", "chased_high", language)})";
        var tickets = language.Count("ticket", chasers.Whole("ticket_count") ?? 0);
        if (chasers.Whole("chased_count") is null or 0)
            return language.Say("wrote_again.none", ("tickets", tickets), ("share", share));

        var late = chasers.Whole("headline_count") is > 0 and var headline
            ? language.Say("wrote_again.headline", ("headline", language.Whole(headline))) : "";
        return language.Say("wrote_again.reminders", ("chased", language.Whole(chasers.Whole("chased_count")!.Value)),
            ("tickets", tickets), ("share", share), ("late", late));
    }
}
