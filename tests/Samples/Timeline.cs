using NodaTime;

namespace Insights.Samples;

/// <summary>
/// The eighteen months of the samples. Instants are seconds since 1970 UTC; local seconds are the same count on Athens' wall clock.
/// </summary>
public static class Timeline
{
    public const long Minute = 60, Hour = 3600, Day = 86400;

    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Athens"];

    private static readonly (long From, long Offset)[] Offsets =
        [.. Zone.GetZoneIntervals(Instant.FromUtc(2025, 1, 1, 0, 0), Instant.FromUtc(2027, 6, 1, 0, 0))
            .Select(i => (i.HasStart ? i.Start.ToUnixTimeSeconds() : long.MinValue, (long)i.WallOffset.Seconds))];

    /// <summary>First instant a ticket may be created.</summary>
    public static readonly long Start = At(2025, 5, 1);

    /// <summary>First instant after the last ticket.</summary>
    public static readonly long End = At(2026, 11, 1);

    /// <summary>The moment the exports were taken; nothing in any file is later.</summary>
    public static readonly long ExportedAt = At(2026, 11, 2, 9, 10);

    /// <summary>The instant of an Athens wall-clock time (the earlier one where the hour is repeated).</summary>
    public static long At(int year, int month, int day, int hour = 0, int minute = 0, int second = 0) =>
        Zone.AtLeniently(new LocalDateTime(year, month, day, hour, minute, second)).ToInstant().ToUnixTimeSeconds();

    /// <summary>Local seconds of an instant.</summary>
    public static long Local(long instant)
    {
        for (var i = Offsets.Length - 1; i > 0; i--)
        {
            if (instant >= Offsets[i].From)
                return instant + Offsets[i].Offset;
        }

        return instant + Offsets[0].Offset;
    }

    /// <summary>The instant of a local day number (days since 1970) and seconds after its midnight.</summary>
    public static long FromLocal(long day, long secondOfDay)
    {
        var date = DateTime.UnixEpoch.AddSeconds(day * Day + secondOfDay);
        return At(date.Year, date.Month, date.Day, date.Hour, date.Minute, date.Second);
    }

    public static long LocalDay(long instant) => Local(instant) / Day;

    public static long SecondOfDay(long instant) => Local(instant) % Day;

    public static DateTime Date(long localDay) => DateTime.UnixEpoch.AddDays(localDay);

    /// <summary>Whether a local day is a public holiday in Greece (national days, and those that follow Orthodox Easter).</summary>
    public static bool IsHoliday(long localDay)
    {
        var date = Date(localDay);
        var fromEaster = (date - Easter(date.Year)).Days;
        return fromEaster is -48 or -2 or 0 or 1 or 50
            || (date.Month, date.Day) is (1, 1) or (1, 6) or (3, 25) or (5, 1) or (8, 15) or (10, 28) or (12, 25) or (12, 26);
    }

    /// <summary>Orthodox Easter Sunday in the Gregorian calendar (Meeus' Julian rule, 13 days on).</summary>
    public static DateTime Easter(int year)
    {
        var d = (19 * (year % 19) + 15) % 30;
        var e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
        return new DateTime(year, (d + e + 114) / 31, (d + e + 114) % 31 + 1, 0, 0, 0, DateTimeKind.Utc).AddDays(13);
    }
}
