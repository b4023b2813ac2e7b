using System.Globalization;
using Insights.Analytics;
using Insights.Ingest.Mapping;

namespace Insights.Ingest.Reference;

/// <summary>What the rows of actions, comments and agreed_exclusions mean: what was agreed and said at the meetings of the two sides.</summary>
internal static class MeetingTables
{
    private static readonly (string, string[])[] Sides = [("client", ["πελατησ"]), ("provider", ["εταιρεια", "εταιρεια it support", "παροχοσ"])];

    private static readonly (string, string[])[] YesNo = [("yes", ["ναι", "true", "1"]), ("no", ["οχι", "false", "0"])];

    /// <summary>Why a ticket was late.</summary>
    private static readonly (string, string[])[] Causes =
    [
        ("staffing", ["ελλειψη προσωπικου", "προσωπικο"]), ("overlooked", ["ξεφυγε", "παραβλεψη"]), ("wrong_priority", ["λαθοσ προτεραιοτητα"]),
        ("difficulty", ["δυσκολια", "δυσκολη βλαβη"]), ("third_party", ["τριτοσ", "προμηθευτησ"]), ("parts", ["ανταλλακτικο", "ανταλλακτικα"]),
        ("client", ["πελατησ", "αναμονη πελατη"]), ("not_recorded", ["δεν καταγραφηκε"]), ("outside_control", ["ανωτερα βια"]), ("other", ["αλλο"]),
    ];

    private static readonly string[] Subjects = ["ticket_id", "failure_group_id", "month"];

    public static ReferenceAction Action(ReferenceCells cells)
    {
        var row = new ReferenceAction(
            cells.At, cells.Text("client")!, cells.Read("agreed_on", CellText.Date).GetValueOrDefault(), cells.OneOf("side", Sides)!, cells.Text("owner"),
            cells.Text("action")!, cells.Read("due", CellText.Date), cells.Read("done_on", CellText.Date), cells.Text("note"));
        foreach (var (column, day) in new[] { ("due", row.Due), ("done_on", row.DoneOn) })
            if (cells.IsSound && day < row.AgreedOn)
                cells.Refuse(
                    column, $"{column} is before agreed_on ({Day(row.AgreedOn)}). Write that day or a later one.",
                    $"το {column} είναι πριν από το agreed_on ({Day(row.AgreedOn)}). Γράψτε εκείνη την ημέρα ή μεταγενέστερη.");
        return row;
    }

    public static ReferenceComment Comment(ReferenceCells cells)
    {
        CheckOneSubject(cells);
        var cause = cells.OneOf("cause", Causes);
        if (cells.IsSound && cause is not null && cells.Text("ticket_id") is null)
            cells.Refuse(
                "cause", "a cause says why one ticket was late. Write its source and ticket_id, or empty the cause.",
                "το cause λέει γιατί άργησε ένα αίτημα. Γράψτε το source και το ticket_id του, ή αδειάστε το cause.");
        if (cells.IsSound && cause is null && cells.Text("comment") is null)
            cells.Refuse("comment", "the row says nothing. Write a comment, a cause or both.", "η γραμμή δεν λέει τίποτα. Γράψτε comment, cause ή και τα δύο.");
        return new(
            cells.At, cells.Text("client")!, cells.Text("source"), cells.Text("ticket_id"), cells.Text("failure_group_id"), cells.Read("month", Month),
            cells.OneOf("said_by", Sides)!, cells.Text("comment"), cause, cells.Text("note"));
    }

    public static ReferenceExclusion Exclusion(ReferenceCells cells) => new(
        cells.At, cells.Text("source")!, cells.Text("ticket_id")!, cells.Text("reason")!, Agreed(cells, "agreed_by_client"),
        Agreed(cells, "agreed_by_provider"), cells.Text("note"));

    private static bool? Agreed(ReferenceCells cells, string column) => cells.OneOf(column, YesNo) is { } said ? said == "yes" : null;

    /// <summary>A comment is of a ticket, of a failure or of a month.</summary>
    private static void CheckOneSubject(ReferenceCells cells)
    {
        if (cells.Text("source") is null != (cells.Text("ticket_id") is null))
            cells.Refuse(
                cells.Text("source") is null ? "source" : "ticket_id", "a ticket is named by its source and its ticket_id, both. Fill or empty the two.",
                "ένα αίτημα ορίζεται από το source και το ticket_id μαζί. Συμπληρώστε ή αδειάστε και τα δύο.");
        string[] subjects = [.. Subjects.Where(column => cells.Text(column) is not null)];
        if (cells.IsSound && subjects.Length != 1)
            cells.Refuse(
                subjects.ElementAtOrDefault(1) ?? "month",
                "a comment is of one thing: a ticket (source and ticket_id), a failure (failure_group_id) or a month. Fill one of them.",
                "ένα σχόλιο αφορά ένα πράγμα: αίτημα (source και ticket_id), βλάβη (failure_group_id) ή μήνα (month). Συμπληρώστε ένα.");
    }

    /// <summary>2026-10, or any day of it, as a spreadsheet makes of it.</summary>
    private static Reading<DateOnly?> Month(string cell)
    {
        if (DateOnly.TryParseExact(cell + "-01", ["yyyy-MM-dd", "yyyy-M-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
            return (DateOnly?)month;
        return CellText.Date(cell).Value is { } day
            ? (DateOnly?)new DateOnly(day.Year, day.Month, 1)
            : new Message($"'{cell}' is not a month. Write year-month, for example 2026-10.", $"Το «{cell}» δεν είναι μήνας. Γράψτε έτος-μήνα, για παράδειγμα 2026-10.");
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
