using Insights.Analytics;

namespace Insights.Ingest.Reference;

/// <summary>The rows of one calendar version agree: one zone, one holiday set, breaks inside hours open, hours open at all.</summary>
internal static class ReferenceCalendarChecks
{
    private const int HalfDay = 43_200;

    public static void Check(ReferenceData data, ReferenceProblems problems)
    {
        foreach (var version in data.Calendars.GroupBy(row => (row.Calendar, row.ValidFrom)))
            CheckVersion([.. version], problems);
    }

    private static void CheckVersion(IReadOnlyList<ReferenceHours> rows, ReferenceProblems problems)
    {
        var first = rows[0];
        foreach (var row in rows.Skip(1).Where(row => row.Zone != first.Zone))
            problems.Add(row.At, "zone", row.Zone, Differs("zone", row.Zone, first.Zone, first.At.Line));
        foreach (var row in rows.Skip(1).Where(row => row.Holidays != first.Holidays))
            problems.Add(row.At, "holidays", row.Holidays, Differs("holidays", row.Holidays, first.Holidays, first.At.Line));
        var open = rows.Where(row => row.Kind == "open").ToList();
        foreach (var row in rows.Where(row => row.Kind == "break" && !open.Any(hours => Overlap(row, hours))))
            problems.Add(row.At, "opens", null, new Message(
                "the break falls in no hours open of this calendar. Check its days and hours.",
                "το διάλειμμα δεν πέφτει σε ανοιχτές ώρες του ωραρίου. Ελέγξτε ημέρες και ώρες."));
        foreach (var row in open.Where(row => row.ClosesSecond > 86_400 && row.ClosesSecond - row.OpensSecond > HalfDay))
            NoticeLongNight(row, problems);
    }

    private static bool Overlap(ReferenceHours a, ReferenceHours b) =>
        SecondsOfWeek(a).Any(x => SecondsOfWeek(b).Any(y => x.From < y.To && y.From < x.To));

    /// <summary>The spans of the week, and again a week later for a night that runs over Sunday.</summary>
    private static IEnumerable<(int From, int To)> SecondsOfWeek(ReferenceHours row) =>
        row.Weekdays.SelectMany(day => new[] { day - '1', day - '1' + 7 })
            .Select(day => (day * 86_400 + row.OpensSecond, day * 86_400 + row.ClosesSecond));

    private static Message Differs(string column, string? value, string? first, int line) => new(
        $"'{value}' differs from '{first}' of line {line}: all rows of a calendar version share one {column}. A change "
        + "needs another valid_from.",
        $"Το «{value}» διαφέρει από το «{first}» της γραμμής {line}: όλες οι γραμμές ενός ωραρίου έχουν ίδιο {column}. Η "
        + "αλλαγή θέλει άλλο valid_from.");

    private static void NoticeLongNight(ReferenceHours row, ReferenceProblems problems)
    {
        var hours = (row.ClosesSecond - row.OpensSecond) / 3600.0;
        var shown = hours.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);
        problems.Notice(
            $"{row.At.In("en")}: '{row.Calendar}' closes at or before it opens, so it runs {shown} hours into the next "
            + "day. Swap opens and closes if that is not meant.",
            $"{row.At.In("el")}: το «{row.Calendar}» κλείνει πριν ανοίξει, άρα μετρά {shown} ώρες ως την επόμενη ημέρα. "
            + "Αλλάξτε τα opens και closes αν δεν εννοείτε αυτό.");
    }
}
