using static Insights.Samples.Timeline;

namespace Insights.Samples;

/// <summary>Opening hours laid out as intervals over the samples' period.</summary>
public sealed class WorkingHours
{
    /// <summary>The provider's hours: Monday to Friday 09:00-17:00, Greek holidays closed.</summary>
    public static readonly WorkingHours Support = new(day => IsHoliday(day) ? null : Weekday(day, 9, 17));

    /// <summary>The hotel's: Monday to Friday 08:00-20:00, Saturday 09:00-14:00, Greek holidays closed.</summary>
    public static readonly WorkingHours Extended = new(day => IsHoliday(day) ? null : Date(day).DayOfWeek switch
    {
        DayOfWeek.Saturday => (9, 14),
        _ => Weekday(day, 8, 20),
    });

    /// <summary>What the Freshdesk account was set to, once, by somebody: Monday to Friday 08:00-18:00, no holidays.</summary>
    public static readonly WorkingHours FreshdeskAccount = new(day => Weekday(day, 8, 18));

    /// <summary>What the Zendesk and osTicket accounts were set to: Monday to Friday 09:00-17:00, no holidays.</summary>
    public static readonly WorkingHours OfficeWithoutHolidays = new(day => Weekday(day, 9, 17));

    private readonly long[] _opens;
    private readonly long[] _closes;
    private readonly long[] _before;

    private WorkingHours(Func<long, (int Opens, int Closes)?> hours)
    {
        var open = new List<long>();
        var close = new List<long>();
        for (var day = LocalDay(Start) - 30; day < LocalDay(End) + 120; day++)
        {
            if (hours(day) is not var (from, to))
                continue;
            open.Add(FromLocal(day, from * Hour));
            close.Add(FromLocal(day, to * Hour));
        }

        _opens = [.. open];
        _closes = [.. close];
        _before = new long[open.Count + 1];
        for (var i = 0; i < open.Count; i++)
            _before[i + 1] = _before[i] + close[i] - open[i];
    }

    /// <summary>Open seconds between two instants.</summary>
    public long Seconds(long from, long to) => Elapsed(to) - Elapsed(from);

    /// <summary>The instant at which that many open seconds have passed.</summary>
    public long Add(long from, long seconds)
    {
        var target = Elapsed(from) + seconds;
        var found = Array.BinarySearch(_before, target);
        var i = found >= 0 ? found - 1 : ~found - 1;
        return seconds == 0 && IsOpen(from) ? from : _opens[Math.Max(i, 0)] + target - _before[Math.Max(i, 0)];
    }

    public bool IsOpen(long instant)
    {
        var i = Index(instant);
        return i >= 0 && instant < _closes[i];
    }

    /// <summary>Hh:mm on the first open day after the local day of an instant.</summary>
    public long NextBusinessDay(long instant, long secondOfDay)
    {
        var tomorrow = FromLocal(LocalDay(instant) + 1, 0);
        return FromLocal(LocalDay(_opens[Index(tomorrow - 1) + 1]), secondOfDay);
    }

    private static (int Opens, int Closes)? Weekday(long day, int opens, int closes) =>
        Date(day).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? null : (opens, closes);

    private int Index(long instant)
    {
        var found = Array.BinarySearch(_opens, instant);
        return found >= 0 ? found : ~found - 1;
    }

    private long Elapsed(long instant)
    {
        var i = Index(instant);
        return i < 0 ? 0 : _before[i] + Math.Min(instant, _closes[i]) - _opens[i];
    }
}
