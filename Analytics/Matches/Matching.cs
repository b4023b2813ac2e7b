namespace Insights.Analytics.Matches;

/// <summary>The pairs of one client, and for each ticket left without one the best partner that another has.</summary>
internal sealed record Matched(IReadOnlyList<Match> Pairs, IReadOnlyList<Match> ClientLeft, IReadOnlyList<Match> ProviderLeft);

/// <summary>
/// Puts the tickets of two sides into pairs, one to one: of all pairs that may be, the surest is taken first, of those the most alike, of
/// those the nearest in time, of those the earliest; neither of its tickets is taken again. The same tickets in any order give the same pairs.
/// </summary>
internal static class Matching
{
    /// <param name="clients">The client's records.</param>
    /// <param name="providers">The provider's tickets of that client.</param>
    /// <param name="rules">What two tickets must share.</param>
    public static Matched Of(IEnumerable<MatchTicket> clients, IEnumerable<MatchTicket> providers, MatchRules rules)
    {
        var possible = Possible(InOrder(clients), InOrder(providers), rules);
        var (clientsTaken, providersTaken) = (new HashSet<MatchTicket>(), new HashSet<MatchTicket>());
        var pairs = new List<Match>();
        foreach (var match in possible.Where(match => !clientsTaken.Contains(match.Client) && !providersTaken.Contains(match.Provider)))
        {
            pairs.Add(match);
            clientsTaken.Add(match.Client);
            providersTaken.Add(match.Provider);
        }

        return new Matched(
            pairs,
            [.. possible.Where(match => !clientsTaken.Contains(match.Client)).DistinctBy(match => match.Client)],
            [.. possible.Where(match => !providersTaken.Contains(match.Provider)).DistinctBy(match => match.Provider)]);
    }

    private static List<Match> Possible(List<MatchTicket> clients, List<MatchTicket> providers, MatchRules rules)
    {
        var possible = new List<Match>();
        var first = 0;
        foreach (var client in clients)
        {
            while (first < providers.Count && providers[first].CreatedAt < client.CreatedAt - rules.Farthest)
                first++;
            for (var i = first; i < providers.Count && providers[i].CreatedAt <= client.CreatedAt + rules.Farthest; i++)
                if (rules.Of(client, providers[i], () => StandAlone(client, providers[i], clients, providers, rules.Near)) is { } match)
                    possible.Add(match);
        }

        return [.. possible.OrderBy(m => m.Basis).ThenByDescending(m => m.Score).ThenBy(m => Math.Abs(m.Gap)).ThenBy(m => m.Client.CreatedAt)
            .ThenBy(m => m.Provider.CreatedAt).ThenBy(m => m.Client.Source, StringComparer.Ordinal).ThenBy(m => m.Client.Id, StringComparer.Ordinal)
            .ThenBy(m => m.Provider.Source, StringComparer.Ordinal).ThenBy(m => m.Provider.Id, StringComparer.Ordinal)];
    }

    private static bool StandAlone(MatchTicket client, MatchTicket provider, List<MatchTicket> clients, List<MatchTicket> providers, long near) =>
        clients.Count(c => Math.Abs(c.CreatedAt - provider.CreatedAt) <= near) == 1 && providers.Count(p => Math.Abs(p.CreatedAt - client.CreatedAt) <= near) == 1;

    private static List<MatchTicket> InOrder(IEnumerable<MatchTicket> tickets) =>
        [.. tickets.OrderBy(t => t.CreatedAt).ThenBy(t => t.Source, StringComparer.Ordinal).ThenBy(t => t.Id, StringComparer.Ordinal)];
}
