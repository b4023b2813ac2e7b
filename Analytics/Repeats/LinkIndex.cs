using System.Numerics;
using System.Runtime.InteropServices;

namespace Insights.Analytics.Repeats;

/// <summary>
/// The tickets of one client by their terms, devices, people and numbers, within a window around the ticket that asks. Two devices that differ block a
/// link. The tickets are asked about and added one by one; those before the window are let go in time.
/// </summary>
internal sealed class LinkIndex(LinkThresholds thresholds)
{
    /// <summary>Of a term, a device and a person this many newest tickets are compared.</summary>
    private const int Longest = 2000;

    /// <summary>Of a client this many newest tickets: more in three months is no small business, and one name given to everybody's tickets.</summary>
    private const int MostTickets = 50_000;

    /// <summary>Two people who report the same within two hours report one failure; days apart, each has their own.</summary>
    private const int AtOnce = 2 * 3600;

    private const int FewTickets = 20;
    private const int FewForgotten = 1024;
    private const float Considered = -1;

    /// <summary>Scores looked at together.</summary>
    private static readonly int AtATime = 8 * Vector<float>.Count;

    private readonly List<RepeatTicket> _tickets = [];
    private readonly Dictionary<int, Postings> _terms = [];
    private readonly Dictionary<int, Postings> _assets = [];
    private readonly Dictionary<int, Postings> _requesters = [];
    private readonly Dictionary<int, RepeatTicket> _lastOfAsset = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<long, int> _keys = [];

    /// <summary>Sums above it are at least as alike as words alone must be.</summary>
    private readonly float _below = Likeness.Below(Math.Min(thresholds.OfCategory, thresholds.Alone));

    /// <summary>By place from _start on: the sum of the products of the terms shared with the ticket that asks; 0 where none is.</summary>
    private float[] _scores = new float[256];

    /// <summary>So many tickets stand on the device of the ticket that asks that it is a service, of which each person may have a failure of their own.</summary>
    private bool _isBusy;

    /// <summary>The place of the first ticket held, and of the first in the window.</summary>
    private int _start;
    private int _first;

    /// <summary>UTC epoch seconds: the begin of the window, the newest ticket held and the newest let go.</summary>
    private long _before = long.MinValue;
    private long _newest = long.MinValue;
    private long _gone = long.MinValue;

    private int End => _start + _tickets.Count;

    /// <summary>Passes over the tickets created before an instant (UTC epoch second), and those beyond the newest so many.</summary>
    public void Forget(long before)
    {
        if (before < _before)
            _first = _start;
        _before = before;
        while (_first < End && (At(_first).CreatedAt < before || End - _first > MostTickets))
            _first++;
        if (_first - _start > Math.Max(FewForgotten, _tickets.Count / 2))
            LetGo();
    }

    /// <summary>No ticket created at an instant (UTC epoch second) or after it was let go.</summary>
    public bool HoldsFrom(long instant) => instant > _gone;

    /// <summary>Begins anew with no tickets; those to be added are all of an instant (UTC epoch second) on. The last ticket of each device stays known.</summary>
    public void Clear(long from)
    {
        _tickets.Clear();
        _terms.Clear();
        _assets.Clear();
        _requesters.Clear();
        _numbers.Clear();
        _keys.Clear();
        (_start, _first, _before, _newest, _gone) = (0, 0, from, long.MinValue, from - 1);
    }

    /// <summary>The term stands in more than a fifth of the client's tickets in the window: its own name, or a greeting.</summary>
    public bool IsCommon(int term) =>
        End - _first >= FewTickets && _terms.TryGetValue(term, out var postings) && postings.From(_first).Length > thresholds.CommonShare * (End - _first);

