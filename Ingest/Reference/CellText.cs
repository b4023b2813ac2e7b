using System.Globalization;
using System.Text.RegularExpressions;
using Insights.Analytics;
using Insights.Ingest.Mapping;
using NodaTime;

namespace Insights.Ingest.Reference;

/// <summary>What the numbers, dates and times of a reference cell mean, as Greek and English hands write them. Errors are values.</summary>
public static partial class CellText
{
    /// <summary>2026-05-01 or 1/5/2026, day first.</summary>
    public static Reading<DateOnly?> Date(string cell)
    {
        if (DateOnly.TryParseExact(cell, ["yyyy-MM-dd", "yyyy-M-d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso))
            return (DateOnly?)iso;
        string[] dayFirst = ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy"];
        if (DateOnly.TryParseExact(cell, dayFirst, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return (DateOnly?)date;
        var meant = ExcelDate.Serial(cell) is { } serial ? serial.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "2026-05-01";
        return new Message(
            $"'{cell}' is not a date. Write {meant} (year-month-day), or day/month/year with four digits for the year.",
            $"Το «{cell}» δεν είναι ημερομηνία. Γράψτε {meant} (έτος-μήνας-ημέρα), ή ημέρα/μήνας/έτος με τέσσερα ψηφία στο έτος.");
    }

    /// <summary>A whole number from 0.</summary>
    public static Reading<int?> Whole(string cell) =>
        int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (int?)number
            : new Message(
                $"'{cell}' is not a whole number. Write digits only, for example 45.",
                $"Το «{cell}» δεν είναι ακέραιος αριθμός. Γράψτε μόνο ψηφία, για παράδειγμα 45.");

    /// <summary>A number with a decimal point or comma. 28.800 is refused: it may mean twenty-eight thousand or twenty-eight.</summary>
    public static Reading<double?> Number(string cell)
    {
        if (Thousands().IsMatch(cell))
            return Ambiguous(cell);
        const NumberStyles plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        return double.TryParse(cell.Replace(',', '.'), plain, CultureInfo.InvariantCulture, out var number)
            ? (double?)number
            : new Message(
                $"'{cell}' is not a number. Write for example 30 or 0.95.",
                $"Το «{cell}» δεν είναι αριθμός. Γράψτε για παράδειγμα 30 ή 0,95.");
    }

    private static Message Ambiguous(string cell)
    {
        var (thousands, fraction) = (cell.Replace(".", "").Replace(",", ""), cell.Replace(',', '.').TrimEnd('0'));
        return new Message(
            $"'{cell}' may be {thousands} or {fraction}. Write it without a thousands separator.",
            $"Το «{cell}» μπορεί να είναι {thousands} ή {fraction}. Γράψτε το χωρίς διαχωριστικό χιλιάδων.");
    }

    /// <summary>A share promised: 0.95, 0,95 or 95 %; above 0 and up to 1.</summary>
    public static Reading<double?> Ratio(string cell)
    {
        var isPercent = cell.EndsWith('%');
        var number = Number(isPercent ? cell[..^1].TrimEnd() : cell);
        // Division, not multiplication by 0.01: 95 / 100 is the very double 0.95.
        var ratio = isPercent ? number.Value / 100 : number.Value;
        return number.IsRead && ratio is > 0 and <= 1
            ? ratio
            : new Message(
                $"'{cell}' is not a share between 0 and 1. Write 0.95 or 95%.",
                $"Το «{cell}» δεν είναι ποσοστό. Γράψτε 0,95 ή 95%.");
    }

    /// <summary>A time of day in seconds from midnight, 0 to 86400: 09:00, 9:00, 09:00:00, 24:00, 2:00 μμ.</summary>
    public static Reading<int?> Time(string cell)
    {
        var match = TimeOfDay().Match(GreekText.Fold(cell));
        if (match.Success && Seconds(match) is { } seconds)
            return (int?)seconds;
        return new Message(
            $"'{cell}' is not a time of day. Write for example 09:00, or 24:00 for midnight at the end of the day.",
            $"Το «{cell}» δεν είναι ώρα. Γράψτε για παράδειγμα 09:00, ή 24:00 για τα μεσάνυχτα στο τέλος της ημέρας.");
    }

    /// <summary>1 (most urgent) to 5, or null for <c>*</c>, every priority.</summary>
    public static Reading<short?> Priority(string cell) =>
        cell == "*" ? default
        : short.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var priority) && priority is >= 1 and <= 5
            ? (short?)priority
            : new Message(
                $"'{cell}' is not a priority. Write 1 (most urgent) to 5, or * for every priority.",
                $"Το «{cell}» δεν είναι προτεραιότητα. Γράψτε 1 (το πιο επείγον) έως 5, ή * για όλες.");

    /// <summary>1 (most urgent) to 5.</summary>
    public static Reading<short?> OnePriority(string cell) => Priority(cell) is { Value: not null } priority
        ? priority
        : new Message(
            $"'{cell}' is not a priority. Write 1 (most urgent) to 5.",
            $"Το «{cell}» δεν είναι προτεραιότητα. Γράψτε 1 (το πιο επείγον) έως 5.");

    /// <summary>A time zone of the tz database, by its name.</summary>
    public static Reading<string> Zone(string cell) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(cell) is { } zone
            ? zone.Id
            : Nearest.Unknown(cell, DateTimeZoneProviders.Tzdb.Ids, "time zone", "ζώνη ώρας", "Europe/Athens");

    private static int? Seconds(Match match)
    {
        var hour = Digits(match.Groups["hour"]);
        var half = match.Groups["half"].Value;
        if (half.Length > 0 && hour is < 1 or > 12)
            return null;
        if (half.Length > 0)
            hour = (hour % 12) + (half[0] is 'p' or 'μ' ? 12 : 0);
        var (minute, second) = (Digits(match.Groups["minute"]), Digits(match.Groups["second"]));
        var seconds = (hour * 3600) + (minute * 60) + second;
        return minute < 60 && second < 60 && seconds <= 86_400 ? seconds : null;
    }

    private static int Digits(Group group) => group.Success ? int.Parse(group.Value, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<hour>[0-9]{1,2}):(?<minute>[0-9][0-9])(?::(?<second>[0-9][0-9]))?(?: ?(?<half>am|pm|πμ|μμ|π\.μ\.|μ\.μ\.))?$")]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"^-?[1-9][0-9]{0,2}([.,][0-9]{3})+$")]
    private static partial Regex Thousands();
}
