using System.Globalization;
using System.Text.RegularExpressions;
using Insights.Analytics;
using Insights.Ingest.Mapping;

namespace Insights.Ingest.Reference;

/// <summary>
/// The rule of a holiday in its canonical form: <c>2026-05-01</c> (that day), <c>05-01</c> (every year, month first),
/// <c>easter-48</c>, <c>easter+50</c> (days from Orthodox Easter). Which dates it gives is the calendars' to say.
/// </summary>
public static partial class HolidayText
{
    /// <summary>Also reads 1/5/2026 and <c>πάσχα-48</c>; refuses a day and month that a spreadsheet rewrote.</summary>
    public static Reading<string> Parse(string cell)
    {
        var folded = GreekText.Fold(cell).Replace(" ", "");
        if (FromEaster().Match(folded) is { Success: true } easter)
            return Easter(cell, easter.Groups["days"].Value);
        if (EveryYear().IsMatch(folded))
            return IsDayOfYear(folded) ? folded : NotUnderstood(cell);
        if (ExcelDate.HidesYear(cell))
            return TurnedIntoDate(cell);
        return CellText.Date(cell).Value is { } date
            ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : NotUnderstood(cell);
    }

    private static Reading<string> Easter(string cell, string days)
    {
        var offset = days.Length == 0 ? 0 : int.Parse(days, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return Math.Abs(offset) <= 200
            ? "easter" + offset.ToString("+0;-0;+0", CultureInfo.InvariantCulture)
            : NotUnderstood(cell);
    }

    /// <summary>29 February is a day of some years; the rule then gives a date in those only.</summary>
    private static bool IsDayOfYear(string text) =>
        DateOnly.TryParseExact("2024-" + text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static Message TurnedIntoDate(string cell) => new(
        $"'{cell}' was rewritten by the spreadsheet. Format the cell as text and write month-day, 05-01 for 1 May of every year.",
        $"Το «{cell}» το άλλαξε το Excel. Μορφοποιήστε το κελί ως κείμενο και γράψτε μήνας-ημέρα, 05-01 για την 1η Μαΐου κάθε έτους.");

    private static Message NotUnderstood(string cell) => new(
        $"'{cell}' is not a holiday's date. Write 2026-05-01 (that day), 05-01 (1 May every year) or easter-48 (days "
        + "from Orthodox Easter).",
        $"Το «{cell}» δεν είναι ημερομηνία αργίας. Γράψτε 2026-05-01 (εκείνη η ημέρα), 05-01 (1 Μαΐου κάθε έτους) ή "
        + "easter-48 (ημέρες από το Πάσχα).");

    [GeneratedRegex(@"^(easter|πασχα)(?<days>[+-][0-9]{1,3})?$")]
    private static partial Regex FromEaster();

    [GeneratedRegex(@"^[0-9][0-9]-[0-9][0-9]$")]
    private static partial Regex EveryYear();
}
