namespace Insights.Samples.Exports;

/// <summary>What the client says of the answer, where it was asked and said it: late answers, chasers and reopenings cost the good word.</summary>
internal static class Surveys
{
    private static readonly string[] Freshdesk = ["Extremely Happy", "Very Happy", "Happy", "Neutral", "Unhappy", "Very Unhappy", "Extremely Unhappy"];

    /// <summary>The word of the CSV's "Survey results", which tells nothing of surveys nobody answered.</summary>
    public static string? OfFreshdesk(Ticket ticket)
    {
        if (ticket.ResolvedAt is null || ticket.CreatedAt % 9 > 2)
            return null;
        var shade = (int)(ticket.CreatedAt / 90 % 3);
        return Freshdesk[Feeling(ticket) switch { "good" => shade, "neutral" => 3, _ => 4 + shade }];
    }

    /// <summary>The word of the CSV's "Satisfaction Score".</summary>
    public static string OfZendesk(Ticket ticket) => ticket.ResolvedAt is null ? "Not Offered" : (ticket.CreatedAt % 13) switch
    {
        < 4 => Feeling(ticket) == "bad" ? "Bad" : "Good",
        < 10 => "Offered",
        _ => "Not Offered",
    };

    /// <summary>What the export of the ticket's tool says, in canonical words: good, neutral, bad, offered (asked, not answered) or nothing.</summary>
    public static string? Canonical(Ticket ticket) => ticket.Client.Source switch
    {
        "freshdesk" => OfFreshdesk(ticket) is null ? null : Feeling(ticket),
        "zendesk" => OfZendesk(ticket) is var word && word == "Not Offered" ? null : word.ToLowerInvariant(),
        _ => null,
    };

    // Eight in ten are content, two fewer for each thing that went wrong.
    private static string Feeling(Ticket ticket)
    {
        var wrongs = (ticket.Planted.Contains("late_answer") ? 1 : 0) + Math.Min(ticket.Chasers, 2) + (ticket.Reopens > 0 ? 1 : 0);
        return (ticket.CreatedAt / 13 % 10 + 2 * wrongs) switch { < 8 => "good", 8 => "neutral", _ => "bad" };
    }
}
