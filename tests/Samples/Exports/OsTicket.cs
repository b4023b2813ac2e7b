using static Insights.Samples.Timeline;

namespace Insights.Samples.Exports;

/// <summary>
/// An osTicket queue export by a Greek agent: BOM, semicolons, Greek headers, the agent's wall clock to the minute, quoted as fputcsv
/// quotes.
/// </summary>
public static class OsTicket
{
    public const string Header =
        "Αριθμός Αιτήματος;Ημερομηνία Δημιουργίας;Θέμα;Από;Από Email;Προτεραιότητα;Τμήμα;Θέμα Βοήθειας;Πηγή;Τρέχουσα Κατάσταση;" +
        "Τελευταία Ενημέρωση;Προθεσμία SLA;Πλάνο SLA;Προθεσμία;Ημερομηνία Κλεισίματος;Εκπρόθεσμο;Συγχωνευμένο;Συνδεδεμένο;Απαντήθηκε;" +
        "Ανατεθειμένος Συνεργάτης;Ανατεθειμένη Ομάδα;Πλήθος Μηνυμάτων;Πλήθος Επανανοίξεων;Πλήθος Συνημμένων;Πλήθος Εργασιών;" +
        "Οργανισμός;Συσκευή";

    private const long Grace = 18 * Hour;

    private static readonly string[] Priorities = ["Κανονική", "Επείγουσα", "Υψηλή", "Κανονική", "Χαμηλή"];

    public static CsvFile Create(string path) =>
        new CsvFile(path, TimeForm.Greek, ';', withBom: true, quotesSpaces: true).Row(Header.Split(';'));

    /// <summary>
    /// One row. The SLA is 18 working hours to closing, counted anew from a reopening; closing a late ticket erases its due date and
    /// its overdue flag, as osTicket does. There is no first response.
    /// </summary>
    public static void Write(CsvFile file, Ticket ticket)
    {
        var due = DueAt(ticket);
        var closed = ticket.State == "merged" ? ticket.ClosedAt : ticket.ResolvedAt;
        var isLate = due < (closed ?? ExportedAt);
        file.Text(ticket.Id).Time(ticket.CreatedAt).Text(ticket.Subject).Text(ticket.Requester.Shown).Text(ticket.Requester.Mail)
            .Text(Priorities[ticket.Final]).Text("Τεχνική Υποστήριξη").Text(Topic(ticket)).Text(Source(ticket.Channel)).Text(Status(ticket))
            .Time(ticket.UpdatedAt).Time(closed is not null && isLate ? null : due).Text("Βασικό 18 ωρών").Empty().Time(closed)
            .Text(YesNo(closed is null && isLate)).Text(YesNo(ticket.State == "merged")).Text(YesNo(false)).Text(YesNo(ticket.IsAnswered))
            .Text(ticket.AssignedAt is null ? null : ticket.Agent.Name).Text(ticket.AssignedAt is null ? null : ticket.Agent.Team)
            .Number(ticket.AgentMessages + ticket.ClientMessages + (ticket.ClientMessages == 0 ? 1 : 0)).Number(ticket.Reopens)
            .Number(ticket.CreatedAt % 9 == 0 ? 1 : 0).Number(0).Text(ticket.ClientText)
            .Text(ticket.CreatedAt % 100 < 15 ? null : ticket.Asset?.Tag).End();
    }

    /// <summary>By the tool's own SLA.</summary>
    internal static long DueAt(Ticket ticket) => WorkingHours.OfficeWithoutHolidays.Add(ticket.ReopenedAt ?? ticket.CreatedAt, Grace);

    private static string Topic(Ticket ticket) => ticket.Kind.Type switch
    {
        "request" => "Αίτημα / " + ticket.Kind.GreekCategory,
        "question" => "Ερώτηση",
        _ => "Βλάβη / " + ticket.Kind.GreekCategory,
    };

    private static string Source(string channel) => channel switch
    {
        "phone" => "Τηλέφωνο",
        "portal" or "chat" => "Ιστός",
        "api" => "API",
        _ => "Email",
    };

    private static string Status(Ticket ticket) => ticket.State switch
    {
        "resolved" => "Επιλύθηκε",
        "closed" or "merged" => "Κλειστό",
        _ => "Ανοιχτό",
    };

    private static string YesNo(bool value) => value ? "Ναι" : "Όχι";
}
