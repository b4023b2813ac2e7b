using static Insights.Samples.Timeline;

namespace Insights.Samples;

/// <summary>One telephone call between a client and the provider. Number: the client's, ten digits. Legs: the telephones it rang at.</summary>
public sealed record PhoneCall(long StartedAt, string Client, string Number, bool IsIncoming, bool IsAnswered, long RingSeconds, long TalkSeconds, int Legs);

/// <summary>
/// The calls of two clients, made of their tickets: a ticket by telephone is a conversation, after none or one or two attempts nobody
/// answered; some attempts are called back. At the logistics company ever more attempts fail.
/// </summary>
internal static class PhoneCalls
{
    private static readonly Dictionary<string, string> Numbers = new(StringComparer.Ordinal) { ["ACR"] = "2105550410", ["NTS"] = "2105550620" };

    /// <summary>Within this time after a call nobody answered, a call to the same number is a call back.</summary>
    private const long CallBackWithin = 24 * Hour;

    public static IReadOnlyList<PhoneCall> Of(IEnumerable<Ticket> tickets, ulong seed)
    {
        var dice = new Dice(seed, 60);
        return [.. tickets.Where(t => Numbers.ContainsKey(t.Client.Prefix)).OrderBy(t => t.CreatedAt).ThenBy(t => t.Id, StringComparer.Ordinal)
            .SelectMany(t => Of(t, Numbers[t.Client.Prefix], dice)).Where(c => c.StartedAt + c.RingSeconds + c.TalkSeconds <= ExportedAt)
            .OrderBy(c => c.StartedAt).ThenBy(c => c.Number, StringComparer.Ordinal)];
    }

    /// <summary>For each call nobody answered: the seconds until the same number was called back; null where it was not, in time.</summary>
    public static long? CalledBackAfter(PhoneCall call, IEnumerable<PhoneCall> calls) => calls
        .Where(c => !c.IsIncoming && c.Number == call.Number && c.StartedAt >= call.StartedAt && c.StartedAt <= call.StartedAt + CallBackWithin)
        .Select(c => (long?)(c.StartedAt - call.StartedAt)).Min();

    private static IEnumerable<PhoneCall> Of(Ticket ticket, string number, Dice dice)
    {
        if (ticket.Channel == "phone")
            foreach (var call in Reporting(ticket, number, dice))
                yield return call;
        foreach (var chaser in ticket.Messages.Where(m => m.Kind == "chaser"))
            if (dice.Chance(0.35))
                yield return Incoming(ticket, number, chaser.SentAt + dice.Between(60, 900), dice, !dice.Chance(Failing(ticket)));
    }

    private static IEnumerable<PhoneCall> Reporting(Ticket ticket, string number, Dice dice)
    {
        var talk = dice.Between(70, 420);
        var spoken = ticket.CreatedAt - talk;
        var attempts = dice.Chance(Failing(ticket)) ? dice.Between(1, 2) : 0;
        for (var i = attempts; i > 0; i--)
            yield return Incoming(ticket, number, spoken - i * dice.Between(4 * 60, 25 * 60), dice, isAnswered: false);
        yield return new PhoneCall(spoken - 15, ticket.Client.Name, number, attempts == 0 || !dice.Chance(0.45), true, dice.Between(4, 15), talk, dice.Chance(0.15) ? 2 : 1);
    }

    private static PhoneCall Incoming(Ticket ticket, string number, long at, Dice dice, bool isAnswered) => new(
        at, ticket.Client.Name, number, true, isAnswered, dice.Between(isAnswered ? 4 : 12, isAnswered ? 25 : 70), isAnswered ? dice.Between(40, 300) : 0, 1);

    private static double Failing(Ticket ticket) => ticket.Client.Prefix == "ACR" ? 0.12
        : 0.06 + 0.4 * (ticket.CreatedAt - Start) / (End - Start);
}
