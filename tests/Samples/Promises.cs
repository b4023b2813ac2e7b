using static Insights.Samples.Timeline;

namespace Insights.Samples;

/// <summary>What the provider promised every client with a contract.</summary>
public static class Promises
{
    /// <summary>
    /// When the first human answer is due: 30 minutes, 2 or 4 working hours, or 14:00 on the next business day. Null: nothing promised.
    /// </summary>
    public static long? ResponseDue(Client client, int priority, long createdAt) => !client.HasContract ? null : priority switch
    {
        1 => client.Hours.Add(createdAt, 30 * Minute),
        2 => client.Hours.Add(createdAt, 2 * Hour),
        3 => client.Hours.Add(createdAt, 4 * Hour),
        4 => client.Hours.NextBusinessDay(createdAt, 14 * Hour),
        _ => null,
    };

    /// <summary>met, breached, running or not_promised, as of the export.</summary>
    public static string ResponseOutcome(Ticket ticket, int priority)
    {
        if (ResponseDue(ticket.Client, priority, ticket.CreatedAt) is not { } due)
            return "not_promised";
        return ticket.RespondedAt is { } answered ? answered <= due ? "met" : "breached" : due < ExportedAt ? "breached" : "running";
    }
}
