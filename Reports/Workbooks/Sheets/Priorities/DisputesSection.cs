using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets.Priorities;

/// <summary>The tickets on whose priority the two sides, or two moments, differ: from what to what, by whom, when, and what it changed.</summary>
internal static class DisputesSection
{
    private static readonly string[] Moments = ["priority_asked", "priority_assigned", "priority_final"];

    public static int Write(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        var disputes = data.Delivered.Disputes.Where(d => d.Text("asked_by") != "inferred").OrderByDescending(Weight)
            .ThenByDescending(d => d.Instant("created_at")).ThenBy(d => d.Text("ticket_id"), StringComparer.Ordinal).ToList();
        if (disputes.Count == 0)
            return data.Delivered.Matrix.Count == 0 ? SectionSheet.NotMeasurable(page, row, "disputes.title", "disputes")
                : SectionSheet.Heading(page, row, "disputes.title", language.Say("disputes.none"));

        row = SectionSheet.Heading(page, row, "disputes.title", language.Say("disputes.text", ("tickets", language.Count("ticket", disputes.Count))));
        return TicketList.Write(page, row, Columns(data, language), [.. disputes.Take(TicketList.Most)], disputes.Count);
    }

    /// <summary>First those where the lower priority changed whether the promise was kept.</summary>
    private static int Weight(MartRow dispute) =>
        AgreementSection.IsMetOnlyLowered(dispute) ? 2 : AgreementSection.IsBeforeBreach(dispute) ? 1 : 0;

    private static ListColumn[] Columns(ReviewData data, Language language) =>
    [
        .. TicketColumns.Named(data),
        new("disputes.change", 5, 6, d => Figure.Text(Change(d, language))),
        TicketColumns.Text("disputes.direction", 7, 8, d => language.Say("disputes." + d.Text("direction"))),
        TicketColumns.Text("disputes.by", 9, 9, d => d.Text(Moved(d) + "_by")),
        TicketColumns.Moment("disputes.at", 10, d => d.Instant(Moved(d) + "_at"), data),
        TicketColumns.Text("disputes.effect", 11, 13, d => Effect(d, language)),
    ];

    /// <summary>The change that is told: of a ticket more urgent in the end the first that raised it, else the first that lowered it.</summary>
    private static string Moved(MartRow dispute) => dispute.Text("direction") == "raised" ? "raised" : "lowered";

    private static string Change(MartRow dispute, Language language) => string.Join(" → ",
        Moments.Select(p => TicketColumns.Level(dispute.Whole(p), language)));

    private static string? Effect(MartRow dispute, Language language)
    {
        string[] said =
        [
            .. new[] { ("met_only", AgreementSection.IsMetOnlyLowered(dispute)), ("before_breach", AgreementSection.IsBeforeBreach(dispute)) }
                .Where(e => e.Item2).Select(e => language.Say("disputes.effect." + e.Item1)),
        ];
        return said.Length == 0 ? null : string.Join(", ", said);
    }
}