    public void Add(RepeatTicket ticket)
    {
        var at = End;
        _tickets.Add(ticket);
        _newest = Math.Max(_newest, ticket.CreatedAt);
        if (_tickets.Count > _scores.Length)
            Array.Resize(ref _scores, 2 * _tickets.Count);
        foreach (var term in ticket.Terms.Terms)
            Of(_terms, term.Term).Add(at, term.Weight);
        if (ticket.Asset is { } asset)
        {
            Of(_assets, asset).Add(at, 0);
            if (!_lastOfAsset.TryGetValue(asset, out var last) || last.CreatedAt <= ticket.CreatedAt)
                _lastOfAsset[asset] = ticket;
        }

        _keys[ticket.Key] = at;
        if (ticket.Requester is { } requester)
            Of(_requesters, requester).Add(at, 0);
        if (ticket.Number is { } number)
            _numbers[number] = at;
    }

    /// <summary>The best links of a ticket to those added before, surest and most similar first. Each tier has its own way to be found, the surest first.</summary>
    public List<FailureLink> Find(RepeatTicket ticket)
    {
        Score(ticket.Terms);
        var best = new BestLinks(thresholds.Kept);
        foreach (var number in ticket.Named)
            if (_numbers.TryGetValue(number, out var at) && at >= _first)
                Consider(ticket, at, Tier.A, best);
        foreach (var key in ticket.Related)
            if (_keys.TryGetValue(key, out var at) && at >= _first)
                Consider(ticket, at, Tier.A, best);
        _isBusy = ticket.Asset is { } asset && _assets.TryGetValue(asset, out var ofAsset) && ofAsset.From(_first).Length >= thresholds.BusyAsset;
        ConsiderOf(ticket, _assets, ticket.Asset, Tier.B, best);
        ConsiderOf(ticket, _requesters, ticket.Requester, Tier.C, best);
        for (var at = End - 1; at >= _first && ticket.CreatedAt - At(at).CreatedAt <= AtOnce; at--)
            Consider(ticket, at, Tier.C, best);
        ConsiderAlike(ticket, best);
        _scores.AsSpan(0, _tickets.Count).Clear();
        if (best.Links.Count == 0 && LongAgo(ticket) is { } link)
            return [link];
        return best.Links;
    }

    /// <summary>The newest first: of equals the newest are kept.</summary>
    private void ConsiderOf(RepeatTicket ticket, Dictionary<int, Postings> lists, int? key, Tier surest, BestLinks best)
    {
        if (key is null || !lists.TryGetValue(key.Value, out var postings))
            return;
        var entries = Newest(postings);
        var bar = best.Bar(surest);
        for (var i = entries.Length - 1; i >= 0 && bar < 1; i--)
            if (_scores[entries[i].At - _start] > bar)
            {
                Consider(ticket, entries[i].At, surest, best);
                bar = best.Bar(surest);
            }
    }

    /// <summary>The tickets alike by words alone, the newest first, as far as they are more alike than those kept. Most are not, so many are passed over at once.</summary>
    private void ConsiderAlike(RepeatTicket ticket, BestLinks best)
    {
        var surest = _newest > ticket.CreatedAt ? Tier.C : Tier.D;
        var scores = _scores.AsSpan(_first - _start, End - _first);
        var bar = Math.Max(_below, best.Bar(surest));
        for (var end = scores.Length; end > 0 && bar < 1; end -= AtATime)
        {
            var begin = Math.Max(0, end - AtATime);
            if (!IsAnyAbove(scores[begin..end], bar))
                continue;
            for (var i = end - 1; i >= begin; i--)
                if (scores[i] > bar)
                {
                    Consider(ticket, _first + i, surest, best);
                    bar = Math.Max(_below, best.Bar(surest));
                }
        }
    }

    private static bool IsAnyAbove(ReadOnlySpan<float> scores, float bar)
    {
        if (scores.Length < AtATime)
            return true;
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(scores);
        var highest = vectors[0];
        foreach (var vector in vectors[1..])
            highest = Vector.Max(highest, vector);
        return Vector.GreaterThanAny(highest, new Vector<float>(bar));
    }

    /// <summary>Adds up the terms shared with each ticket.</summary>
    private void Score(TermVector terms)
    {
        foreach (var term in terms.Terms)
            if (_terms.TryGetValue(term.Term, out var postings))
                foreach (var (at, weight) in Newest(postings))
                    _scores[at - _start] += term.Weight * weight;
    }

