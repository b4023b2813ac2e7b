using Insights.Analytics;

namespace Insights.Reports.Workbooks;

/// <summary>What was agreed and said at the meetings of the twelve months.</summary>
internal sealed record MeetingRows
{
    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<MartRow> Actions { get; init; }

    public required IReadOnlyList<MartRow> Comments { get; init; }

    /// <summary>Tickets a side wants left out, agreed or not.</summary>
    public required IReadOnlyList<MartRow> Exclusions { get; init; }

    /// <summary>By span and kind of promise, where a promised ticket was left out.</summary>
    public required IReadOnlyList<MartRow> Attainment { get; init; }
}
