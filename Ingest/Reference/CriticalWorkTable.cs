using Insights.Ingest.Mapping;

namespace Insights.Ingest.Reference;

/// <summary>What a row of critical_work means: what a client cannot be without, how a ticket tells it, and when it matters.</summary>
internal static class CriticalWorkTable
{
    private const int Day = 86_400;

    public static ReferenceCriticalWork Row(ReferenceCells cells)
    {
        var (words, assets) = (List(cells, "words"), List(cells, "assets"));
        if (cells.IsSound && words.Length + assets.Length == 0)
            cells.Refuse(
                "words", "nothing tells this work in a ticket. Write words, assets or both, several with a semicolon.",
                "τίποτα δεν δείχνει αυτή την εργασία σε ένα αίτημα. Γράψτε words (λέξεις), assets (συσκευές) ή και τα δύο, χωρισμένα με ερωτηματικό (;).");
        var (weekdays, opens, closes) = Hours(cells);
        return new(
            cells.At, cells.Text("client")!, cells.Text("activity")!, words, assets, weekdays, opens, closes,
            cells.Read("priority", CellText.OnePriority) ?? 0, cells.Text("expectation"),
            cells.Read("expectation", PromiseText.Parse), cells.Text("note"));
    }

    private static string[] List(ReferenceCells cells, string column)
    {
        var parts = (cells.Text(column) ?? "").Split([';', '\u037E', ',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var part in parts.Where(part => !part.Any(char.IsLetterOrDigit)))
            cells.Refuse(column, $"'{part}' has no letter or digit.", $"το «{part}» δεν έχει γράμμα ή ψηφίο.");
        return parts;
    }

    /// <summary>Days without hours are whole days; hours without days are of every day; neither is always. An until at or before from is of the next day.</summary>
    private static (string? Weekdays, int? Opens, int? Closes) Hours(ReferenceCells cells)
    {
        var (days, from, until) = (cells.Read("days", DaysText.Parse), cells.Read("from", CellText.Time), cells.Read("until", CellText.Time));
        if (cells.IsSound && (from is null) != (until is null))
            cells.Refuse(
                from is null ? "from" : "until", "hours need both from and until; leave both empty for the whole day.",
                "οι ώρες θέλουν και from και until· αφήστε και τα δύο κενά για όλη την ημέρα.");
        if (cells.IsSound && from == Day)
            cells.Refuse(
                "from", "24:00 is the end of a day. Write 00:00 of the next one.", "το 24:00 είναι το τέλος της ημέρας. Γράψτε 00:00 της επόμενης.");
        var isAlways = from is null && (days is null or "1234567");
        return isAlways ? (null, null, null) : (days ?? "1234567", from ?? 0, from is null ? Day : until <= from ? until + Day : until);
    }
}
