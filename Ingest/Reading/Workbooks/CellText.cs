using System.Globalization;

namespace Insights.Ingest.Reading.Workbooks;

/// <summary>A number of a cell as text: dates <c>yyyy-MM-dd HH:mm:ss</c>, durations <c>HH:mm:ss</c>, numbers in full without exponent.</summary>
internal static class CellText
{
    /// <summary>From here on (1954) a number shown as hours alone is a moment whose date is not shown.</summary>
    private const double FirstPlausibleDay = 20_000;

    /// <summary>9999-12-31.</summary>
    private const double LastDay = 2_958_466;

    private const double February29 = 60;
    private const int DaysBetweenSystems = 1_462;

    /// <param name="raw">The cell's value as the workbook writes it.</param>
    /// <param name="kind">By its style.</param>
    /// <param name="is1904">True where day 0 is 1904-01-01; else day 1 is 1900-01-01.</param>
    public static string Of(string raw, CellKind kind, bool is1904)
    {
        if (kind == CellKind.Number && IsWhole(raw))
            return raw;
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return raw;
        return kind switch
        {
            CellKind.Number => Number(raw, number),
            CellKind.Duration => Hours(number),
            CellKind.Time when number < FirstPlausibleDay => Hours(number),
            _ => Moment(raw, number, kind, is1904),
        };
    }

    /// <summary>Ids are kept as they are written, zeros in front and more digits than a double holds included.</summary>
    private static bool IsWhole(string raw) => raw.AsSpan(raw is ['-', ..] ? 1 : 0) is { Length: > 0 } digits && !digits.ContainsAnyExceptInRange('0', '9');

    /// <summary>15 significant digits, as Excel shows: 45.3 where the file says 45.300000000000004.</summary>
    private static string Number(string raw, double number)
    {
        if (Math.Abs(number) >= 1e28)
            return number.ToString("F0", CultureInfo.InvariantCulture);
        if (number != 0 && Math.Abs(number) < 1e-13)
            return raw;
        return ((decimal)number).ToString("0.############################", CultureInfo.InvariantCulture);
    }

    private static string Hours(double days)
    {
        if (Math.Abs(days) > LastDay)
            return days.ToString("R", CultureInfo.InvariantCulture);
        var seconds = (long)Math.Round(Math.Abs(days) * 86_400);
        var sign = days < 0 && seconds > 0 ? "-" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}");
    }

    /// <summary>To the nearest second: many tools write too few digits to tell more. Day 0 is Excel's empty date.</summary>
    private static string Moment(string raw, double serial, CellKind kind, bool is1904)
    {
        if (serial < 0 || serial >= LastDay - (is1904 ? DaysBetweenSystems : 0))
            return raw;
        if (serial < 1 && !is1904)
            return serial == 0 ? "" : Hours(serial);
        var seconds = (long)Math.Round(Day(serial, is1904) * 86_400);
        var moment = new DateTime(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified).AddSeconds(seconds);
        var isDay = kind == CellKind.Date && moment.TimeOfDay == TimeSpan.Zero;
        return moment.ToString(isDay ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    /// <summary>Days since 1899-12-30. Excel counts a 1900-02-29 that never was, so its first 59 days stand one further.</summary>
    private static double Day(double serial, bool is1904)
    {
        if (is1904)
            return serial + DaysBetweenSystems;
        return serial < February29 ? serial + 1 : serial;
    }
}
