using static Insights.Samples.Timeline;

namespace Insights.Samples;

/// <summary>Plays a ticket from its first message to its closing.</summary>
internal sealed class Lifecycle(Dice dice, Voice voice)
{
    private static readonly double[] ResponseMinutes = [0, 11, 38, 85, 210];
    private static readonly double[] ResolveHours = [0, 1.1, 2.6, 5.5, 12];
    private static readonly double[] PatienceHours = [0, 1.2, 4, 20, 50];

    public void Play(Ticket ticket, Plan plan)
    {
        Open(ticket);
        if (plan.ClearsItself)
            ClearItself(ticket);
        else if (plan.ClosesSilently)
            CloseSilently(ticket);
        else if (plan.Talk.Count > 0)
            Talk(ticket, plan.Talk);
        else if (!plan.NeverAnswered)
            Work(ticket, plan, plan.AnswerAt ?? AnswerTime(ticket));
        Chase(ticket, plan.Chasers);
        Outcome.Settle(ticket);
    }

    private void Open(Ticket ticket)
    {
        ticket.Assigned = ticket.Final = ticket.Asked;
        var side = ticket.Requester == Provider.Monitoring ? Side.Tool : ticket.Requester.IsAgent ? Side.Provider : Side.Client;
        ticket.Messages.Add(new(ticket.CreatedAt, side, ticket.Requester.Shown, "request", ticket.Body));
        Note(ticket, ticket.CreatedAt, "status", "", "open", ticket.Requester.Shown);
        if (ticket.Asked > 0)
            Note(ticket, ticket.CreatedAt, "priority", "", $"{ticket.Asked}", ticket.Requester.Shown);
        if (side == Side.Provider)
            ticket.Asked = 0;
        if (ticket.Channel is "email" or "portal" && side == Side.Client)
            ticket.Messages.Add(new(ticket.CreatedAt + dice.Between(15, 95), Side.Tool, "Αίολος Helpdesk", "automatic",
                Phrases.Of("automatic")[0]));
    }

    private void ClearItself(Ticket ticket)
    {
        var at = ticket.CreatedAt + dice.Between(8, 55) * Minute;
        Status(ticket, at, "resolved", ticket.Requester.Shown);
        Close(ticket, at);
    }

    private void CloseSilently(Ticket ticket)
    {
        Assign(ticket, ticket.Client.Hours.Add(ticket.CreatedAt, dice.Between(3, 60) * Minute));
        var at = ticket.Client.Hours.Add(ticket.CreatedAt, (long)(dice.Skewed(5, 0.8) * Hour) + 2 * Hour);
        Status(ticket, at, "resolved", ticket.Agent.Name);
        Close(ticket, at);
    }

    private long AnswerTime(Ticket ticket)
    {
        var hours = ticket.Client.Hours;
        var isUrgentAtNight = ticket.Asked == 1 && !hours.IsOpen(ticket.CreatedAt) && ticket.Client.Trade == Trade.Hotel;
        if (isUrgentAtNight && dice.Chance(0.45))
        {
            ticket.Planted.Add("answered_on_call");
            return ticket.CreatedAt + dice.Between(7, 50) * Minute + dice.Below(60);
        }

        var pace = Pace(ticket) * (ticket.Requester == Provider.Monitoring ? 1.4 : 1);
        var minutes = dice.Skewed(ResponseMinutes[ticket.Asked == 0 ? 3 : ticket.Asked] * pace, 0.85);
        return hours.Add(ticket.CreatedAt, Math.Max(70, (long)(minutes * Minute)));
    }

    private static double Pace(Ticket ticket)
    {
        var share = (double)(ticket.CreatedAt - Start) / (End - Start);
        return ticket.Agent.Pace * (ticket.Client.PaceAtStart + share * (ticket.Client.PaceAtEnd - ticket.Client.PaceAtStart));
    }

    private void Work(Ticket ticket, Plan plan, long answeredAt)
    {
        Triage(ticket, plan, answeredAt);
        Say(ticket, answeredAt, "reply", !ticket.Kind.IsIncident ? "taken" : ticket.Agent.IsTerse ? "terse" : "polite");
        if (plan.LoweredLater > ticket.Final)
            Reprioritise(ticket, answeredAt + dice.Between(20, 300) * Minute, plan.LoweredLater);
        if (plan.StillWaitsIn.Length > 0)
        {
            StillWait(ticket, plan.StillWaitsIn, answeredAt + dice.Between(5, 60) * Minute);
            return;
        }

        var at = plan.ResolveAt ?? Resolve(ticket, plan, answeredAt);
        Status(ticket, at, "resolved", ticket.Agent.Name);
        if (dice.Chance(ticket.Agent.IsTerse ? 0.6 : 0.9))
            Finish(ticket, at);
        if (plan.Reopens)
            at = ComeBack(ticket, at);
        else if (dice.Chance(0.15) && ticket.Requester != Provider.Monitoring)
            Hear(ticket, Awake(ticket, at + dice.Between(6, 150) * Minute), "thanks", "thanks");
        Close(ticket, at);
    }

