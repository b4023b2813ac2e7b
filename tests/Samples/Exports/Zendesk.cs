using static Insights.Samples.Timeline;

namespace Insights.Samples.Exports;

/// <summary>A Zendesk ticket export: comma, UTF-8, the account's wall clock to the minute, spans as whole minutes.</summary>
public static class Zendesk
{
    public const string Header =
        "Summation column,Id,Requester,Requester id,Requester external id,Requester email,Requester domain,Submitter,Assignee," +
        "Group,Subject,Tags,Status,Priority,Via,Ticket type,Created at,Updated at,Assigned at,Organization,Due date,Initially " +
        "assigned at,Solved at," +
        "Resolution time,Satisfaction Score,Group stations,Assignee stations,Reopens,Replies,First reply time in minutes," +
        "First reply time in minutes within business hours,First resolution time in minutes,First resolution time in minutes within " +
        "business hours," +
        "Full resolution time in minutes,Full resolution time in minutes within business hours,Agent wait time in minutes," +
        "Agent wait time in minutes within business hours,Requester wait time in minutes,Requester wait time in minutes within " +
        "business hours," +
        "On hold time in minutes,On hold time in minutes within business hours,Κατηγορία [list],Συσκευή [txt]";

    private static readonly string[] Priorities = ["-", "Urgent", "High", "Normal", "Low"];
    private static readonly WorkingHours Hours = WorkingHours.OfficeWithoutHolidays;

    public static CsvFile Create(string path) => new CsvFile(path, TimeForm.Minutes).Row(Header.Split(','));

    /// <summary>One row. Business hours are the account's: Monday to Friday 09:00-17:00, no holidays.</summary>
    public static void Write(CsvFile file, Ticket ticket)
    {
        var person = ticket.Requester;
        var agent = ticket.AssignedAt is null ? "-" : ticket.Agent.Name;
        file.Number(1).Text(ticket.Id).Text(person.Shown).Number(person.ContactId).Empty().Text(person.Mail)
            .Text(person.Mail[(person.Mail.IndexOf('@') + 1)..])
            .Text(ticket.Channel == "phone" ? ticket.Agent.Name : person.Shown).Text(agent).Text(ticket.Agent.Team).Text(ticket.Subject)
            .Text(Tags(ticket))
            .Text(Status(ticket)).Text(ticket.Final == 0 && ticket.CreatedAt % 2 == 0 ? "" : Priorities[ticket.Final])
            .Text(Via(ticket.Channel)).Text(Type(ticket))
            .Time(ticket.CreatedAt).Time(ticket.UpdatedAt).Time(ticket.AssignedAt).Text(ticket.ClientText).Empty().Time(ticket.AssignedAt)
            .Time(ticket.ResolvedAt)
            .Number((ticket.ResolvedAt - ticket.CreatedAt) / Hour).Text(Surveys.OfZendesk(ticket))
            .Number(1).Number(ticket.AssignedAt is null ? 0 : 1).Number(ticket.Reopens).Number(ticket.AgentMessages);
        Span(file, ticket, ticket.RespondedAt);
        Span(file, ticket, ticket.FirstResolvedAt);
        Span(file, ticket, ticket.ResolvedAt);
        Waits(file, ticket);
        file.Text(ticket.Kind.GreekCategory).Text(ticket.CreatedAt % 100 < 20 && !ticket.Requester.IsAgent ? null : ticket.Asset?.Tag).End();
    }

    private static void Span(CsvFile file, Ticket ticket, long? end) => file
        .Number((end - ticket.CreatedAt) / Minute)
        .Number(end is { } at ? Hours.Seconds(ticket.CreatedAt, at) / Minute : null);

    // Agents wait in pending; requesters in every other unsolved state, hold included.
    private static void Waits(CsvFile file, Ticket ticket)
    {
        var (pending, pendingBusiness) = Waited(ticket, "pending");
        var (hold, holdBusiness) = Waited(ticket, "hold");
        var end = ticket.ResolvedAt ?? ExportedAt;
        file.Number(pending / Minute).Number(pendingBusiness / Minute)
            .Number((end - ticket.CreatedAt - pending) / Minute)
            .Number(Math.Max(0, Hours.Seconds(ticket.CreatedAt, end) - pendingBusiness) / Minute)
            .Number(hold / Minute).Number(holdBusiness / Minute);
    }

    private static (long Calendar, long Business) Waited(Ticket ticket, string state)
    {
        var (calendar, business) = (0L, 0L);
        foreach (var pause in ticket.Pauses)
        {
            if (pause.State != state)
                continue;
            var end = Math.Min(pause.To, ExportedAt);
            calendar += end - pause.From;
            business += Hours.Seconds(pause.From, end);
        }

        return (calendar, business);
    }

    private static string Status(Ticket ticket) => ticket.State switch
    {
        "pending" => "Pending",
        "hold" => "Hold",
        "resolved" => "Solved",
        "closed" or "merged" => "Closed",
        _ when ticket.AssignedAt is null => "New",
        _ => "Open",
    };

    private static string Via(string channel) => channel switch
    {
        "phone" => "Phone",
        "chat" => "Chat",
        "portal" => "Web form",
        "api" => "Web service (API)",
        _ => "Mail",
    };

    private static string Type(Ticket ticket) => ticket.CreatedAt % 25 == 0 && !ticket.Requester.IsAgent ? "-" : ticket.Kind.Type switch
    {
        "problem" => "Problem",
        "request" => "Task",
        "question" => "Question",
        _ => ticket.Episode > 2 && ticket.IsRepeat ? "Problem" : "Incident",
    };

    private static string Tags(Ticket ticket)
    {
        var tag = ticket.Kind.Category.ToLowerInvariant();
        return ticket.State == "merged" ? $"closed_by_merge {tag}" : ticket.Requester == Provider.Monitoring ? $"monitoring {tag}" : tag;
    }
}
