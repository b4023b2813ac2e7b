using System.Globalization;

namespace Insights.Ingest.Tests.Apis;

/// <summary>A ticket as a tool's own database holds it.</summary>
internal sealed record StubTicket(int Id, DateTime CreatedAt, DateTime ChangedAt, string Subject, IReadOnlyList<StubMessage> Messages)
{
    public string IdText => Id.ToString(CultureInfo.InvariantCulture);
}

internal sealed record StubMessage(int Id, DateTime SentAt, bool IsByAgent, string Body);

/// <summary>Time worked; when it was written down or changed last.</summary>
internal sealed record StubEntry(int Id, int TicketId, DateTime WorkedAt, DateTime ChangedAt)
{
    public int Minutes => 15 * (1 + (Id % 3));

    public decimal Hours => Minutes / 60m;

    public string Clock => $"00:{Minutes:00}";
}

/// <summary>The tickets behind a stub server; the tool shows them in its own way.</summary>
internal sealed class StubDesk
{
    /// <summary>When everything begins; whole minutes, for some tools ask by the minute.</summary>
    public static readonly DateTime Start = new(2026, 3, 2, 6, 0, 0, DateTimeKind.Utc);

    private readonly List<StubTicket> _tickets = [];

    public IReadOnlyList<StubTicket> Tickets => _tickets;

    /// <summary>Tickets one minute apart, but for <paramref name="together"/> of them in the middle that all changed at one moment: more than any page holds.</summary>
    public static StubDesk Of(int count, int together)
    {
        var desk = new StubDesk();
        var (first, at) = ((count - together) / 2, Start);
        for (var i = 0; i < count; i++)
        {
            at = i > first && i < first + together ? at : at.AddMinutes(1);
            desk.Add(at);
        }

        return desk;
    }

    public void Add(DateTime at)
    {
        var id = _tickets.Count + 1;
        _tickets.Add(new StubTicket(id, at.AddMinutes(-90), at, $"Δεν τυπώνει {id}", [new StubMessage(id * 10, at.AddMinutes(-80), true, "Το κοιτάμε")]));
    }

    public void Change(int id, DateTime at)
    {
        var ticket = _tickets[id - 1];
        _tickets[id - 1] = ticket with { ChangedAt = at, Subject = ticket.Subject + " ξανά", Messages = [.. ticket.Messages, new StubMessage((id * 10) + ticket.Messages.Count, at, false, "Πάλι")] };
    }

    /// <summary>For every message somebody worked, and wrote it down with the ticket.</summary>
    public static IReadOnlyList<StubEntry> Entries(StubTicket ticket) =>
        [.. ticket.Messages.Select(m => new StubEntry(m.Id, ticket.Id, m.SentAt, m.SentAt > ticket.CreatedAt.AddMinutes(90) ? m.SentAt : ticket.CreatedAt.AddMinutes(90)))];

    /// <summary>The time worked on all tickets, by number, changed at or after a moment.</summary>
    public IReadOnlyList<StubEntry> EntriesSince(DateTime since) => [.. _tickets.SelectMany(Entries).Where(e => e.ChangedAt >= since).OrderBy(e => e.Id)];

    /// <summary>The newest moment of all.</summary>
    public DateTime Newest => _tickets.Max(t => t.ChangedAt);

    public StubTicket Find(string id) => _tickets[int.Parse(id, CultureInfo.InvariantCulture) - 1];

    /// <summary>Changed at or after a moment, in the order of change.</summary>
    public IReadOnlyList<StubTicket> Since(DateTime since) => [.. _tickets.Where(t => t.ChangedAt >= since).OrderBy(t => t.ChangedAt).ThenBy(t => t.Id)];
}
