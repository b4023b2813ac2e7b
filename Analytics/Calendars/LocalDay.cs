using NodaTime;

namespace Insights.Analytics.Calendars;

/// <summary>
/// A date on the local clocks of a zone, from its midnight through the following day: second of the day to UTC epoch second
/// and back, over at most one clock change. A skipped time moves forward by the gap and a repeated one is its first
/// occurrence, as NodaTime's InZoneLeniently.
/// </summary>
/// <param name="MidnightEpoch">The instant of second 0.</param>
/// <param name="ShiftEpoch">The instant clocks change within these two days, or long.MaxValue.</param>
/// <param name="ShiftSeconds">By how much: 3600 in spring, -3600 in autumn, 0 when they do not.</param>
public readonly record struct LocalDay(long MidnightEpoch, long ShiftEpoch, int ShiftSeconds)
{
    private const int TwoDays = 2 * 86400;

    public static LocalDay Of(DateTimeZone zone, LocalDate date)
    {
        var interval = zone.MapLocal(date.AtMidnight()).EarlyInterval;
        var midnight = date.AtMidnight().WithOffset(interval.WallOffset).ToInstant().ToUnixTimeSeconds();
        if (!interval.HasEnd || interval.End.ToUnixTimeSeconds() > midnight + TwoDays)
            return new LocalDay(midnight, long.MaxValue, 0);

        var shift = zone.GetUtcOffset(interval.End).Seconds - interval.WallOffset.Seconds;
        return new LocalDay(midnight, interval.End.ToUnixTimeSeconds(), shift);
    }

    /// <summary>The UTC epoch second of a local second of this day.</summary>
    public long Epoch(int second)
    {
        var unchanged = MidnightEpoch + second;
        return ShiftSeconds != 0 && unchanged - Math.Max(ShiftSeconds, 0) >= ShiftEpoch ? unchanged - ShiftSeconds : unchanged;
    }

    /// <summary>The local second of this day at a UTC epoch second.</summary>
    public int Second(long epoch) => (int)(epoch - MidnightEpoch) + (epoch >= ShiftEpoch ? ShiftSeconds : 0);
}
