using System.Globalization;
using Insights.Analytics.Calendars;
using NodaTime;

namespace Insights.Analytics.Tests;

/// <summary>Calendars drawn from a seed: several shifts, night shifts, breaks, holidays, half days, many zones.</summary>
internal sealed class CalendarsRandom(int seed)
{
    public const int FirstYear = 2023;
    public const int LastYear = 2026;

    private static readonly string[] Zones =
        ["Europe/Athens", "UTC", "America/New_York", "America/Sao_Paulo", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Kiritimati", "Africa/Casablanca", "America/Havana"];

    private readonly Random _random = new(seed);

    public Random Random => _random;

    /// <summary>Any calendar: hours to the minute, at any time of day.</summary>
    public CalendarVersion Any(int number) => Of(number, _random.Next(0, 24 * 60), 1);

    /// <summary>Boundaries on quarters between 06:00 and 23:00, where no zone changes its clocks.</summary>
    public CalendarVersion Daytime(int number) => Of(number, null, 15);

    /// <summary>An instant of the covered years, to the second.</summary>
    public long Instant(WorkingTime calendar) => _random.NextInt64(calendar.CoversFromEpoch, calendar.CoversToEpoch);

    /// <summary>An instant that leaves a year for a deadline.</summary>
    public long EarlyInstant(WorkingTime calendar) => _random.NextInt64(calendar.CoversFromEpoch, calendar.CoversToEpoch - (366 * 86400));

    private CalendarVersion Of(int number, int? anyMinute, int step)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"random {number:000}");
        var open = Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Hours(anyMinute is not null, step, 14 * 60)).ToList();
        var breaks = Enumerable.Range(0, _random.Next(0, 4)).Select(_ => Hours(anyMinute is not null, step, 90)).ToList();
        var holidays = Enumerable.Range(0, _random.Next(0, 15)).Select(_ => Holiday(step)).ToList();
        return new CalendarVersion(
            name, DateTimeZoneProviders.Tzdb[Zones[_random.Next(Zones.Length)]], new LocalDate(2020, 1, 1), open, breaks,
            holidays.Count == 0 ? null : new HolidaySet(name, holidays));
    }

    private WeeklyHours Hours(bool isAny, int step, int longestMinutes)
    {
        var weekdays = string.Concat("1234567".Where(_ => _random.Next(3) > 0));
        var opens = isAny ? _random.Next(0, 24 * 60) : _random.Next(6 * 4, 22 * 4) * 15;
        var closes = opens + (_random.Next(1, (longestMinutes / step) + 1) * step);
        if (!isAny && closes % 1440 is > 1380 or < 360)
            closes = opens + 15;
        return new WeeklyHours(weekdays.Length == 0 ? "3" : weekdays, opens * 60, closes * 60);
    }

    private HolidayRule Holiday(int step)
    {
        var rule = _random.Next(3) switch
        {
            0 => string.Create(CultureInfo.InvariantCulture, $"easter{_random.Next(-60, 61):+0;-0;+0}"),
            1 => string.Create(CultureInfo.InvariantCulture, $"{_random.Next(1, 13):00}-{_random.Next(1, 29):00}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{_random.Next(FirstYear, LastYear + 1)}-{_random.Next(1, 13):00}-{_random.Next(1, 29):00}"),
        };
        var opens = _random.Next(7, 12) * 3600;
        return _random.Next(4) == 0 ? new HolidayRule(rule, "half day", opens, opens + (_random.Next(1, 300 / step) * step * 60)) : new HolidayRule(rule, "holiday");
    }
}
