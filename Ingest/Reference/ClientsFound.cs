using Insights.Ingest.Mapping;

namespace Insights.Ingest.Reference;

/// <summary>
/// Makes clients of names and mail addresses. A mail domain belongs to the name most of its tickets bear, when that is more than half
/// of them. One client are: names that differ in case and accents only; a name of another source most of whose tickets come from the
/// domain; tickets without a name from the domain. Tickets without a name from a domain nobody owns go by the domain.
/// </summary>
internal sealed class ClientsFound
{
    private readonly List<Requests> _rows;
    private readonly Dictionary<string, string> _owners;
    private readonly ILookup<string, Requests> _byName;

    public ClientsFound(ExportCounts counts)
    {
        _rows = [.. counts.Requesters.Select(pair => new Requests(
            pair.Key.Source, pair.Key.Name, GreekText.Fold(pair.Key.Name), pair.Key.Mail, TellingDomain(pair.Key.Mail), pair.Value))];
        _byName = _rows.Where(row => row.Key.Length > 0).ToLookup(row => row.Key);
        _owners = _rows.Where(row => row.Key.Length > 0 && row.Domain.Length > 0).GroupBy(row => row.Domain)
            .Select(domain => (Domain: domain.Key, Owner: Majority(domain, row => row.Key)))
            .Where(domain => domain.Owner is not null).ToDictionary(domain => domain.Domain, domain => domain.Owner!);
    }

    /// <summary>The most tickets first.</summary>
    public IReadOnlyList<FoundClient> Clients => [.. _rows.Where(row => row.Key.Length > 0 || row.Domain.Length > 0)
        .GroupBy(ClientOf).Select(client => Found([.. client]))
        .OrderByDescending(client => client.Tickets).ThenBy(client => client.Name, StringComparer.Ordinal)];

    /// <summary>Tickets by address, where neither a name nor a domain tells the client.</summary>
    public IReadOnlyDictionary<string, long> Unassigned => _rows
        .Where(row => row.Key.Length == 0 && row.Domain.Length == 0 && row.Mail.Length > 0)
        .GroupBy(row => row.Mail).ToDictionary(address => address.Key, address => address.Sum(row => row.Tally.Tickets));

    private string ClientOf(Requests row)
    {
        if (row.Key.Length == 0)
            return _owners.GetValueOrDefault(row.Domain, row.Domain);
        var home = Majority(_byName[row.Key].Where(other => other.Domain.Length > 0), other => other.Domain);
        return home is not null && _owners.TryGetValue(home, out var owner) && !ShareASource(owner, row.Key) ? owner : row.Key;
    }

    /// <summary>One tool has one name for a client: two names in it are two clients, whoever writes the mails.</summary>
    private bool ShareASource(string a, string b) =>
        _byName[a].Select(row => row.Source).Intersect(_byName[b].Select(row => row.Source)).Any();

    private FoundClient Found(List<Requests> client)
    {
        var keys = client.Select(row => row.Key).ToHashSet();
        var names = client.Where(row => row.Key.Length > 0).ToList();
        var tally = client.Select(row => row.Tally).Aggregate((a, b) => a + b);
        return new FoundClient(
            names.Count == 0 ? client[0].Domain : Commonest(names, row => row.Name).Key,
            [.. names.Select(row => (row.Source, row.Name)).Distinct().Order()],
            [.. client.Select(row => row.Domain).Distinct().Where(domain => domain.Length > 0 && IsOwn(domain, keys))
                .Order(StringComparer.Ordinal)],
            tally.Tickets, tally.First, tally.Last);
    }

    private bool IsOwn(string domain, HashSet<string> keys) => keys.Contains(_owners.GetValueOrDefault(domain, ""));

    /// <summary>What more than half of the tickets have in common, null when nothing has that many.</summary>
    private static string? Majority(IEnumerable<Requests> rows, Func<Requests, string> of)
    {
        var all = rows.ToList();
        if (all.Count == 0)
            return null;
        var (key, tickets) = Commonest(all, of);
        return tickets * 2 > all.Sum(row => row.Tally.Tickets) ? key : null;
    }

    private static (string Key, long Tickets) Commonest(IEnumerable<Requests> rows, Func<Requests, string> of) => rows
        .GroupBy(of).Select(group => (group.Key, Tickets: group.Sum(row => row.Tally.Tickets)))
        .OrderByDescending(group => group.Tickets).ThenBy(group => group.Key, StringComparer.Ordinal).First();

    private static string TellingDomain(string mail) =>
        mail.Split('@') is [_, var domain] && MailDomains.IsDomain(domain) && !MailDomains.IsFree(domain) ? domain : "";

    /// <summary>One requester's tickets under one name in one source. Key: the folded name. Domain: empty if it tells nothing.</summary>
    private sealed record Requests(string Source, string Name, string Key, string Mail, string Domain, Tally Tally);
}
