using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets.Delivered;

/// <summary>The pauses before which nobody asked the client anything, one by one.</summary>
internal static class UnsupportedSection
{
    public static int Write(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        if (!data.TellsPauses)
            return SectionSheet.NotMeasurable(page, row, "delivered.unsupported", "unsupported");

        var pauses = data.Delivered.PauseList.Where(p => p.Flag("is_supported") == false).OrderByDescending(p => p.Instant("from_at")).ToList();
        if (pauses.Count == 0)
            return SectionSheet.Heading(page, row, "delivered.unsupported", language.Say("delivered.unsupported.none"));

        row = SectionSheet.Heading(page, row, "delivered.unsupported", Sentence(pauses, language));
        return TicketList.Write(page, row, Columns(data, language), [.. pauses.Take(TicketList.Most)], pauses.Count);
    }

    private static string Sentence(List<MartRow> pauses, Language language) => language.Say("delivered.unsupported.text",
        ("pauses", language.Count("pause", pauses.Count)),
        ("tickets", language.Count("ticket", pauses.Select(p => (p.Text("source"), p.Text("ticket_id"))).Distinct().Count())),
        ("time", language.Hours(pauses.Sum(p => p.Whole("wall_seconds") ?? 0))));

    private static ListColumn[] Columns(ReviewData data, Language language) =>
    [
        .. TicketColumns.Named(data),
        TicketColumns.Text("column.state", 5, 6, p => language.Say("state." + p.Text("state"))),
        TicketColumns.Moment("pause.from", 8, "from_at", data),
        new("pause.until", 9, 9, p => p.Instant("until_at") is { } until ? Figure.Moment(until, data.Zone) : Figure.Text(language.Say("pause.still"))),
        new("pause.length", 11, 11, p => Figure.Duration(p.Whole("wall_seconds")).Calculated()),
        new("pause.open", 12, 12, p => TicketColumns.Or(Figure.Duration(p.Whole("open_seconds"))) is { Value: not string } open
            ? open.Calculated() : Figure.Text(Page.None)),
        TicketColumns.Text("column.agent", 13, 13, p => p.Text("agent")),
        TicketColumns.Moment("pause.client_at", 10, "client_at", data),
        new("pause.agreed", 7, 7, p => Figure.Text(p.Flag("is_agreed") is { } agreed ? language.Say(agreed ? "yes" : "no") : Page.None)),
    ];
}
