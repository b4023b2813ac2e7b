using Insights.Analytics;

namespace Insights.Ingest.Reference;

/// <summary>One promise of a client, priority and kind holds on a day, not two.</summary>
internal static class ReferenceSpans
{
    public static void Check(IReadOnlyList<ReferencePromise> promises, ReferenceProblems problems)
    {
        foreach (var group in promises.GroupBy(row => (row.Client, row.Priority, row.PromiseKind)))
        {
            var rows = group.OrderBy(row => row.ValidFrom ?? DateOnly.MinValue).ThenBy(row => row.At.Line).ToList();
            foreach (var (earlier, later) in rows.Zip(rows.Skip(1)))
                if ((earlier.ValidTo ?? DateOnly.MaxValue) >= (later.ValidFrom ?? DateOnly.MinValue))
                    problems.Add(later.At, "valid_from", Day(later.ValidFrom), Overlap(earlier, later));
        }
    }

    private static Message Overlap(ReferencePromise earlier, ReferencePromise later)
    {
        var priority = later.Priority?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "*";
        var from = later.ValidFrom is { } day && day > DateOnly.MinValue ? Day(day.AddDays(-1)) : "2025-12-31";
        return new Message(
            $"line {earlier.At.Line} holds for '{later.Client}', priority {priority}, {later.PromiseKind} on the same days. "
            + $"Write the last day of line {earlier.At.Line} in its valid_to, for example {from}, or delete one of the rows.",
            $"η γραμμή {earlier.At.Line} ισχύει για «{later.Client}», προτεραιότητα {priority}, {later.PromiseKind} τις ίδιες ημέρες. "
            + $"Γράψτε την τελευταία ημέρα της γραμμής {earlier.At.Line} στο valid_to της, για παράδειγμα {from}, ή σβήστε τη μία.");
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
