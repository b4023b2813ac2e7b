using DuckDB.NET.Data;
using NodaTime;

namespace Insights.Analytics.Calendars;

/// <summary>Fills computed.zone_days: what the wall clock of each zone shows on each UTC day, so that SQL need not ask per ticket.</summary>
internal static class ZoneDays
{
    private const int Day = 86400;

    /// <summary>The days of whole UTC years.</summary>
    /// <param name="connection">Where computed.zone_days exists, empty.</param>
    /// <param name="zones">IANA names.</param>
    /// <param name="firstYear">The first year covered.</param>
    /// <param name="lastYear">The last year covered.</param>
    /// <exception cref="NodaTime.TimeZones.DateTimeZoneNotFoundException">There is no such zone.</exception>
    public static void Fill(DuckDBConnection connection, IEnumerable<string> zones, int firstYear, int lastYear)
    {
        using var appender = connection.CreateAppender("computed", "zone_days");
        foreach (var zone in zones)
            Fill(appender, DateTimeZoneProviders.Tzdb[zone], DayOf(firstYear), DayOf(lastYear + 1));
    }

    private static void Fill(DuckDBAppender appender, DateTimeZone zone, int firstDay, int lastDay)
    {
        for (var day = firstDay; day < lastDay; day++)
        {
            var starts = Instant.FromUnixTimeSeconds((long)day * Day);
            var interval = zone.GetZoneInterval(starts);
            var changes = interval.HasEnd && interval.End < starts + NodaTime.Duration.FromDays(1);
            var shiftSecond = changes ? (int)(interval.End - starts).TotalSeconds : Day;
            var shift = changes ? zone.GetUtcOffset(interval.End).Seconds - interval.WallOffset.Seconds : 0;
            appender.CreateRow().AppendValue(zone.Id).AppendValue(day).AppendValue(interval.WallOffset.Seconds).AppendValue(shiftSecond).AppendValue(shift).EndRow();
        }
    }

    private static int DayOf(int year) => (int)(new LocalDate(year, 1, 1).AtMidnight().InUtc().ToInstant().ToUnixTimeSeconds() / Day);
}
