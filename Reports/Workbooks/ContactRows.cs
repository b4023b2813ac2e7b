using Insights.Analytics;

namespace Insights.Reports.Workbooks;

/// <summary>Whether the provider of one client can be reached and keeps up, read once. An empty list is "not measurable from this
/// export".</summary>
internal sealed record ContactRows
{
    /// <summary>How long the client waited for the next word, per span.</summary>
    public required IReadOnlyList<MartRow> Replies { get; init; }

    /// <summary>The twelve months' telephone calls, by month.</summary>
    public required IReadOnlyList<MartRow> Phone { get; init; }

    /// <summary>What the client thought of the answers, per window.</summary>
    public required IReadOnlyList<MartRow> Satisfaction { get; init; }

    /// <summary>What was open at the month's end, by age.</summary>
    public required IReadOnlyList<MartRow> Ages { get; init; }

    /// <summary>Tickets beside users, by month of the twelve.</summary>
    public required IReadOnlyList<MartRow> Growth { get; init; }
}
