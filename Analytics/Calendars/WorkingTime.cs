using NodaTime;

namespace Insights.Analytics.Calendars;

/// <summary>
/// The working time of one calendar version over whole UTC years: half-open segments in UTC epoch seconds with running
/// totals, and questions about them answered by binary search. The SQL answers the same questions for many tickets at once
/// from the same segments; this is its independent check.
/// </summary>
public sealed partial class WorkingTime
{
    private const int Day = 86400;
    private readonly long[] _starts;
    private readonly long[] _cums;

    private WorkingTime(CalendarVersion version, long coversFrom, long coversTo, Segment[] segments, BusinessDay[] businessDays)
    {
        Version = version;
        CoversFromEpoch = coversFrom;
        CoversToEpoch = coversTo;
        Segments = segments;
        BusinessDays = businessDays;
        _starts = [.. segments.Select(s => s.StartsEpoch)];
        _cums = [.. segments.Select(s => s.CumSeconds)];
        TotalSeconds = segments.Length == 0 ? 0 : segments[^1].CumSeconds + segments[^1].Seconds;
    }

    public CalendarVersion Version { get; }

    /// <summary>The first second that can be asked about: 1 January of the first year, 00:00 UTC.</summary>
    public long CoversFromEpoch { get; }

    /// <summary>The end, exclusive: 1 January after the last year, 00:00 UTC.</summary>
    public long CoversToEpoch { get; }

    /// <summary>In time order; touching segments are merged, so round-the-clock hours are one segment.</summary>
    public IReadOnlyList<Segment> Segments { get; }

    /// <summary>Dates on which a shift starts, in order; those of the covered years on the local clock.</summary>
    public IReadOnlyList<BusinessDay> BusinessDays { get; }

    /// <summary>All working seconds covered.</summary>
    public long TotalSeconds { get; }

    /// <summary>Builds the working time of whole years.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The years lie outside 1970 to 2098, or run backwards.</exception>
    /// <exception cref="SetupException">A holiday rule cannot be read.</exception>
    public static WorkingTime Build(CalendarVersion version, int firstYear, int lastYear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(firstYear, 1970);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lastYear, 2098);
        ArgumentOutOfRangeException.ThrowIfLessThan(lastYear, firstYear);
        var (from, to) = (NewYear(firstYear), NewYear(lastYear + 1));
        var open = new OpenTime(version);
        var intervals = new List<(long Starts, long Ends)>();
        var businessDays = new List<BusinessDay>();

        // Two days more on each side: zones lie up to 14 hours from UTC and shifts run into the next day.
        for (var date = new LocalDate(firstYear, 1, 1).PlusDays(-3); date <= new LocalDate(lastYear, 12, 31).PlusDays(2); date = date.PlusDays(1))
        {
            var hours = open.On(date);
            intervals.AddRange(hours);
            if (hours.Count > 0 && date.Year >= firstYear && date.Year <= lastYear)
                businessDays.Add(new BusinessDay(date, LocalDay.Of(version.Zone, date), hours[0].Starts, hours.Max(h => h.Ends)));
        }

        return new WorkingTime(version, from, to, WithRunningTotals(OpenTime.Merged(intervals), from, to), [.. businessDays]);
    }

    /// <summary>Working seconds from one instant to another, UTC epoch seconds; negative when they run backwards.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An instant lies outside the covered years.</exception>
    public long Elapsed(long fromEpoch, long toEpoch) => At(toEpoch) - At(fromEpoch);

    /// <summary>
    /// The instant at which so many working seconds have passed. A promise that ends with a shift is due at that closing, not at
    /// the next opening; a promise of 0 seconds is due at once, or at the next opening.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The start lies outside the covered years, the seconds are negative, or they run past the last segment.</exception>
    public long Due(long startEpoch, long seconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seconds);
        var lastSecond = At(startEpoch) + Math.Max(seconds, 1) - 1;
        if (lastSecond >= TotalSeconds)
            throw OutsideCover(startEpoch, $"{seconds} working seconds later");
        var segment = Segments[LastAtOrBelow(_cums, lastSecond)];
        return segment.StartsEpoch + lastSecond - segment.CumSeconds + Math.Min(seconds, 1);
    }

    /// <summary>The covered UTC days in order, for the day table.</summary>
    public IEnumerable<UtcDay> UtcDays()
    {
        var next = 0;
        for (var starts = CoversFromEpoch; starts < CoversToEpoch; starts += Day)
        {
            while (next < Segments.Count && Segments[next].EndsEpoch <= starts)
                next++;
            var today = Segments.Skip(next).TakeWhile(s => s.StartsEpoch < starts + Day)
                .Select(s => ((int)(Math.Max(s.StartsEpoch, starts) - starts), (int)(Math.Min(s.EndsEpoch, starts + Day) - starts)));
            yield return new UtcDay((int)(starts / Day), At(starts), [.. today]);
        }
    }

    /// <summary>Working seconds from the beginning of the cover.</summary>
    private long At(long epoch)
    {
        if (epoch < CoversFromEpoch || epoch >= CoversToEpoch)
            throw OutsideCover(epoch, "asked for");
        var i = LastAtOrBelow(_starts, epoch);
        return i < 0 ? 0 : _cums[i] + Math.Min(epoch, Segments[i].EndsEpoch) - _starts[i];
    }

    private ArgumentOutOfRangeException OutsideCover(long epoch, string what) => new(
        nameof(epoch),
        $"Calendar '{Version.Calendar}' covers {Instant.FromUnixTimeSeconds(CoversFromEpoch)} to {Instant.FromUnixTimeSeconds(CoversToEpoch)}; {what}: {Instant.FromUnixTimeSeconds(epoch)}.");

    private static int LastAtOrBelow(long[] sorted, long value)
    {
        var i = Array.BinarySearch(sorted, value);
        return i >= 0 ? i : ~i - 1;
    }

    private static long NewYear(int year) => new LocalDate(year, 1, 1).AtMidnight().InUtc().ToInstant().ToUnixTimeSeconds();

    private static Segment[] WithRunningTotals(List<(long Starts, long Ends)> merged, long from, long to)
    {
        var total = 0L;
        var segments = new List<Segment>(merged.Count);
        foreach (var (starts, ends) in merged.Select(h => (Math.Max(h.Starts, from), Math.Min(h.Ends, to))).Where(h => h.Item1 < h.Item2))
        {
            segments.Add(new Segment(starts, ends, total));
            total += ends - starts;
        }

        return [.. segments];
    }
}
