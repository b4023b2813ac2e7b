using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets.Contact;

/// <summary>Whether the load outgrows the people: tickets beside users, month by month, and the half-years compared.</summary>
internal static class GrowthSection
{
    private static readonly string[] Heads = ["tickets", "requesters", "users", "endpoints", "per_user", "backlog"];

    public static int Write(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        if (data.Contact.Growth.FirstOrDefault(r => r.Date("month") == data.Month) is not { } now)
            return SectionSheet.NotMeasurable(page, row, "growth.title", "changes");

        row = SectionSheet.Heading(page, row, "growth.title", Sentence(now, language));
        row = SectionSheet.Heads(page, row,
            [.. Heads.Select(h => language.Say("growth." + h))]);
        foreach (var month in data.Contact.Growth.OrderBy(r => r.Date("month")))
            row = WriteMonth(page, month, row);
        return row;
    }

    private static string Sentence(MartRow now, Language language)
    {
        if (now.Text("growth") is not { } growth || growth == "too_few" || now.Number("rate_ratio") is not { } rate)
            return language.Say("growth.too_few");
        return language.Say("growth." + growth, ("recent", language.Count("ticket", now.Whole("recent_count") ?? 0)),
            ("before", language.Whole(now.Whole("before_count") ?? 0)), ("rate", language.Number(rate, 2)),
            ("low", Bound(now, "rate_low", language)), ("high", Bound(now, "rate_high", language)));
    }

    private static string Bound(MartRow now, string column, Language language) =>
        now.Number(column) is { } bound ? language.Number(bound, 2) : language.Say("not_measurable");

    private static int WriteMonth(Page page, MartRow month, int row)
    {
        var language = page.Book.Language;
        Figure? Known(string column) => month.Whole(column) is { } n ? Figure.Count(n).Calculated() : Figure.Text(Page.None);
        return SectionSheet.Row(page, row, language.Month(month.Date("month")!.Value),
            Figure.Count(month.Whole("ticket_count")).Live(Formula.Count("t_month", MonthOf(month))), Known("requester_count"), Known("users"), Known("endpoints"),
            month.Number("tickets_per_user") is { } rate ? Figure.Text(language.Number(rate, 2)).Calculated() : Figure.Text(Page.None), Known("backlog_count"));
    }

    private static string MonthOf(MartRow month) =>
        FormattableString.Invariant($"DATE({month.Date("month")!.Value:yyyy,M},1)");
}
