namespace Insights.Samples.Exports;

/// <summary>
/// What Freshdesk's API gives as the conversations of each ticket, one object a line. The request itself is the ticket's description and
/// is not among them. The automatic acknowledgement is posted by an automation in the help desk's own name.
/// </summary>
internal static class FreshdeskConversations
{
    private const string Mailbox = "support@aiolos.example";

    public static void Write(string path, IEnumerable<Ticket> tickets)
    {
        using var file = new JsonLines(path);
        var id = 103_000_700_000L;
        foreach (var ticket in tickets)
            foreach (var message in ticket.Messages.Where(m => m.Kind != "request"))
                Write(file, ticket, message, id++);
    }

    private static void Write(JsonLines file, Ticket ticket, Message message, long id) => file.Line(json =>
    {
        json.WriteNumber("id", id);
        json.WriteNumber("ticket_id", long.Parse(ticket.Id, null));
        json.WriteNumber("user_id", Accounts.IdOf(ticket, message));
        json.WriteString("from_email", message.Side == Side.Client ? ticket.Requester.Mail : Mailbox);
        json.WriteBoolean("incoming", message.Side == Side.Client);
        json.WriteBoolean("private", false);
        json.WriteNumber("source", 0);
        json.WriteString("body_text", message.Text);
        json.WriteString("created_at", JsonLines.Time(message.SentAt));
        json.WriteString("updated_at", JsonLines.Time(message.SentAt));
    });
}
