using NodaTime;

namespace Insights.Analytics.Calendars;

/// <summary>Orthodox Easter Sunday on the civil (Gregorian) calendar.</summary>
public static class OrthodoxEaster
{
    private const int JulianToGregorianDays = 13;

    /// <summary>Easter Sunday of a year from 1900 to 2099 (Meeus' Julian algorithm; the 13 days hold only there).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year lies outside 1900 to 2099.</exception>
    public static LocalDate Sunday(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1900);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 2099);
        var d = ((19 * (year % 19)) + 15) % 30;
        var e = ((2 * (year % 4)) + (4 * (year % 7)) - d + 34) % 7;
        return new LocalDate(year, (d + e + 114) / 31, ((d + e + 114) % 31) + 1).PlusDays(JulianToGregorianDays);
    }
}
