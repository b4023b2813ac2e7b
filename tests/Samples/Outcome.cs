using static Insights.Samples.Timeline;

namespace Insights.Samples;

/// <summary>Works out of a ticket's messages and changes, up to the export, everything the tools and the truth say of it.</summary>
internal static class Outcome
{
    public static void Settle(Ticket ticket)
    {
        Cut(ticket);
        Count(ticket);
        Walk(ticket);
        ticket.UpdatedAt = Math.Max(ticket.Messages[^1].SentAt, ticket.Changes[^1].At);
        ticket.PausedSeconds = Waited(ticket, "pending", null);
        ticket.UnsupportedPauseSeconds = Waited(ticket, "pending", false);
        ticket.HoldSeconds = Waited(ticket, "hold", null);
        Label(ticket);
    }

    // In order of time; what happens later than the export has not happened.
    private static void Cut(Ticket ticket)
    {
        Keep(ticket.Messages, m => m.SentAt);
        Keep(ticket.Changes, c => c.At);
        ticket.Pauses.RemoveAll(p => p.From > ExportedAt);
    }

    private static void Keep<T>(List<T> list, Func<T, long> at)
    {
        var kept = list.Where(e => at(e) <= ExportedAt).OrderBy(at).ToList();
        list.Clear();
        list.AddRange(kept);
    }

    private static void Count(Ticket ticket)
    {
        var messages = ticket.Messages;
        ticket.AgentMessages = messages.Count(m => m.Side == Side.Provider);
        ticket.ClientMessages = messages.Count(m => m.Side == Side.Client);
        ticket.IsAnswered = messages.LastOrDefault(m => m.Side != Side.Tool)?.Side == Side.Provider;
        ticket.AutoReplyAt = messages.FirstOrDefault(m => m.Kind == "automatic")?.SentAt;
        ticket.RespondedAt = messages.FirstOrDefault(m => m.Side == Side.Provider && m.Kind != "request")?.SentAt;
        ticket.Chasers = Chasers(messages);
    }

    // A client message 30 minutes or more after the client's previous one, with no provider message between; thanks do not count.
    private static int Chasers(List<Message> messages)
    {
        long? previous = null;
        var count = 0;
        foreach (var message in messages)
        {
            if (message.Side == Side.Provider)
                previous = null;
            if (message.Side != Side.Client || message.Kind == "thanks")
                continue;
            if (message.SentAt - previous >= 30 * Minute)
                count++;
            previous = message.SentAt;
        }

        return count;
    }

    private static void Walk(Ticket ticket)
    {
        var state = "";
        for (var i = 0; i < ticket.Changes.Count; i++)
        {
            var change = ticket.Changes[i];
            if (change.Field == "agent")
                ticket.AssignedAt ??= change.At;
            if (change.Field != "status")
                continue;
            ticket.Changes[i] = change with { From = state };
            Enter(ticket, state, change);
            state = change.To;
        }

        ticket.State = state;
        var priorities = ticket.Changes.Where(c => c.Field == "priority").ToList();
        ticket.Final = PriorityOf(priorities.LastOrDefault());
        ticket.Assigned = PriorityOf(priorities.LastOrDefault(c => c.At <= (ticket.RespondedAt ?? ExportedAt)));
    }

    private static int PriorityOf(Change? change) => change is null ? 0 : int.Parse(change.To, null);

    private static void Enter(Ticket ticket, string from, Change change)
    {
        if (change.To == "resolved")
        {
            ticket.FirstResolvedAt ??= change.At;
            ticket.ResolvedAt = change.At;
        }
        else if (change.To is "closed" or "merged")
        {
            ticket.ClosedAt = change.At;
        }
        else if (from == "resolved")
        {
            ticket.Reopens++;
            ticket.ReopenedAt = change.At;
            ticket.ResolvedAt = null;
        }
    }

    private static long Waited(Ticket ticket, string state, bool? isSupported) => ticket.Pauses
        .Where(p => p.State == state && (isSupported is null || p.IsSupported == isSupported))
        .Sum(p => Math.Min(p.To, ExportedAt) - p.From);

    private static void Label(Ticket ticket)
    {
        var planted = ticket.Planted;
        var isNoise = planted.Contains("monitoring_self_cleared") || planted.Contains("spam") || planted.Contains("merged_secondary");
        Mark("late_answer", ticket.RespondedAt is not null && Promises.ResponseOutcome(ticket, ticket.Final) == "breached");
        Mark("late_for_priority_asked", ticket.RespondedAt is not null && Promises.ResponseOutcome(ticket, ticket.Asked) == "breached");
        Mark("unanswered_open", ticket.RespondedAt is null && ticket.ResolvedAt is null && !isNoise);
        Mark("closed_without_reply", ticket.RespondedAt is null && ticket.ResolvedAt is not null && !isNoise);
        Mark("automatic_reply_only", ticket.RespondedAt is null && ticket.AutoReplyAt is not null);
        Mark("lowered_priority", ticket.Asked > 0 && ticket.Final > ticket.Asked);
        Mark("raised_priority", ticket.Final > 0 && ticket.Final < ticket.Asked);
        Mark("unsupported_pause", ticket.UnsupportedPauseSeconds > 0);
        Mark("chased", ticket.Chasers > 0);
        Mark("reopened", ticket.Reopens > 0);

        void Mark(string label, bool holds)
        {
            if (holds)
                planted.Add(label);
        }
    }
}
