using System.Globalization;
using NodaTime;

namespace Insights.Reports.Style;

public sealed partial class Language
{
    private const long Minute = 60;
    private const long Hour = 60 * Minute;
    private const long Day = 24 * Hour;

    /// <summary>A date inside a sentence: 28 October 2026, 28 Οκτωβρίου 2026.</summary>
    public string Date(DateOnly date) => $"{Plain(date.Day)} {_calendar.InDate[date.Month - 1]} {Plain(date.Year)}";

    /// <summary>A date in a column: 28 Oct 2026, 28/10/2026.</summary>
    public string ShortDate(DateOnly date) => date.ToString(_calendar.ShortPattern, CultureInfo.InvariantCulture);

    /// <summary>A month standing alone: October 2026, Οκτώβριος 2026.</summary>
    public string Month(DateOnly date) => $"{_calendar.Alone[date.Month - 1]} {Plain(date.Year)}";

    /// <summary>A month after "of": of September 2026, του Σεπτεμβρίου 2026.</summary>
    public string MonthOf(DateOnly date) => $"{_calendar.InDate[date.Month - 1]} {Plain(date.Year)}";

    /// <summary>A month on an axis: Oct 26, Οκτ 26.</summary>
    public string ShortMonth(DateOnly date) => $"{_calendar.Short[date.Month - 1]} {date.ToString("yy", CultureInfo.InvariantCulture)}";

    /// <summary>An instant as the wall clock of a zone showed it: 28 Oct 2026, 09:10.</summary>
    /// <param name="utc">The instant, in UTC.</param>
    /// <param name="zone">An IANA zone name.</param>
    public string Moment(DateTime utc, string zone)
    {
        var local = Local(utc, zone);
        return $"{ShortDate(DateOnly.FromDateTime(local))}, {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    /// <summary>What the wall clock of an IANA zone showed at an instant in UTC.</summary>
    public static DateTime Local(DateTime utc, string zone) => Instant.FromDateTimeUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc))
        .InZone(DateTimeZoneProviders.Tzdb[zone]).ToDateTimeUnspecified();

    /// <summary>An hour of the day from its first minute to its last: of "9" 09:00–09:59.</summary>
    public static string HourOfDay(string hour)
    {
        var number = int.Parse(hour, CultureInfo.InvariantCulture);
        return FormattableString.Invariant($"{number:00}:00–{number:00}:59");
    }

    /// <summary>
    /// A length of wall time in its two largest units, rounded to the smaller: 48 minutes, 2 hours 15 minutes, 3 days 4 hours.
    /// </summary>
    public string Duration(long seconds) => Negative(seconds) ?? seconds switch
    {
        < Minute => Count("second", seconds),
        < Day when Round(seconds, Minute) < Day => HoursAndMinutes(Round(seconds, Minute), "hour", "minute"),
        _ => Parts(Round(seconds, Hour), Day, "day", Hour, "hour"),
    };

    /// <summary>A length of working time, never in days (a working day has no fixed length): 48 working minutes, 37 working hours 15
    /// minutes.</summary>
    public string WorkingDuration(long seconds) => Negative(seconds) ?? seconds switch
    {
        < Minute => Count("working_second", seconds),
        < Hour when Round(seconds, Minute) < Hour => Count("working_minute", Round(seconds, Minute) / Minute),
        _ => HoursAndMinutes(Round(seconds, Minute), "working_hour", "minute"),
    };

    /// <summary>A length of time in hours alone, for sums: 96 hours.</summary>
    public string Hours(long seconds) => Count("hour", Round(seconds, Hour) / Hour);

    /// <summary>A length of work in hours and minutes, never in days: 37 hours 15 minutes.</summary>
    public string Worked(long seconds) => Negative(seconds) ?? HoursAndMinutes(Round(seconds, Minute), "hour", "minute");

    private static string? Negative(long seconds) =>
        seconds < 0 ? throw new ArgumentOutOfRangeException(nameof(seconds), seconds, "A length of time is not negative.") : null;

    private string HoursAndMinutes(long seconds, string hour, string minute) => seconds < Hour
        ? Count(minute, seconds / Minute)
        : Parts(seconds, Hour, hour, Minute, minute);

    private string Parts(long seconds, long large, string largeKey, long small, string smallKey)
    {
        var first = Count(largeKey, seconds / large);
        return seconds % large < small ? first : first + " " + Count(smallKey, seconds % large / small);
    }

    private static long Round(long seconds, long unit) => (seconds + (unit / 2)) / unit * unit;

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Month names in the forms a language needs them.</summary>
    private sealed record Calendar(string[] Alone, string[] InDate, string[] Short, string ShortPattern)
    {
        private static readonly string[] EnglishNames =
            ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

        public static Calendar English { get; } = new(EnglishNames, EnglishNames, [.. EnglishNames.Select(n => n[..3])], "d MMM yyyy");

        public static Calendar Greek { get; } = new(
            ["Ιανουάριος", "Φεβρουάριος", "Μάρτιος", "Απρίλιος", "Μάιος", "Ιούνιος", "Ιούλιος", "Αύγουστος", "Σεπτέμβριος", "Οκτώβριος",
                "Νοέμβριος", "Δεκέμβριος"],
            ["Ιανουαρίου", "Φεβρουαρίου", "Μαρτίου", "Απριλίου", "Μαΐου", "Ιουνίου", "Ιουλίου", "Αυγούστου", "Σεπτεμβρίου", "Οκτωβρίου",
                "Νοεμβρίου", "Δεκεμβρίου"],
            ["Ιαν", "Φεβ", "Μαρ", "Απρ", "Μάι", "Ιουν", "Ιουλ", "Αυγ", "Σεπ", "Οκτ", "Νοε", "Δεκ"],
            "d'/'M'/'yyyy");
    }
}
