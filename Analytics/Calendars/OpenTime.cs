using NodaTime;

namespace Insights.Analytics.Calendars;

/// <summary>
/// The open time of each date of a calendar version, in the order weekly hours, half days, holidays, breaks, UTC. Times are
/// seconds from the date's local midnight until the last step.
/// </summary>
internal sealed class OpenTime(CalendarVersion version)
{
    private const int Day = 86400;
    private readonly Dictionary<int, ILookup<LocalDate, Holiday>> _holidays = [];

    /// <summary>The open intervals of the shifts that start on a date, in UTC epoch seconds, ordered, none empty, none overlapping.</summary>
    public IReadOnlyList<(long Starts, long Ends)> On(LocalDate date)
    {
        var open = Merged(HoursOn(date));
        if (open.Count == 0)
            return [];

        var breaks = Merged([.. BreaksFrom(date, -1), .. BreaksFrom(date, 0), .. BreaksFrom(date, 1), .. BreaksFrom(date, 2)]);
        return [.. Without(open, breaks).Select(h => (Starts: Epoch(date, h.Starts), Ends: Epoch(date, h.Ends))).Where(h => h.Starts < h.Ends)];
    }

    /// <summary>Ordered, with overlapping and touching intervals joined.</summary>
    public static List<(long Starts, long Ends)> Merged(IEnumerable<(long Starts, long Ends)> intervals)
    {
        var merged = new List<(long Starts, long Ends)>();
        foreach (var next in intervals.Order())
            if (merged.Count > 0 && next.Starts <= merged[^1].Ends)
                merged[^1] = (merged[^1].Starts, Math.Max(merged[^1].Ends, next.Ends));
            else
                merged.Add(next);
        return merged;
    }

    /// <summary>A half day replaces the hours of a date the week opens; it never opens a date the week keeps closed.</summary>
    private IEnumerable<(long Starts, long Ends)> HoursOn(LocalDate date)
    {
        var weekly = version.Open.Where(h => h.IsOn(date.DayOfWeek)).Select(h => ((long)h.OpensSecond, (long)h.ClosesSecond)).ToList();
        if (weekly.Count == 0)
            return [];

        var holidays = HolidaysOn(date).ToList();
        return holidays.Count == 0 ? weekly
            : holidays.Exists(h => h.IsClosed) ? []
            : holidays.Select(h => ((long)h.OpensSecond!.Value, (long)h.ClosesSecond!.Value));
    }

    private IEnumerable<Holiday> HolidaysOn(LocalDate date)
    {
        if (version.Holidays is null)
            return [];
        if (!_holidays.TryGetValue(date.Year, out var year))
            _holidays[date.Year] = year = version.Holidays.In(date.Year).ToLookup(h => h.Date);
        return year[date];
    }

    private IEnumerable<(long Starts, long Ends)> BreaksFrom(LocalDate date, int daysLater) =>
        version.Breaks.Where(b => b.IsOn(date.PlusDays(daysLater).DayOfWeek))
            .Select(b => ((long)b.OpensSecond + (daysLater * Day), (long)b.ClosesSecond + (daysLater * Day)));

    private static IEnumerable<(long Starts, long Ends)> Without(List<(long Starts, long Ends)> open, List<(long Starts, long Ends)> breaks)
    {
        foreach (var hours in open)
        {
            var from = hours.Starts;
            foreach (var pause in breaks.Where(b => b.Starts < hours.Ends && b.Ends > hours.Starts))
            {
                if (pause.Starts > from)
                    yield return (from, pause.Starts);
                from = Math.Max(from, pause.Ends);
            }

            if (from < hours.Ends)
                yield return (from, hours.Ends);
        }
    }

    private long Epoch(LocalDate date, long second) =>
        (date.PlusDays((int)(second / Day)) + LocalTime.FromSecondsSinceMidnight((int)(second % Day)))
            .InZoneLeniently(version.Zone).ToInstant().ToUnixTimeSeconds();
}
