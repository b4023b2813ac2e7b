using System.Text.Json;

namespace Insights.Samples.Exports;

/// <summary>
/// What Zendesk's API gives as the audits of each ticket (its changes), and as its comments beside its id and requester, one object a
/// line. Users are numbers. A ticket is new until somebody is assigned. The acknowledgement is a comment of a trigger (via rule).
/// </summary>
internal static class ZendeskHistory
{
    private const long FirstId = 4_100_000_000_000;

    private static readonly string[] Priorities = ["", "urgent", "high", "normal", "low"];

    public static void WriteComments(string path, IEnumerable<Ticket> tickets)
    {
        using var file = new JsonLines(path);
        var id = FirstId;
        foreach (var ticket in tickets)
            file.Line(json =>
            {
                json.WriteNumber("id", long.Parse(ticket.Id, null));
                json.WriteNumber("requester_id", ticket.Requester.ContactId);
                json.WriteStartArray("comments");
                foreach (var message in ticket.Messages)
                    Comment(json, ticket, message, id++);
                json.WriteEndArray();
            });
    }

    public static void WriteAudits(string path, IEnumerable<Ticket> tickets)
    {
        using var file = new JsonLines(path);
        var id = 2 * FirstId;
        foreach (var ticket in tickets)
            foreach (var audit in Audits(ticket))
            {
                file.Line(json => Audit(json, ticket, audit, id));
                id += 1 + audit.Changes.Count;
            }
    }

    private static void Comment(Utf8JsonWriter json, Ticket ticket, Message message, long id)
    {
        json.WriteStartObject();
        json.WriteNumber("id", id);
        json.WriteString("type", "Comment");
        json.WriteNumber("author_id", Accounts.IdOf(ticket, message));
        json.WriteString("plain_body", message.Text);
        json.WriteBoolean("public", true);
        json.WriteString("created_at", JsonLines.Time(message.SentAt));
        Via(json, message.Kind == "automatic" ? "rule" : message.Kind == "request" ? ViaOf(ticket.Channel) : "email");
        json.WriteEndObject();
    }

    /// <summary>The changes of one moment by one hand, in Zendesk's words.</summary>
    private static IEnumerable<(long At, string By, List<(string Field, string From, string To)> Changes)> Audits(Ticket ticket)
    {
        var state = "";
        foreach (var moment in ticket.Changes.GroupBy(c => (c.At, c.By)))
        {
            var changes = new List<(string Field, string From, string To)>();
            foreach (var change in moment)
            {
                if (StateAfter(change, state) is { } next && next != state)
                {
                    changes.Add(("status", state, next));
                    state = next;
                }

                if (change.Field == "priority")
                    changes.Add(("priority", Priorities[Rank(change.From)], Priorities[Rank(change.To)]));
                else if (change.Field == "agent")
                    changes.Add(("assignee_id", "", $"{Accounts.IdOf(ticket.Agent)}"));
            }

            if (changes.Count > 0)
                yield return (moment.Key.At, moment.Key.By, changes);
        }
    }

    private static string? StateAfter(Change change, string state) => (change.Field, change.To) switch
    {
        ("agent", _) => state == "new" ? "open" : null,
        ("status", "open") => state.Length == 0 ? "new" : "open",
        ("status", "resolved") => "solved",
        ("status", "merged") => "closed",
        ("status", _) => change.To,
        _ => null,
    };

    private static int Rank(string text) => text.Length == 0 ? 0 : int.Parse(text, null);

    private static void Audit(Utf8JsonWriter json, Ticket ticket, (long At, string By, List<(string Field, string From, string To)> Changes) audit, long id)
    {
        json.WriteNumber("id", id);
        json.WriteNumber("ticket_id", long.Parse(ticket.Id, null));
        json.WriteString("created_at", JsonLines.Time(audit.At));
        json.WriteNumber("author_id", Accounts.IdOf(ticket, audit.By));
        Via(json, audit.At == ticket.CreatedAt ? ViaOf(ticket.Channel) : audit.By == "automation" ? "rule" : "web");
        json.WriteStartArray("events");
        foreach (var (field, from, to) in audit.Changes)
        {
            json.WriteStartObject();
            json.WriteNumber("id", ++id);
            json.WriteString("type", audit.At == ticket.CreatedAt ? "Create" : "Change");
            json.WriteString("field_name", field);
            json.WriteString("value", to);
            if (from.Length > 0)
                json.WriteString("previous_value", from);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Via(Utf8JsonWriter json, string channel)
    {
        json.WriteStartObject("via");
        json.WriteString("channel", channel);
        json.WriteEndObject();
    }

    private static string ViaOf(string channel) => channel switch
    {
        "phone" => "phone",
        "chat" => "chat",
        "portal" => "web",
        "api" => "api",
        _ => "email",
    };
}
