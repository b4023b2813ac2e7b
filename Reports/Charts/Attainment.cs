using Insights.Analytics;

namespace Insights.Reports.Charts;

/// <summary>A row of <c>marts.attainment</c> or its trailing twin, all priorities together, with the conclusion it allows.</summary>
internal sealed record Attainment(long Met, long Decided, long Running, long Unknown, double? Ratio, double? Low, double? High,
    double? BoundLow, double? BoundHigh, double? Target, string Reading, bool IsUpperBound)
{
    /// <summary>The row of a promise kind in a mart, or null where the month has none.</summary>
    public static Attainment? Of(ReviewScope scope, string mart, string promiseKind) =>
        scope.Rows(mart).Where(r => Is(r, promiseKind)).Select(Of).FirstOrDefault();

    /// <summary>Whether the row is of the promise kind and of all priorities together.</summary>
    public static bool Is(MartRow row, string promiseKind) => row.Text("promise_kind") == promiseKind && row["priority"] is null;

    public static Attainment Of(MartRow row) => new(
        row.Whole("met_count") ?? 0,
        (row.Whole("met_count") ?? 0) + (row.Whole("breached_count") ?? 0),
        row.Whole("running_count") ?? 0,
        row.Whole("unknown_count") ?? 0,
        row.Number("attained_ratio"),
        row.Number("wilson_low"),
        row.Number("wilson_high"),
        row.Number("bound_low"),
        row.Number("bound_high"),
        row.Number("target_ratio"),
        row.Text("reading") ?? throw new InvalidDataException("A row of marts.attainment has no reading."),
        row.Flag("is_upper_bound") == true);

    /// <summary>Enough decided tickets for a ratio to be quoted.</summary>
    public bool Suffices => Reading is not ("too_few" or "not_measurable");
}
