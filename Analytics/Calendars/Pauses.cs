namespace Insights.Analytics.Calendars;

/// <summary>Agreed waiting of one ticket: half-open intervals in UTC epoch seconds, overlaps merged, in order.</summary>
public sealed class Pauses(IEnumerable<(long FromEpoch, long ToEpoch)> intervals)
{
    private readonly List<(long From, long To)> _merged = OpenTime.Merged(intervals.Where(p => p.FromEpoch < p.ToEpoch));

    /// <summary>Working seconds from one instant to another outside the pauses.</summary>
    public long Elapsed(WorkingTime calendar, long fromEpoch, long toEpoch) =>
        calendar.Elapsed(fromEpoch, toEpoch) - _merged
            .Select(p => (From: Math.Max(p.From, fromEpoch), To: Math.Min(p.To, toEpoch)))
            .Where(p => p.From < p.To)
            .Sum(p => calendar.Elapsed(p.From, p.To));

    /// <summary>The instant at which so many working seconds outside the pauses have passed: each pause that begins before it moves it on.</summary>
    public long Due(WorkingTime calendar, long startEpoch, long seconds)
    {
        var paused = 0L;
        var due = calendar.Due(startEpoch, seconds);
        foreach (var (from, to) in _merged.Where(p => p.To > startEpoch))
        {
            if (from >= due)
                break;
            paused += calendar.Elapsed(Math.Max(from, startEpoch), to);
            due = calendar.Due(startEpoch, seconds + paused);
        }

        return due;
    }
}
