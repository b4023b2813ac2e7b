namespace Insights.Samples.Exports;

/// <summary>The numbers under which the tools' APIs know people.</summary>
internal static class Accounts
{
    /// <summary>The help desk itself, in whose name its automations write.</summary>
    public const long HelpDesk = 103_000_000_000;

    public static long IdOf(Ticket ticket, Message message) => message.Side switch
    {
        Side.Provider => IdOf(ticket.Agent),
        Side.Tool when message.Kind == "automatic" => HelpDesk,
        _ => ticket.Requester.ContactId,
    };

    /// <summary>Of whoever changed the ticket, by the name the change bears.</summary>
    public static long IdOf(Ticket ticket, string by) =>
        by == ticket.Agent.Name ? IdOf(ticket.Agent) : by == ticket.Requester.Shown ? ticket.Requester.ContactId : HelpDesk;

    public static long IdOf(Agent agent) => HelpDesk + 1 + Provider.Agents.TakeWhile(a => a != agent).Count();
}
