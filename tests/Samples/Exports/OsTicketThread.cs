using static Insights.Samples.Timeline;

namespace Insights.Samples.Exports;

/// <summary>
/// The messages and the events of osTicket's database, as the queries of the profile's "how" give them: instants in seconds since 1970.
/// A filter's canned response acknowledges requests. Waiting is no state of osTicket, and a change of priority an edit without values.
/// </summary>
internal static class OsTicketThread
{
    private const string System = "SYSTEM";

    public static void WriteMessages(string path, IEnumerable<Ticket> tickets)
    {
        using var file = new CsvFile(path, TimeForm.Utc).Row("Ticket Number", "Message Id", "Sent", "Entry Type", "Poster", "Title", "Body");
        var id = 501L;
        foreach (var ticket in tickets)
            foreach (var message in ticket.Messages)
                file.Text(ticket.Id).Number(id++).Number(message.SentAt).Text(IsOfProvider(message) ? "R" : "M")
                    .Text(message.Kind == "automatic" ? "SYSTEM (Canned Reply)" : message.Author)
                    .Text(message.Kind == "request" ? ticket.Subject : null).Text(message.Text).End();
    }

    public static void WriteEvents(string path, IEnumerable<Ticket> tickets)
    {
        using var file = new CsvFile(path, TimeForm.Utc).Row("Ticket Number", "Event Id", "Event Time", "Event", "Event Agent");
        var id = 901L;
        foreach (var ticket in tickets)
            foreach (var (at, name, by) in Events(ticket).OrderBy(e => e.At))
                file.Text(ticket.Id).Number(id++).Number(at).Text(name).Text(by).End();
    }

    private static bool IsOfProvider(Message message) => message.Side == Side.Provider || message.Kind == "automatic";

    private static IEnumerable<(long At, string Name, string By)> Events(Ticket ticket)
    {
        yield return (ticket.CreatedAt, "created", System);
        var isClosed = false;
        foreach (var change in ticket.Changes.Where(c => c.At > ticket.CreatedAt))
        {
            if (NameOf(change, isClosed) is { } name)
                yield return (change.At, name, change.By == ticket.Agent.Name ? change.By : System);
            isClosed = change.Field == "status" ? change.To is "resolved" or "closed" or "merged" : isClosed;
        }

        if (OverdueAt(ticket) is { } overdue)
            yield return (overdue, "overdue", System);
    }

    private static string? NameOf(Change change, bool isClosed) => (change.Field, change.To) switch
    {
        ("agent", _) => "assigned",
        ("priority", _) => "edited",
        ("status", "merged") => "merged",
        ("status", "resolved" or "closed") => isClosed ? null : "closed",
        ("status", "open") => isClosed ? "reopened" : null,
        _ => null,
    };

    private static long? OverdueAt(Ticket ticket)
    {
        var due = OsTicket.DueAt(ticket);
        return due < (ticket.ResolvedAt ?? ticket.ClosedAt ?? ExportedAt) ? due : null;
    }
}
