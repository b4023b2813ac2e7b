using NodaTime;

namespace Insights.Analytics.Calendars;

/// <summary>Hours of the week, or a break in them, on local clocks.</summary>
/// <param name="Weekdays">ISO digits: "12345" is Monday to Friday.</param>
/// <param name="OpensSecond">Seconds from local midnight, 0 to 86400.</param>
/// <param name="ClosesSecond">Seconds from local midnight of the same day, above the opening; above 86400 runs into the next day.</param>
public sealed record WeeklyHours(string Weekdays, int OpensSecond, int ClosesSecond)
{
    public bool IsOn(IsoDayOfWeek day) => Weekdays.Contains((char)('0' + (int)day));
}

/// <summary>
/// The working hours of a calendar from a day on. Breaks are taken off whatever shift they fall in. A holiday belongs to the
/// day a shift starts. Shifts may overlap or touch: they are merged.
/// </summary>
public sealed record CalendarVersion(
    string Calendar, DateTimeZone Zone, LocalDate ValidFrom, IReadOnlyList<WeeklyHours> Open, IReadOnlyList<WeeklyHours> Breaks, HolidaySet? Holidays);
