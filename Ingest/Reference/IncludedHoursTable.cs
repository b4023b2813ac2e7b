using System.Globalization;
using Insights.Analytics;
using Insights.Ingest.Mapping;

namespace Insights.Ingest.Reference;

/// <summary>What the rows of included_hours mean, and which of them cannot hold together.</summary>
internal static class IncludedHoursTable
{
    private const string Once = "once";

    private static readonly (string, string[])[] Periods =
    [
        ("month", ["μηνασ", "μηνα"]), ("quarter", ["τριμηνο"]), ("year", ["ετοσ", "χρονοσ"]), (Once, ["εφαπαξ", "προπληρωμενεσ", "block", "prepaid"]),
    ];

    public static ReferenceIncludedHours Row(ReferenceCells cells)
    {
        var row = new ReferenceIncludedHours(
            cells.At, cells.Text("client")!, cells.Read("hours", Hours) ?? 0, cells.OneOf("per", Periods)!,
            cells.Read("valid_from", CellText.Date) ?? default, cells.Read("valid_to", CellText.Date), cells.Text("note"));
        if (cells.IsSound && row.ValidTo < row.ValidFrom)
            cells.Refuse("valid_to", "valid_to is before valid_from.", "το valid_to είναι πριν από το valid_from.");
        return row;
    }

    /// <summary>
    /// Hours are counted by whole months, so a month has one agreement on hours of each period, and the prepaid blocks open in it end on one day:
    /// else nobody could say of which an hour is taken.
    /// </summary>
    public static void CheckSpans(IReadOnlyList<ReferenceIncludedHours> rows, ReferenceProblems problems)
    {
        foreach (var group in rows.GroupBy(row => (row.Client, IsOnce: row.Per == Once)))
        {
            var ordered = group.OrderBy(row => row.ValidFrom).ThenBy(row => row.At.Line).ToList();
            for (var i = 1; i < ordered.Count; i++)
                if (ordered.Take(i).FirstOrDefault(earlier => Meet(earlier, ordered[i]) && !(group.Key.IsOnce && earlier.ValidTo == ordered[i].ValidTo)) is { } earlier)
                    problems.Add(ordered[i].At, "valid_from", Day(ordered[i].ValidFrom), group.Key.IsOnce ? TwoBlocks(earlier, ordered[i]) : TwoPeriods(earlier, ordered[i]));
        }
    }

    private static Reading<double?> Hours(string cell) => CellText.Number(cell) is { Value: { } hours } read
        ? hours > 0 ? read : new Message($"'{cell}' is not above 0. Write the hours, for example 10 or 7.5.", $"Το «{cell}» δεν είναι πάνω από 0. Γράψτε τις ώρες, για παράδειγμα 10 ή 7,5.")
        : CellText.Number(cell);

    private static bool Meet(ReferenceIncludedHours earlier, ReferenceIncludedHours later) =>
        earlier.ValidTo is not { } end || MonthOf(end) >= MonthOf(later.ValidFrom);

    private static Message TwoPeriods(ReferenceIncludedHours earlier, ReferenceIncludedHours later) => new(
        $"line {earlier.At.Line} holds for '{later.Client}' in that month too. Hours are included by whole months: end line {earlier.At.Line} in a month before,"
        + $" for example {Day(FirstOf(later).AddDays(-1))}, or write hours bought on top as {Once}.",
        $"και η γραμμή {earlier.At.Line} ισχύει για «{later.Client}» τον ίδιο μήνα. Οι ώρες περιλαμβάνονται ανά ολόκληρο μήνα: λήξτε τη γραμμή {earlier.At.Line}"
        + $" σε προηγούμενο μήνα, για παράδειγμα {Day(FirstOf(later).AddDays(-1))}, ή γράψτε {Once} αν είναι ώρες που αγοράστηκαν επιπλέον.");

    private static Message TwoBlocks(ReferenceIncludedHours earlier, ReferenceIncludedHours later) => new(
        $"the block of line {earlier.At.Line} is open for '{later.Client}' in that month too and ends on another day. Give both the same valid_to, or none.",
        $"και το πακέτο ωρών της γραμμής {earlier.At.Line} είναι ανοιχτό για «{later.Client}» τον ίδιο μήνα και λήγει άλλη ημέρα. Δώστε και στα δύο το ίδιο valid_to, ή κανένα.");

    private static DateOnly FirstOf(ReferenceIncludedHours row) => new(row.ValidFrom.Year, row.ValidFrom.Month, 1);

    private static int MonthOf(DateOnly day) => (day.Year * 12) + day.Month;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
