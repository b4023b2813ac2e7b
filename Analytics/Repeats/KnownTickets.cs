namespace Insights.Analytics.Repeats;

/// <summary>
/// The tickets of one client in the order they became known, and of them in the index those around the one that asks. Within a load they come as they
/// were created; where a load brings older ones than the index still holds, it is filled again around them from all that are known.
/// </summary>
/// <param name="index">To be filled.</param>
/// <param name="window">Seconds on either side.</param>
/// <param name="comesByTime">No ticket comes that is older than one before: none need be kept.</param>
internal sealed class KnownTickets(LinkIndex index, long window, bool comesByTime)
{
    private readonly List<RepeatTicket> _tickets = [];

    /// <summary>How many were known and sorted when the index was last filled, and how many of them it has been given.</summary>
    private int _sorted;
    private int _given;
    private long _asked = long.MinValue;

    /// <summary>Turns the index to the tickets around an instant (UTC epoch second).</summary>
    public void Turn(long instant)
    {
        if (instant < _asked && !index.HoldsFrom(instant - window))
            Restart(instant);
        _asked = Math.Max(_asked, instant);
        while (_given < _sorted && _tickets[_given].CreatedAt <= instant + window)
            index.Add(_tickets[_given++]);
        index.Forget(before: instant - window);
    }

    public void Add(RepeatTicket ticket)
    {
        index.Add(ticket);
        if (!comesByTime)
            _tickets.Add(ticket);
    }

    private void Restart(long instant)
    {
        var sorted = _tickets.OrderBy(t => t.CreatedAt).ToList();
        _tickets.Clear();
        _tickets.AddRange(sorted);
        (_sorted, _given, _asked) = (sorted.Count, sorted.FindIndex(t => t.CreatedAt >= instant - window), instant);
        index.Clear(from: instant - window);
    }
}
