using System.Globalization;
using Insights.Analytics;
using Insights.Reports.Style;
using Insights.Reports.Workbooks;

namespace Insights.Reports.Packs.Web;

/// <summary>The tickets a page lists and counts in the browser.</summary>
/// <param name="Months">The months they may be of, oldest first.</param>
/// <param name="Tickets">Newest first.</param>
/// <param name="Minimum">Below so many a ratio is shown as two counts.</param>
internal sealed record WebTickets(IReadOnlyList<WebMonth> Months, IReadOnlyList<WebTicket> Tickets, long Minimum)
{
    /// <summary>The counted tickets of a review's twelve months.</summary>
    public static WebTickets Of(ReviewData data, Language language) => new(
        [.. Enumerable.Range(0, 12).Select(i => data.FirstMonth.AddMonths(i)).Select(m => new WebMonth(Iso.Month(m), language.ShortMonth(m)))],
        [.. data.Counted.OrderByDescending(t => t.Instant("created_at")).ThenBy(t => t.Text("ticket_id"), StringComparer.Ordinal).Select(t => Of(t, data, language))],
        data.MinimumN);

    private static WebTicket Of(MartRow ticket, ReviewData data, Language language)
    {
        var (priority, outcome, wait) = (ticket.Whole("priority_final"), ticket.Text("response_outcome"), ticket.Whole("response_client_seconds"));
        return new WebTicket
        {
            Number = ticket.Text("number") ?? ticket.Text("ticket_id") ?? "",
            Subject = ticket.Text("subject") ?? "",
            Month = Iso.Month(ticket.Date("month")!.Value),
            Priority = priority is { } p ? p.ToString(CultureInfo.InvariantCulture) : "none",
            PriorityText = language.Say(priority is { } level ? FormattableString.Invariant($"priority.{level}") : "priority.none"),
            Category = ticket.Text("category") ?? "",
            Created = ticket.Instant("created_at") is { } created ? language.Moment(created, data.Zone) : "",
            Wait = wait,
            WaitText = wait is { } seconds ? language.Duration(seconds) : "",
            Waiting = wait is null && ticket.Text("response_semantics") is not (null or "none"),
            Outcome = outcome ?? "",
            OutcomeText = outcome is null ? "" : language.Say("outcome." + outcome),
            Chasers = ticket.Whole("chaser_count"),
            Repeat = ticket.Flag("is_repeat_30d") == true,
        };
    }
}

/// <param name="Key">2026-10.</param>
/// <param name="Label">As the reader writes it.</param>
internal sealed record WebMonth(string Key, string Label);

/// <summary>A ticket as the page shows it.</summary>
internal sealed record WebTicket
{
    public required string Number { get; init; }

    public required string Subject { get; init; }

    /// <summary>The key of its month.</summary>
    public required string Month { get; init; }

    /// <summary>1 to 5, or none.</summary>
    public required string Priority { get; init; }

    public required string PriorityText { get; init; }

    public required string Category { get; init; }

    public required string Created { get; init; }

    /// <summary>Seconds of the client's clock to the first response; null where there is none or it cannot be measured.</summary>
    public required long? Wait { get; init; }

    public required string WaitText { get; init; }

    /// <summary>It has no first response, and would show one.</summary>
    public required bool Waiting { get; init; }

    /// <summary>Of the response promise.</summary>
    public required string Outcome { get; init; }

    public required string OutcomeText { get; init; }

    public required long? Chasers { get; init; }

    public required bool Repeat { get; init; }
}
