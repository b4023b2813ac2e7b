using static Insights.Samples.Timeline;

namespace Insights.Samples.Exports;

/// <summary>A Freshdesk ticket export: comma, UTF-8, the account's wall clock to the second, durations as HH:MM:SS.</summary>
public static class Freshdesk
{
    public const string Header =
        "Ticket ID,Subject,Description,Status,Priority,Source,Type,Agent,Group,Created time,Due by Time,Resolved time,Closed time," +
        "Last update time,Initial response time,Time tracked,First response time (in hrs),Resolution time (in hrs),Agent interactions," +
        "Customer interactions,Resolution status,First response status,Tags,Survey results,Association type,Product,Every response " +
        "status," +
        "Full name,Title,Email,Work phone,Mobile phone,Contact ID,Company Name,Category,Asset";

    private static readonly string[] Priorities = ["", "Urgent", "High", "Medium", "Low"];
    private static readonly long[] ResponseTargets = [4 * Hour, 30 * Minute, 2 * Hour, 4 * Hour, 8 * Hour];
    private static readonly long[] ResolveTargets = [16 * Hour, 4 * Hour, 8 * Hour, 16 * Hour, 40 * Hour];

    public static CsvFile Create(string path) => new CsvFile(path, TimeForm.Seconds).Row(Header.Split(','));

    /// <summary>
    /// One row. The tool judges by its own clock (08:00-18:00, no holidays, Pending stops the resolution) and the final priority.
    /// </summary>
    public static void Write(CsvFile file, Ticket ticket)
    {
        var hours = WorkingHours.FreshdeskAccount;
        long? response = ticket.RespondedAt is { } at ? hours.Seconds(ticket.CreatedAt, at) : null;
        long? resolution = ticket.ResolvedAt is { } end ? Math.Max(0, hours.Seconds(ticket.CreatedAt, end) - Paused(ticket, hours)) : null;
        var isFilled = ticket.CreatedAt % 10 < 4;
        file.Text(ticket.Id).Text(ticket.Subject).Text(ticket.Body).Text(Status(ticket)).Text(Priorities[ticket.Final])
            .Text(Source(ticket.Channel)).Text(Type(ticket))
            .Text(ticket.AssignedAt is null ? "No Agent" : ticket.Agent.Name).Text(ticket.Agent.Team).Time(ticket.CreatedAt)
            .Time(hours.Add(ticket.CreatedAt, ResolveTargets[ticket.Final])).Time(ticket.ResolvedAt).Time(ticket.ClosedAt)
            .Time(ticket.UpdatedAt).Time(ticket.RespondedAt).Duration(Tracked(ticket))
            .Duration(isFilled ? response : null).Duration(isFilled ? resolution : null)
            .Number(ticket.AgentMessages).Number(ticket.ClientMessages)
            .Text(Verdict(resolution, ResolveTargets[ticket.Final])).Text(Verdict(response, ResponseTargets[ticket.Final]))
            .Text(Tags(ticket)).Text(Surveys.OfFreshdesk(ticket)).Empty(2).Text(Verdict(response, ResponseTargets[ticket.Final]));
        Contact(file, ticket);
        file.Text(ticket.Kind.Category).Text(ticket.CreatedAt % 100 < 12 && !ticket.Requester.IsAgent ? null : ticket.Asset?.Tag).End();
    }

    private static void Contact(CsvFile file, Ticket ticket)
    {
        var person = ticket.Requester;
        file.Text(person.Shown).Text(person.Title).Text(person.Mail).Text(person.Phone).Empty().Number(person.ContactId)
            .Text(ticket.ClientText);
    }

    private static long Paused(Ticket ticket, WorkingHours hours)
    {
        var sum = 0L;
        foreach (var pause in ticket.Pauses)
            sum += hours.Seconds(pause.From, Math.Min(pause.To, ticket.ResolvedAt ?? ExportedAt));
        return sum;
    }

    private static string Status(Ticket ticket) => ticket.State switch
    {
        "pending" => "Pending",
        "hold" => "Waiting on Third Party",
        "resolved" => "Resolved",
        "closed" or "merged" => "Closed",
        _ => "Open",
    };

    private static string Source(string channel) => channel switch
    {
        "phone" => "Phone",
        "chat" => "Chat",
        "portal" => "Portal",
        _ => "Email",
    };

    private static string? Type(Ticket ticket) => ticket.CreatedAt % 20 == 0 && !ticket.Requester.IsAgent ? null : ticket.Kind.Type switch
    {
        "problem" => "Problem",
        "request" => "Service Request",
        "question" => "Question",
        _ => ticket.IsRepeat && ticket.Planted.Contains("chronic_asset") && ticket.Episode > 4 ? "Problem" : "Incident",
    };

    private static string? Tags(Ticket ticket) =>
        ticket.Requester == Provider.Monitoring ? "monitoring" : ticket.State == "merged" ? "merged" : null;

    private static long? Tracked(Ticket ticket) => ticket.ResolvedAt is null ? 0 : ticket.CreatedAt % 7 * 5 * Minute;

    private static string? Verdict(long? taken, long target) => taken is null ? null : taken <= target ? "Within SLA" : "SLA Violated";
}
