using Insights.Analytics;

namespace Insights.Ingest.Reference;

/// <summary>
/// The names one table uses of another must exist there. Cells are compared as written, in sound rows or not: one bad cell in the
/// row of a client must neither hide an unknown calendar beside it nor make every promise of that client a problem too.
/// </summary>
internal static class ReferenceNames
{
    private static readonly (string Table, string Column, string KnownIn, string Kind, string GreekKind)[] Uses =
    [
        ("clients", "calendar", "calendars", "calendar", "ωράριο"),
        ("aliases", "client", "clients", "client", "πελάτης"),
        ("promises", "client", "clients", "client", "πελάτης"),
        ("promises", "calendar", "calendars", "calendar", "ωράριο"),
        ("expectations", "client", "clients", "client", "πελάτης"),
        ("sizes", "client", "clients", "client", "πελάτης"),
        ("answers", "client", "clients", "client", "πελάτης"),
        ("actions", "client", "clients", "client", "πελάτης"),
        ("comments", "client", "clients", "client", "πελάτης"),
        ("included_hours", "client", "clients", "client", "πελάτης"),
        ("critical_work", "client", "clients", "client", "πελάτης"),
        ("calendars", "holidays", "holidays", "holiday set", "ομάδα αργιών"),
        ("assign", "client", "clients", "client", "πελάτης"),
    ];

    public static void Check(IReadOnlyDictionary<string, ReferenceSheet> sheets, ReferenceProblems problems)
    {
        foreach (var (table, column, knownIn, kind, greekKind) in Uses.Where(use => sheets.ContainsKey(use.Table)))
        {
            var known = Cells(sheets, knownIn, ReferenceContract.Named(knownIn).Columns[0].Key).Select(cell => cell.Text).ToHashSet();
            foreach (var (at, text) in Cells(sheets, table, column).Where(cell => !known.Contains(cell.Text)))
                problems.Add(at, column, text, Unknown(text, Nearest.To(text, known), kind, greekKind, knownIn));
        }
    }

    private static IEnumerable<(Place At, string Text)> Cells(
        IReadOnlyDictionary<string, ReferenceSheet> sheets, string table, string column)
    {
        if (!sheets.TryGetValue(table, out var sheet))
            return [];
        var index = sheet.Headings.ToList().IndexOf(column);
        return sheet.Rows.Where(row => index >= 0 && index < row.Cells.Count && row.Cells[index].Length is > 0 and <= ReferenceCells.LongestCell)
            .Select(row => (sheet.At(row.Line), row.Cells[index]));
    }

    private static Message Unknown(string name, string? near, string kind, string greekKind, string table) => near is null
        ? new Message(
            $"there is no {kind} '{name}'. Add its row to {table}.",
            $"δεν υπάρχει {greekKind} «{name}». Προσθέστε τη γραμμή στον πίνακα {table}.")
        : new Message(
            $"there is no {kind} '{name}'. Did you mean '{near}'? If not, add its row to {table}.",
            $"δεν υπάρχει {greekKind} «{name}». Μήπως εννοείτε «{near}»; Αλλιώς προσθέστε τη γραμμή στον πίνακα {table}.");
}
