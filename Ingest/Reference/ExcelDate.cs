using System.Globalization;
using System.Text.RegularExpressions;
using Insights.Ingest.Mapping;

namespace Insights.Ingest.Reference;

/// <summary>Recognises what a spreadsheet makes of things that look like dates but are not: 1-5, 05-01.</summary>
public static partial class ExcelDate
{
    private static readonly string[] Months =
    [
        "jan ιαν", "feb φεβ", "mar μαρ", "apr απρ", "may μαι μαϊ", "jun ιουν", "jul ιουλ",
        "aug αυγ", "sep σεπ", "oct οκτ", "nov νοε", "dec δεκ",
    ];

    /// <summary>The day and month a cell shows after a spreadsheet took it for a date, in whatever form it was saved; else null.</summary>
    public static (int Day, int Month)? DayAndMonth(string cell)
    {
        var folded = GreekText.Fold(cell);
        if (DayMonthName().Match(folded) is { Success: true } named && MonthOf(named.Groups["month"].Value) is { } month)
            return (Whole(named.Groups["day"].Value), month);
        if (DayMonthYear().Match(folded) is { Success: true } numeric)
            return (Whole(numeric.Groups["day"].Value), Whole(numeric.Groups["month"].Value));
        if (YearMonthDay().Match(folded) is { Success: true } iso)
            return (Whole(iso.Groups["day"].Value), Whole(iso.Groups["month"].Value));
        return Serial(cell) is { } date ? (date.Day, date.Month) : null;
    }

    /// <summary>The date behind a bare day count of a spreadsheet, 1980 to 2079; null for anything else.</summary>
    public static DateOnly? Serial(string cell) =>
        cell.Length == 5 && int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            && days is >= 29_221 and <= 65_745
            ? DateOnly.FromDateTime(DateTime.FromOADate(days))
            : null;

    /// <summary>Whether the cell shows a day and the name of a month, without a year: 5-Jan, 01-Μαϊ.</summary>
    public static bool HidesYear(string cell) =>
        DayMonthName().Match(GreekText.Fold(cell)) is { Success: true } named
        && !named.Groups["year"].Success && MonthOf(named.Groups["month"].Value) is not null;

    private static int? MonthOf(string name)
    {
        var index = Array.FindIndex(Months, names => names.Split(' ').Any(start => name.StartsWith(start, StringComparison.Ordinal)));
        return index < 0 ? null : index + 1;
    }

    private static int Whole(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:(?<day>[0-9]{1,2})[-/ .](?<month>[a-zα-ω]{3,})"
        + @"|(?<month>[a-zα-ω]{3,})[-/ .](?<day>[0-9]{1,2}))\.?(?:[-/ .](?<year>[0-9]{2,4}))?$")]
    private static partial Regex DayMonthName();

    [GeneratedRegex(@"^(?<day>[0-9]{1,2})[/.-](?<month>[0-9]{1,2})[/.-](?<year>[0-9]{2}|[0-9]{4})$")]
    private static partial Regex DayMonthYear();

    [GeneratedRegex(@"^[0-9]{4}-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})$")]
    private static partial Regex YearMonthDay();
}
