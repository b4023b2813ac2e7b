using System.Text.RegularExpressions;
using Insights.Analytics;
using Insights.Ingest.Mapping;

namespace Insights.Ingest.Reference;

/// <summary>
/// Days of the week as people write them: <c>Mon-Fri</c>, <c>Mon,Wed</c>, <c>Δευ-Παρ</c>, <c>Σάββατο</c>, <c>daily</c>, <c>1-5</c>
/// (1 is Monday). A range may run over Sunday: <c>Sat-Mon</c>. What a spreadsheet turned into a date is refused, and named.
/// </summary>
public static partial class DaysText
{
    private const string Everyday = "1234567";

    private static readonly string[] Names =
    [
        "mon monday δε δευ δευτερα", "tue tues tuesday τρ τρι τριτη", "wed weds wednesday τε τετ τεταρτη",
        "thu thur thurs thursday πε πεμ πεμπτη", "fri friday πα παρ παρασκευη", "sat saturday σα σαβ σαββατο", "sun sunday κυ κυρ κυριακη",
    ];

    /// <summary>ISO weekday digits in order: <c>12345</c> is Monday to Friday.</summary>
    public static Reading<string> Parse(string text)
    {
        var folded = GreekText.Fold(text);
        if (folded is "daily" or "every day" or "καθε μερα" || IsAroundTheClock(text))
            return Everyday;
        if (IsDigits(folded))
            return folded;
        if (ExcelDate.DayAndMonth(text) is { } date)
            return TurnedIntoDate(text, date);
        var days = new SortedSet<int>();
        foreach (var part in Separators().Split(Dash().Replace(folded, "-")))
            if (Range(part) is { } range)
                days.UnionWith(range);
            else
                return NotUnderstood(text);
        return string.Concat(days);
    }

    /// <summary>Whether the text is one of the ways to say that the hours never end.</summary>
    public static bool IsAroundTheClock(string text) => GreekText.Fold(text) is "24x7" or "24χ7" or "24/7";

    /// <summary>Digits are days only in rising order without repeats, so that a day count of a spreadsheet is not taken for them.</summary>
    private static bool IsDigits(string text) =>
        WeekdayDigits().IsMatch(text) && text.Zip(text.Skip(1)).All(pair => pair.First < pair.Second);

    private static IEnumerable<int>? Range(string part)
    {
        var ends = part.Split('-', StringSplitOptions.TrimEntries);
        if (ends.Length > 2 || Day(ends[0]) is not { } first || Day(ends[^1]) is not { } last)
            return null;
        return Enumerable.Range(first, ((last - first + 7) % 7) + 1).Select(day => ((day - 1) % 7) + 1);
    }

    private static int? Day(string name)
    {
        if (name is [>= '1' and <= '7'])
            return name[0] - '0';
        var index = Array.FindIndex(Names, names => names.Split(' ').Contains(name.TrimEnd('.')));
        return index < 0 ? null : index + 1;
    }

    private static Message TurnedIntoDate(string text, (int Day, int Month) date)
    {
        var meant = date is { Day: >= 1 and <= 7, Month: >= 1 and <= 7 } ? $"{Short(date.Day)}-{Short(date.Month)}" : "Mon-Fri";
        return new Message(
            $"'{text}' is a date: the spreadsheet turned the days into one. Write {meant}.",
            $"Το «{text}» είναι ημερομηνία: το Excel άλλαξε τις ημέρες που γράφτηκαν. Γράψτε {meant} (ή Δευ-Παρ).");
    }

    private static string Short(int day) => Names[day - 1][..1].ToUpperInvariant() + Names[day - 1][1..3];

    private static Message NotUnderstood(string text) => new(
        $"'{text}' is not a list of days. Write for example Mon-Fri, Mon,Wed, Sat, daily or 24x7.",
        $"Το «{text}» δεν είναι ημέρες. Γράψτε για παράδειγμα Δευ-Παρ, Δευ,Τετ, Σάβ, daily (κάθε ημέρα) ή 24x7.");

    [GeneratedRegex(" ?[-–] ?")]
    private static partial Regex Dash();

    [GeneratedRegex(" (?:και|and) | ?[,;+&/] ?| ")]
    private static partial Regex Separators();

    [GeneratedRegex("^[1-7]{2,7}$")]
    private static partial Regex WeekdayDigits();
}