    private static void Talk(Ticket ticket, IReadOnlyList<Message> talk)
    {
        Assign(ticket, (ticket.CreatedAt + talk[0].SentAt) / 2);
        ticket.Messages.AddRange(talk);
        Status(ticket, talk[^1].SentAt, "resolved", ticket.Agent.Name);
        Close(ticket, talk[^1].SentAt);
    }

    private void StillWait(Ticket ticket, string state, long at)
    {
        if (state == "pending")
            ticket.Messages.Add(new(at, Side.Provider, ticket.Agent.Name, "question", voice.Exchange(ticket.Requester).Question));
        else
            Say(ticket, at, "update", "supplier");
        Wait(ticket, at + 5, 30 * Day, state, isSupported: true);
    }

    private void Triage(Ticket ticket, Plan plan, long answeredAt)
    {
        var wait = answeredAt - ticket.CreatedAt;
        Assign(ticket, ticket.CreatedAt + Math.Max(20, (long)(wait * (0.3 + 0.6 * dice.Unit()))));
        if (plan.LowersBeforeBreach && Promises.ResponseDue(ticket.Client, ticket.Asked, ticket.CreatedAt) is { } due && due < answeredAt)
        {
            Reprioritise(ticket, due - Minute, Math.Min(4, ticket.Asked + 2));
            ticket.Planted.Add("lowered_before_breach");
        }
        else if (plan.ChangedAtTriage > 0)
        {
            Reprioritise(ticket, answeredAt - Math.Min(wait / 3, 4 * Minute), plan.ChangedAtTriage);
        }
    }

    private static void Reprioritise(Ticket ticket, long at, int priority)
    {
        Note(ticket, at, "priority", $"{ticket.Final}", $"{priority}", ticket.Agent.Name);
        ticket.Final = priority;
    }

    // The waits between the first answer and the resolution: a question, a supplier, or nothing at all.
    private long Resolve(Ticket ticket, Plan plan, long answeredAt)
    {
        var at = answeredAt;
        if (plan.PausesWithoutAsking)
            at = Wait(ticket, at + dice.Between(4, 40) * Minute, (long)(dice.Skewed(20, 0.6) * Hour), "pending", isSupported: false);
        else if (dice.Chance(0.16) && ticket.Requester != Provider.Monitoring)
            at = Ask(ticket, at + dice.Between(2, 45) * Minute);
        if (ticket.Kind.Category is "Printer" or "Hardware" or "Network" or "Telephony" or "POS" && dice.Chance(0.08))
        {
            at = ticket.Client.Hours.Add(at, dice.Between(5, 60) * Minute);
            Say(ticket, at, "update", "supplier");
            at = Wait(ticket, at + Minute, dice.Between(20, 90) * Hour, "hold", isSupported: true);
        }

        var hours = dice.Skewed(ResolveHours[ticket.Asked == 0 ? 3 : ticket.Asked] * Pace(ticket), 0.8);
        return ticket.Asked == 1 && !ticket.Client.Hours.IsOpen(at)
            ? at + (long)(hours * Hour)
            : ticket.Client.Hours.Add(at, Math.Max(4 * Minute, (long)(hours * Hour)));
    }

    private long Ask(Ticket ticket, long at)
    {
        var (question, said) = voice.Exchange(ticket.Requester);
        ticket.Messages.Add(new(at, Side.Provider, ticket.Agent.Name, "question", question));
        var answer = Awake(ticket, at + (long)(dice.Skewed(2.5, 1) * Hour));
        var resumed = Wait(ticket, at + 5, answer - at - 5, "pending", isSupported: true);
        ticket.Messages.Add(new(resumed, Side.Client, ticket.Requester.Shown, "answer", said));
        return resumed;
    }

