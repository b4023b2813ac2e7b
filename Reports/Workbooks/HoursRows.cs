using Insights.Analytics;

namespace Insights.Reports.Workbooks;

/// <summary>The time worked for one client, and the hours its contract includes. All empty where there are neither time entries nor included hours.</summary>
internal sealed record HoursRows
{
    /// <summary>The twelve months, each of its own, oldest first.</summary>
    public required IReadOnlyList<MartRow> Months { get; init; }

    /// <summary>The twelve months together.</summary>
    public required MartRow? Year { get; init; }

    /// <summary>The agreements on hours that hold in the month, prepaid blocks last.</summary>
    public required IReadOnlyList<MartRow> Included { get; init; }

    /// <summary>The month's counted time entries.</summary>
    public required IReadOnlyList<MartRow> Entries { get; init; }

    /// <summary>The month itself; null where there is nothing to tell of hours.</summary>
    public MartRow? Now => Year is null ? null : Months[^1];
}
