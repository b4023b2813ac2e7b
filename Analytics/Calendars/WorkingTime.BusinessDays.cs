namespace Insights.Analytics.Calendars;

/// <content>Promises in business days; every choice is written down in DECISIONS.md, "Business days".</content>
public sealed partial class WorkingTime
{
    private long[]? _midnights;
    private long[]? _openings;

    /// <summary>
    /// "n business days": the same time of day n business days later, within that day's first opening and last closing. What
    /// arrives outside hours counts from the next opening. 0 is the closing of the business day it counts from.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The start lies outside the covered years, the days are negative or run past them.</exception>
    public long DueAfterBusinessDays(long startEpoch, int businessDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(businessDays);
        RequireCovered(startEpoch);
        var last = LastAtOrBelow(_openings ??= [.. BusinessDays.Select(d => d.OpensEpoch)], startEpoch);
        var isOpen = last >= 0 && startEpoch < BusinessDays[last].ClosesEpoch;
        var first = isOpen ? last : last + 1;
        var due = BusinessDayAt(first + businessDays, startEpoch);
        if (businessDays == 0)
            return due.ClosesEpoch;

        var from = BusinessDays[first];
        var second = from.Clock.Second(isOpen ? startEpoch : from.OpensEpoch);
        return Math.Clamp(due.Clock.Epoch(second), due.OpensEpoch, due.ClosesEpoch);
    }

    /// <summary>
    /// "n business days until hh:mm": that time on the n-th business day after the local date of arrival, whatever the time of
    /// arrival. 0 is the date of arrival itself when it is a business day and the time is still to come, else the next business day.
    /// </summary>
    /// <param name="startEpoch">Arrival, UTC epoch seconds.</param>
    /// <param name="businessDays">0 or more.</param>
    /// <param name="untilSecond">Seconds from local midnight.</param>
    /// <exception cref="ArgumentOutOfRangeException">The start lies outside the covered years, the days are negative or run past them.</exception>
    public long DueAfterBusinessDays(long startEpoch, int businessDays, int untilSecond)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(businessDays);
        RequireCovered(startEpoch);
        var last = LastAtOrBelow(_midnights ??= [.. BusinessDays.Select(d => d.Clock.MidnightEpoch)], startEpoch);
        if (businessDays > 0)
            return BusinessDayAt(last + businessDays, startEpoch).Clock.Epoch(untilSecond);

        var today = last < 0 ? long.MinValue : BusinessDays[last].Clock.Epoch(untilSecond);
        return today >= startEpoch ? today : BusinessDayAt(last + 1, startEpoch).Clock.Epoch(untilSecond);
    }

    private BusinessDay BusinessDayAt(int index, long startEpoch) =>
        index < BusinessDays.Count ? BusinessDays[index] : throw OutsideCover(startEpoch, "the business days run past that; counted from");

    private void RequireCovered(long epoch) => _ = At(epoch);
}
