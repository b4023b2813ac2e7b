namespace Insights.Analytics.Repeats;

/// <summary>What links a ticket of a client has, and which group it belongs to.</summary>
/// <param name="Ticket">As it is compared.</param>
/// <param name="Links">Its best links, at most five.</param>
/// <param name="Leader">The key of the ticket that leads the group.</param>
/// <param name="By">The link it joined by; null for the leader.</param>
internal sealed record Placement(RepeatTicket Ticket, IReadOnlyList<FailureLink> Links, long Leader, FailureLink? By);

/// <summary>
/// The failures of one client, ticket by ticket in the order they became known, by the leader rule: a ticket joins the group of a ticket it is
/// linked to or leads one of its own. Two groups never become one because a ticket is near both, and later tickets never change what an earlier
/// one belongs to.
/// </summary>
internal sealed class ClientFailures
{
    private readonly LinkThresholds _thresholds;
    private readonly LinkIndex _index;
    private readonly KnownTickets _known;
    private readonly TellingKeys _assets;
    private readonly TellingKeys _requesters;
    private readonly TellingKeys _categories;
    private int _tickets;

    /// <param name="thresholds">From which similarity on tickets are linked.</param>
    /// <param name="comesByTime">The tickets come as they were created, as they do not where a load brings older ones.</param>
    public ClientFailures(LinkThresholds thresholds, bool comesByTime = false)
    {
        _thresholds = thresholds;
        _assets = new TellingKeys(thresholds.Common.OfAsset);
        _requesters = new TellingKeys(thresholds.Common.OfRequester);
        _categories = new TellingKeys(thresholds.Common.OfCategory);
        _index = new LinkIndex(thresholds);
        _known = new KnownTickets(_index, thresholds.Window, comesByTime);
    }

    public Placement Place(FailureReport report, ReadOnlySpan<WeighedTerm> terms)
    {
        _known.Turn(report.CreatedAt);
        var ticket = new RepeatTicket(report.Key, report.CreatedAt, _assets.Of(report.Asset, _tickets), _requesters.Of(report.Requester, _tickets),
            _categories.Of(report.Category, _tickets), report.Number, TicketText.Named(report.Subject), report.Related, TermVector.Unit(terms, _index.IsCommon));
        _tickets++;
        var links = _index.Find(ticket);
        var by = Join(ticket, links);
        _known.Add(ticket);
        return new Placement(ticket, links, ticket.Group!.Leader, by);
    }

    private FailureLink? Join(RepeatTicket ticket, List<FailureLink> links)
    {
        foreach (var link in links)
            if (link.Tier <= _thresholds.Weakest && link.Earlier.Group is { } group && MayJoin(ticket, link, group))
            {
                group.Add(ticket);
                return link;
            }

        ticket.Group = new FailureGroup(ticket);
        return null;
    }

    private bool MayJoin(RepeatTicket ticket, FailureLink link, FailureGroup group) => link.Tier switch
    {
        Tier.A => true,
        Tier.B => group.IsOfAsset(ticket.Asset),
        _ => (ticket.Asset is null || group.IsOfAsset(ticket.Asset)) && group.Similarity(ticket) >= _thresholds.OfGroup,
    };
}
