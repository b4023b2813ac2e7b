using Insights.Analytics;

namespace Insights.Reports.Workbooks;

/// <summary>What stands between expectation, promise and delivery for one provider, client and month, read once. An empty list is "not
/// measurable from this export".</summary>
internal sealed record DeliveredRows
{
    /// <summary>One promise of a first response by four meanings of it, per span.</summary>
    public required IReadOnlyList<MartRow> Rungs { get; init; }

    /// <summary>Both clocks and what lies between them, per span and measure.</summary>
    public required IReadOnlyList<MartRow> Gaps { get; init; }

    /// <summary>Attainment with and without pauses, per span and kind of promise.</summary>
    public required IReadOnlyList<MartRow> Pauses { get; init; }

    /// <summary>How often the client had to write again, per span.</summary>
    public required IReadOnlyList<MartRow> Chasers { get; init; }

    /// <summary>The priorities the client set against the provider's, per span and view.</summary>
    public required IReadOnlyList<MartRow> Agreement { get; init; }

    /// <summary>The twelve months' tickets on whose priority the two sides or two moments differ.</summary>
    public required IReadOnlyList<MartRow> Disputes { get; init; }

    /// <summary>The twelve months' tickets of work the client cannot be without.</summary>
    public required IReadOnlyList<MartRow> Critical { get; init; }

    /// <summary>Tickets by the priority the client set and the one they were given, per span and view.</summary>
    public required IReadOnlyList<MartRow> Matrix { get; init; }

    /// <summary>The twelve months' pauses, one by one.</summary>
    public required IReadOnlyList<MartRow> PauseList { get; init; }

    /// <summary>The twelve months' reminders, one by one.</summary>
    public required IReadOnlyList<MartRow> ChaserList { get; init; }

    /// <summary>Reminders by the technician the ticket is with, per span.</summary>
    public required IReadOnlyList<MartRow> ChasersByAgent { get; init; }

    /// <summary>The tool's own verdicts of the twelve months beside ours, counted by reason.</summary>
    public required IReadOnlyList<MartRow> Verdicts { get; init; }

    /// <summary>The twelve months' tickets on which the tool's verdict is not ours.</summary>
    public required IReadOnlyList<MartRow> Differences { get; init; }

    /// <summary>The promises of the twelve months by team, technician, channel and the like.</summary>
    public required IReadOnlyList<MartRow> AttainmentBy { get; init; }

    /// <summary>The times of the twelve months by priority and by kind.</summary>
    public required IReadOnlyList<MartRow> TimesBy { get; init; }

    public required IReadOnlyList<MartRow> Comparisons { get; init; }

    public required IReadOnlyList<MartRow> Trends { get; init; }

    /// <summary>The row of a span ("month" or "trailing") among the rows of a mart; null where there is none.</summary>
    public static MartRow? Of(IEnumerable<MartRow> rows, Span span) =>
        rows.FirstOrDefault(r => r.Text("span") == (span == Span.Month ? "month" : "trailing"));

    /// <summary>The both clocks of a measure ("response" or "resolve") over a span; null where no ticket has both.</summary>
    public MartRow? Gap(Span span, string measure) => Of(Gaps.Where(r => r.Text("measure") == measure), span);

    /// <summary>The months' agreement on the final priorities over a span.</summary>
    public MartRow? FinalAgreement(Span span) => Of(Agreement.Where(r => r.Text("view") == "final"), span);
}