    /// <param name="ticket">That asks.</param>
    /// <param name="at">The place of the earlier one.</param>
    /// <param name="surest">The tier it could be of; A it is.</param>
    /// <param name="best">Those kept.</param>
    private void Consider(RepeatTicket ticket, int at, Tier surest, BestLinks best)
    {
        ref var sum = ref _scores[at - _start];
        if (sum == Considered || sum <= best.Bar(surest))
            return;
        var score = Likeness.Of(sum);
        sum = Considered;
        var earlier = At(at);
        if (Math.Abs(earlier.CreatedAt - ticket.CreatedAt) > thresholds.Window)
            return;
        if ((surest == Tier.A ? Tier.A : TierOf(ticket, earlier, score)) is { } tier && score > best.Bar(tier) && (tier < Tier.D || IsTelling(ticket, earlier)))
            best.Take(new FailureLink(earlier, tier, score));
    }

    private Tier? TierOf(RepeatTicket ticket, RepeatTicket earlier, float score)
    {
        if (ticket.Asset is not null && earlier.Asset is not null && ticket.Asset != earlier.Asset)
            return null;
        var isSameCategory = IsSameCategory(ticket, earlier);
        if (ticket.Asset is not null && ticket.Asset == earlier.Asset && ((isSameCategory && !_isBusy) || score >= thresholds.OfAsset))
            return Tier.B;
        if (IsSamePerson(ticket, earlier) && score >= thresholds.OfRequester)
            return Tier.C;
        if (isSameCategory && score >= thresholds.OfCategory)
            return Math.Abs(ticket.CreatedAt - earlier.CreatedAt) <= AtOnce ? Tier.C : Tier.D;
        return score >= thresholds.Alone ? Tier.D : null;
    }

    /// <summary>Similar words alone are a link only where they say something: the kind of fault too, or a word or code that few tickets have.</summary>
    private static bool IsTelling(RepeatTicket ticket, RepeatTicket earlier) => IsSameCategory(ticket, earlier) || ticket.Terms.SharesTelling(earlier.Terms);

    /// <summary>One person, whose two tickets the desk has not called two kinds of fault.</summary>
    private static bool IsSamePerson(RepeatTicket ticket, RepeatTicket earlier) => ticket.Requester is not null && ticket.Requester == earlier.Requester
        && (ticket.Category is null || earlier.Category is null || ticket.Category == earlier.Category);

    private static bool IsSameCategory(RepeatTicket ticket, RepeatTicket earlier) => ticket.Category is not null && ticket.Category == earlier.Category;

    /// <summary>The last ticket of the same device, however long ago: the same fault of a device is one story, though no repeat.</summary>
    private FailureLink? LongAgo(RepeatTicket ticket)
    {
        if (ticket.Asset is not { } asset || !_lastOfAsset.TryGetValue(asset, out var earlier))
            return null;
        var score = Likeness.Of(ticket.Terms.Dot(earlier.Terms));
        return TierOf(ticket, earlier, score) is Tier.B ? new FailureLink(earlier, Tier.B, score) : null;
    }

    private RepeatTicket At(int at) => _tickets[at - _start];

    private ReadOnlySpan<(int At, float Weight)> Newest(Postings postings)
    {
        var entries = postings.From(_first);
        return entries[Math.Max(0, entries.Length - Longest)..];
    }

    private void LetGo()
    {
        for (var at = _start; at < _first; at++)
            _gone = Math.Max(_gone, At(at).CreatedAt);
        _tickets.RemoveRange(0, _first - _start);
        _start = _first;
        LetGo(_terms);
        LetGo(_assets);
        LetGo(_requesters);
        foreach (var (number, at) in _numbers)
            if (at < _first)
                _numbers.Remove(number);
        foreach (var (key, at) in _keys)
            if (at < _first)
                _keys.Remove(key);
    }

    private void LetGo(Dictionary<int, Postings> lists)
    {
        foreach (var (key, postings) in lists)
            if (postings.Last < _first)
                lists.Remove(key);
            else
                postings.Trim();
    }

    private static Postings Of(Dictionary<int, Postings> lists, int key) =>
        CollectionsMarshal.GetValueRefOrAddDefault(lists, key, out _) ??= new Postings();
}
