namespace Insights.Analytics.Repeats;

/// <summary>
/// The tickets of one client by their terms, devices, people and numbers, within a window before the ticket that asks. Two devices that
/// differ block a link. The tickets are asked about and added one by one, in the order they became known.
/// </summary>
internal sealed class LinkIndex(LinkThresholds thresholds, Func<int, bool> isTelling)
{
    /// <summary>Links kept of one ticket.</summary>
    public const int Kept = 5;

    /// <summary>Of a term, and of a device or person, this many newest tickets are compared.</summary>
    private const int Longest = 2000;

    /// <summary>Two people who report the same within two hours report one failure; days apart, each has their own.</summary>
    private const int AtOnce = 2 * 3600;

    private const int FewTickets = 20;
    private const double CommonShare = 0.2;

    private readonly List<RepeatTicket> _tickets = [];
    private readonly Dictionary<int, Recent<(int Ticket, float Weight)>> _terms = [];
    private readonly Dictionary<string, Recent<int>> _assets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Recent<int>> _requesters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RepeatTicket> _lastOfAsset = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<int> _found = [];
    private float[] _scores = new float[256];
    private bool[] _isFound = new bool[256];
    private int _first;

    /// <summary>Forgets the tickets created before an instant (UTC epoch second), as long as they come in that order.</summary>
    public void Forget(long before)
    {
        while (_first < _tickets.Count && _tickets[_first].CreatedAt < before)
            _first++;
    }

    /// <summary>The term stands in more than a fifth of the client's tickets in the window: its own name, or a greeting.</summary>
    public bool IsCommon(int term) =>
        _tickets.Count - _first >= FewTickets && _terms.TryGetValue(term, out var postings) && postings.Since(p => p.Ticket, _first) > CommonShare * (_tickets.Count - _first);

    public void Add(RepeatTicket ticket)
    {
        var at = _tickets.Count;
        _tickets.Add(ticket);
        if (at >= _scores.Length)
        {
            Array.Resize(ref _scores, 2 * at);
            Array.Resize(ref _isFound, 2 * at);
        }

        foreach (var (term, weight, _) in ticket.Terms)
            Of(_terms, term).Add((at, weight));
        if (ticket.Asset is { } asset)
        {
            Of(_assets, asset).Add(at);
            _lastOfAsset[asset] = ticket;
        }

        if (ticket.Requester is { } requester)
            Of(_requesters, requester).Add(at);
        if (ticket.Number is { } number)
            _numbers[number] = at;
    }

    /// <summary>The best links of a ticket to those added before, surest and most similar first.</summary>
    public List<FailureLink> Find(RepeatTicket ticket, long window)
    {
        Gather(ticket);
        var telling = ticket.Terms.Select(t => t.Term).Where(isTelling).ToHashSet();
        var links = new List<(FailureLink Link, int At)>(Kept + 1);
        foreach (var at in _found)
        {
            var (earlier, score) = (_tickets[at], _scores[at]);
            (_scores[at], _isFound[at]) = (0, false);
            if (Math.Abs(earlier.CreatedAt - ticket.CreatedAt) <= window && TierOf(ticket, earlier, score, telling) is { } tier)
                Keep(links, new FailureLink(earlier, tier, score), at);
        }

        _found.Clear();
        if (links.Count == 0 && LongAgo(ticket) is { } link)
            links.Add((link, 0));
        return links.ConvertAll(l => l.Link);
    }

    /// <summary>Puts a link in its place among the best.</summary>
    private static void Keep(List<(FailureLink Link, int At)> links, FailureLink link, int at)
    {
        var place = links.Count;
        while (place > 0 && Order(link, at).CompareTo(Order(links[place - 1].Link, links[place - 1].At)) < 0)
            place--;
        if (place == Kept)
            return;
        links.Insert(place, (link, at));
        if (links.Count > Kept)
            links.RemoveAt(Kept);
    }

    /// <summary>The surest first, then the most similar, then the newest.</summary>
    private static (Tier Tier, float Score, long Age, int Place) Order(FailureLink link, int at) => (link.Tier, -link.Score, -link.Earlier.CreatedAt, -at);

    /// <summary>The last ticket of the same device, however long ago: the same fault of a device is one story, though no repeat.</summary>
    private FailureLink? LongAgo(RepeatTicket ticket)
    {
        if (ticket.Asset is null || !_lastOfAsset.TryGetValue(ticket.Asset, out var earlier))
            return null;
        var weights = earlier.Terms.ToDictionary(t => t.Term, t => t.Weight);
        var score = ticket.Terms.Sum(t => t.Weight * weights.GetValueOrDefault(t.Term));
        return TierOf(ticket, earlier, score, []) is Tier.B ? new FailureLink(earlier, Tier.B, score) : null;
    }