    private static long Wait(Ticket ticket, long from, long seconds, string state, bool isSupported)
    {
        ticket.Pauses.Add(new Pause(from, from + seconds, state, isSupported));
        Status(ticket, from, state, ticket.Agent.Name);
        Status(ticket, from + seconds, "open", isSupported && state == "pending" ? ticket.Requester.Shown : ticket.Agent.Name);
        return from + seconds;
    }

    private long ComeBack(Ticket ticket, long resolvedAt)
    {
        var back = Awake(ticket, resolvedAt + (long)(dice.Skewed(9, 0.7) * Hour));
        Hear(ticket, back, "complaint", "complaint");
        Status(ticket, back, "open", ticket.Requester.Shown);
        var answered = ticket.Client.Hours.Add(back, (long)(dice.Skewed(70, 0.8) * Minute) + Minute);
        Say(ticket, answered, "reply", "terse");
        var again = ticket.Client.Hours.Add(answered, (long)(dice.Skewed(3, 0.7) * Hour) + Minute);
        Status(ticket, again, "resolved", ticket.Agent.Name);
        Finish(ticket, again);
        return again;
    }

    private static void Close(Ticket ticket, long resolvedAt)
    {
        if (ticket.Client.Source != "osticket")
            Status(ticket, resolvedAt + 3 * Day, "closed", "automation");
        else if (resolvedAt % 10 < 7)
            Status(ticket, resolvedAt, "closed", ticket.Agent.Name);
    }

    // People ask again while nobody answers them.
    private void Chase(Ticket ticket, int wanted)
    {
        if (ticket.Requester == Provider.Monitoring)
            return;
        var asked = ticket.Messages.Where(m => m.Side == Side.Client && m.Kind != "thanks").ToList();
        foreach (var message in asked)
        {
            var until = QuietUntil(ticket, message.SentAt);
            var count = wanted > 0 ? wanted : dice.Chance(0.4) ? dice.Between(1, 3) : 0;
            var at = message.SentAt;
            for (var i = 0; i < count; i++)
            {
                var patience = wanted > 0 ? 0.4 : 1;
                at = Awake(ticket, at + 31 * Minute + (long)(dice.Skewed(PatienceHours[Math.Max(1, ticket.Asked)] * patience, 0.6) * Hour));
                if (at >= until - 3 * Minute)
                    break;
                Hear(ticket, at, "chaser", "chaser");
            }
        }
    }

    private static long QuietUntil(Ticket ticket, long after)
    {
        var answered = ticket.Messages.Where(m => m.Side == Side.Provider && m.SentAt > after).Select(m => m.SentAt);
        var written = ticket.Messages.Where(m => m.Side == Side.Client && m.SentAt > after).Select(m => m.SentAt);
        var ended = ticket.Changes.Where(c => c.Field == "status" && c.To is "resolved" or "closed" && c.At > after).Select(c => c.At);
        return answered.Concat(written).Concat(ended).DefaultIfEmpty(ExportedAt).Min();
    }

    private static void Assign(Ticket ticket, long at) => Note(ticket, at, "agent", "", ticket.Agent.Name, ticket.Agent.Name);

    private void Say(Ticket ticket, long at, string kind, string topic) =>
        ticket.Messages.Add(new(at, Side.Provider, ticket.Agent.Name, kind, voice.Reply(topic, ticket.Requester, ticket.Agent, at)));

    private void Finish(Ticket ticket, long at) => ticket.Messages.Add(
        new(at, Side.Provider, ticket.Agent.Name, "resolution", voice.Resolution(ticket.Kind, ticket.Requester, ticket.Agent, at)));

    private void Hear(Ticket ticket, long at, string kind, string topic) =>
        ticket.Messages.Add(new(at, Side.Client, ticket.Requester.Shown, kind, voice.Short(topic, ticket.Requester)));

    private static void Status(Ticket ticket, long at, string to, string by) => Note(ticket, at, "status", "?", to, by);

    private static void Note(Ticket ticket, long at, string field, string from, string to, string by) =>
        ticket.Changes.Add(new Change(at, field, from, to, by));

    // When somebody would really write: the hotel at any hour, an office on its working days.
    private long Awake(Ticket ticket, long at)
    {
        if (ticket.Client.Trade == Trade.Hotel)
            return at;
        var day = LocalDay(at);
        var second = SecondOfDay(at);
        if (second > 20 * Hour)
            day++;
        while (Date(day).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || IsHoliday(day))
            day++;
        return day == LocalDay(at) && second >= 8 * Hour ? at : FromLocal(day, 8 * Hour + dice.Between(5 * 60, 90 * 60));
    }
}
