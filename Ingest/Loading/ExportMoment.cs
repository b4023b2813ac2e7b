using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Insights.Ingest.Loading;

/// <summary>When an export was made: as a person says, else as the file says inside, else as its name says.</summary>
/// <param name="At">UTC.</param>
/// <param name="By"><c>option</c>, <c>file</c> or <c>name</c>.</param>
internal sealed partial record ExportMoment(DateTime At, string By)
{
    /// <summary>Null when nothing tells.</summary>
    /// <param name="said">By a person.</param>
    /// <param name="inside">By the file.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="newest">The newest instant among its rows.</param>
    /// <param name="zone">Of a date in the name.</param>
    /// <param name="now">Nothing is exported after it.</param>
    public static ExportMoment? Of(DateTime? said, DateTime? inside, string name, DateTime? newest, DateTimeZone zone, DateTime now)
    {
        if (said is { } option)
            return new ExportMoment(option, "option");
        if (inside is { } file && file <= now && (newest is null || file >= newest))
            return new ExportMoment(file, "file");
        return NamedDay(name) is { } day && OnDay(day, newest, zone, now) is { } at ? new ExportMoment(at, "name") : null;
    }

    /// <summary>
    /// A name tells the day, not the hour: the earliest moment of that day the rows allow, so that no promise is called broken that
    /// fell due later that day. A day before the newest row, or after today, is no day of an export.
    /// </summary>
    private static DateTime? OnDay(LocalDate day, DateTime? newest, DateTimeZone zone, DateTime now)
    {
        var from = day.AtStartOfDayInZone(zone).ToDateTimeUtc();
        var until = day.PlusDays(1).AtStartOfDayInZone(zone).ToDateTimeUtc();
        if (from > now || newest >= until)
            return null;
        return newest > from ? newest : from;
    }

    /// <summary>The last date in the name: 20261031, 2026-10-31 or 31-10-2026, with - . or _ between.</summary>
    private static LocalDate? NamedDay(string name)
    {
        foreach (var match in DayInName().Matches(name).Reverse())
        {
            var text = $"{match.Groups["y"].Value}-{match.Groups["m"].Value}-{match.Groups["d"].Value}";
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return LocalDate.FromDateOnly(day);
        }
        return null;
    }

    [GeneratedRegex(@"(?<!\d)(?:(?<y>20\d\d)[-._]?(?<m>\d\d)[-._]?(?<d>\d\d)|(?<d>\d\d)[-._](?<m>\d\d)[-._](?<y>20\d\d))(?!\d)")]
    private static partial Regex DayInName();
}