    /// <summary>The most similar texts of all added, whatever else they share; for measuring.</summary>
    public List<(RepeatTicket Ticket, float Score)> Similar(RepeatTicket ticket, int count)
    {
        Gather(ticket, everything: true);
        var found = _found.Select(at => (At: at, Score: _scores[at])).ToList();
        foreach (var (at, _) in found)
            (_scores[at], _isFound[at]) = (0, false);
        _found.Clear();
        return [.. found.Where(f => _tickets[f.At].Key != ticket.Key).OrderByDescending(f => f.Score).ThenBy(f => f.At).Take(count).Select(f => (_tickets[f.At], f.Score))];
    }

    private void Gather(RepeatTicket ticket, bool everything = false)
    {
        foreach (var number in ticket.Named)
            if (_numbers.TryGetValue(number, out var at))
                Found(at);
        GatherOf(_assets, ticket.Asset);
        GatherOf(_requesters, ticket.Requester);
        var least = everything ? 0 : Math.Min(thresholds.OfCategory, thresholds.Alone);
        var left = 1.0;
        foreach (var (term, weight, _) in ticket.Terms)
        {
            if (_terms.TryGetValue(term, out var postings))
                Score(postings, weight, mayFind: Math.Sqrt(Math.Max(0, left)) >= least);
            left -= weight * weight;
        }
    }

    private void GatherOf(Dictionary<string, Recent<int>> byKey, string? key)
    {
        if (key is not null && byKey.TryGetValue(key, out var tickets))
            foreach (var at in tickets.Newest(Longest))
                if (at >= _first)
                    Found(at);
    }

    /// <summary>A late, light term can raise the score of a ticket found, but not find one: it could not reach the threshold any more.</summary>
    private void Score(Recent<(int Ticket, float Weight)> postings, float weight, bool mayFind)
    {
        foreach (var (at, other) in postings.Newest(Longest))
        {
            if (at < _first || (!mayFind && !_isFound[at]))
                continue;
            Found(at);
            _scores[at] += weight * other;
        }
    }

    private void Found(int at)
    {
        if (_isFound[at])
            return;
        _isFound[at] = true;
        _found.Add(at);
    }

    private Tier? TierOf(RepeatTicket ticket, RepeatTicket earlier, float score, HashSet<int> telling)
    {
        if (earlier.Number is { } number && ticket.Named.Contains(number, StringComparer.OrdinalIgnoreCase))
            return Tier.A;
        if (ticket.Asset is not null && earlier.Asset is not null && ticket.Asset != earlier.Asset)
            return null;
        var isSameCategory = ticket.Category is not null && ticket.Category == earlier.Category;
        if (ticket.Asset is not null && ticket.Asset == earlier.Asset && (isSameCategory || score >= thresholds.OfAsset))
            return Tier.B;
        if (ticket.Requester is not null && ticket.Requester == earlier.Requester && score >= thresholds.OfRequester)
            return Tier.C;
        if (isSameCategory && score >= thresholds.OfCategory)
            return Math.Abs(ticket.CreatedAt - earlier.CreatedAt) <= AtOnce ? Tier.C : Tier.D;
        return score >= thresholds.Alone && telling.Count > 0 && Array.Exists(earlier.Terms, t => telling.Contains(t.Term)) ? Tier.D : null;
    }

    /// <summary>The terms two tickets share, as the later writes them and as the earlier does, those that add most to their score first.</summary>
    public static IEnumerable<(int Term, string Later, string Earlier)> Shared(RepeatTicket later, RepeatTicket earlier)
    {
        var others = earlier.Terms.ToDictionary(t => t.Term);
        return later.Terms.Where(t => others.ContainsKey(t.Term)).OrderByDescending(t => t.Weight * others[t.Term].Weight).ThenBy(t => t.Term)
            .Select(t => (t.Term, t.Written, others[t.Term].Written));
    }

    private static Recent<T> Of<TKey, T>(Dictionary<TKey, Recent<T>> lists, TKey key)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
            lists[key] = list = new Recent<T>();
        return list;
    }

    /// <summary>Entries in the order added, of which the oldest are let go.</summary>
    private sealed class Recent<T>
    {
        private readonly List<T> _entries = [];

        public void Add(T entry)
        {
            if (_entries.Count >= 2 * Longest)
                _entries.RemoveRange(0, Longest);
            _entries.Add(entry);
        }

        public ReadOnlySpan<T> Newest(int count) =>
            System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_entries)[Math.Max(0, _entries.Count - count)..];

        /// <summary>How many entries there are from a place on; places rise.</summary>
        public int Since(Func<T, int> place, int first)
        {
            var (low, high) = (0, _entries.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = place(_entries[middle]) < first ? (middle + 1, high) : (low, middle);
            }

            return _entries.Count - low;
        }
    }
}
