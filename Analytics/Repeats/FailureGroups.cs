namespace Insights.Analytics.Repeats;

/// <summary>
/// The failure groups of one client, by the leader rule: a ticket joins the group of the ticket it is linked to or leads one of its own. Two
/// groups never become one because a ticket is near both, and later tickets never change what an earlier one belongs to.
/// </summary>
internal sealed class FailureGroups(LinkThresholds thresholds)
{
    private const int OfCentroid = 10;

    private readonly Dictionary<long, Group> _groupOf = [];

    /// <summary>The key of the ticket that leads the group, and the link by which it was joined; null for the leader.</summary>
    public (long Leader, FailureLink? By) Place(RepeatTicket ticket, IReadOnlyList<FailureLink> links)
    {
        foreach (var link in links)
            if (link.Tier != Tier.D && _groupOf.TryGetValue(link.Earlier.Key, out var group) && MayJoin(ticket, link, group))
            {
                Join(ticket, group);
                return (group.Leader, link);
            }

        Join(ticket, new Group(ticket.Key));
        return (ticket.Key, null);
    }

    private bool MayJoin(RepeatTicket ticket, FailureLink link, Group group) => link.Tier switch
    {
        Tier.A => true,
        Tier.B => group.Assets.All(a => a == ticket.Asset),
        _ => group.Similarity(ticket) >= thresholds.OfGroup,
    };

    private void Join(RepeatTicket ticket, Group group)
    {
        group.Add(ticket);
        _groupOf[ticket.Key] = group;
    }

    private sealed class Group(long leader)
    {
        private readonly Dictionary<int, float> _centroid = [];
        private int _count;

        public long Leader { get; } = leader;

        public HashSet<string> Assets { get; } = new(StringComparer.Ordinal);

        public void Add(RepeatTicket ticket)
        {
            if (ticket.Asset is not null)
                Assets.Add(ticket.Asset);
            if (_count++ >= OfCentroid)
                return;
            foreach (var (term, weight, _) in ticket.Terms)
                _centroid[term] = _centroid.GetValueOrDefault(term) + weight;
        }

        /// <summary>The cosine of the ticket and the sum of the group's first tickets, 0..1.</summary>
        public double Similarity(RepeatTicket ticket)
        {
            var product = ticket.Terms.Sum(t => t.Weight * (double)_centroid.GetValueOrDefault(t.Term));
            var length = Math.Sqrt(_centroid.Values.Sum(w => (double)w * w));
            return length == 0 ? 0 : product / length;
        }
    }
}
