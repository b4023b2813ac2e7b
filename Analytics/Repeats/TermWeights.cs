namespace Insights.Analytics.Repeats;

/// <summary>
/// How much a term tells, by how few tickets of the provider it stood in: ln(1 + (N + 1) / (df + 1)) over the tickets created before the month
/// of the ticket that is weighed, so that later tickets never change what an earlier one was like.
/// </summary>
public sealed class TermWeights
{
    private const double RareShare = 0.01;

    private readonly List<List<(int Month, int Count)>> _byTerm = [];
    private readonly SortedDictionary<int, int> _tickets = [];
    private float[] _cache = [];
    private int _cachedMonth = int.MinValue;
    private double _cachedTickets;

    /// <summary>Counts a ticket of a month.</summary>
    public void AddTicket(int month)
    {
        _tickets[month] = _tickets.GetValueOrDefault(month) + 1;
        if (month < _cachedMonth)
            _cachedMonth = int.MinValue;
    }

    /// <summary>Counts a ticket of a month in which the term stands.</summary>
    public void Add(int month, int term)
    {
        while (_byTerm.Count <= term)
            _byTerm.Add([]);
        var months = _byTerm[term];
        var at = months.Count - 1;
        while (at >= 0 && months[at].Month != month)
            at--;
        if (at < 0)
            months.Add((month, 1));
        else
            months[at] = (month, months[at].Count + 1);
    }

    /// <summary>The weight of a term for a ticket of the month.</summary>
    public float Of(int month, int term)
    {
        Turn(month);
        if (term >= _cache.Length)
            Array.Resize(ref _cache, Math.Max(term + 1, _cache.Length * 2));
        if (_cache[term] == 0)
            _cache[term] = Weight(Before(month, term));
        return _cache[term];
    }

    /// <summary>The term stood in at most one of a hundred tickets before the month.</summary>
    public bool IsRare(int month, int term) => Of(month, term) >= Weight(Math.Floor(RareShare * _cachedTickets));

    private float Weight(double ticketsWithIt) => (float)Math.Log(1 + ((_cachedTickets + 1) / (ticketsWithIt + 1)));

    private void Turn(int month)
    {
        if (month == _cachedMonth)
            return;
        _cachedMonth = month;
        _cachedTickets = _tickets.TakeWhile(t => t.Key < month).Sum(t => t.Value);
        Array.Clear(_cache);
    }

    private int Before(int month, int term)
    {
        var count = 0;
        if (term < _byTerm.Count)
            foreach (var (of, tickets) in _byTerm[term])
                count += of < month ? tickets : 0;
        return count;
    }
}
