using Insights.Analytics.Statistics;

namespace Insights.Analytics;

/// <summary>
/// Waiting times (Statistics.Waits) in ascending order, each with its month (counted from 0) and priority (0: none). What is picked keeps the order.
/// </summary>
internal sealed class SurvivalSamples
{
    private long[] _keys = new long[1024];
    private short[] _months = new short[1024];
    private byte[] _priorities = new byte[1024];

    public int Count { get; private set; }

    public ReadOnlySpan<long> Keys => _keys.AsSpan(0, Count);

    /// <summary>How many ended without an answer.</summary>
    public int EndedCount
    {
        get
        {
            var ended = 0;
            foreach (var key in Keys)
                ended += Waits.IsEnded(key) ? 1 : 0;
            return ended;
        }
    }

    public void Clear() => Count = 0;

    public void Add(long key, short month, byte priority)
    {
        MakeRoom(Count + 1);
        (_keys[Count], _months[Count], _priorities[Count]) = (key, month, priority);
        Count++;
    }

    /// <summary>Those of the months first..last, replacing what is in picked.</summary>
    public void PickMonths(int first, int last, SurvivalSamples picked)
    {
        picked.MakeRoom(Count + 1);
        var (keys, months, priorities, width, count) = (picked._keys, picked._months, picked._priorities, (uint)(last - first), 0);

        // Each is written, and the place kept only where the month is wanted: no branch to guess wrong every second time.
        for (var i = 0; i < Count; i++)
        {
            (keys[count], months[count], priorities[count]) = (_keys[i], _months[i], _priorities[i]);
            count += (uint)(_months[i] - first) <= width ? 1 : 0;
        }

        picked.Count = count;
    }

    /// <summary>Those of one priority, replacing what is in picked.</summary>
    public void PickPriority(byte priority, SurvivalSamples picked)
    {
        picked.MakeRoom(Count + 1);
        var count = 0;
        for (var i = 0; i < Count; i++)
        {
            (picked._keys[count], picked._months[count], picked._priorities[count]) = (_keys[i], _months[i], priority);
            count += _priorities[i] == priority ? 1 : 0;
        }

        picked.Count = count;
    }

    /// <summary>The priorities there are, in ascending order; first 0 where some have none.</summary>
    public IReadOnlyList<byte> Priorities()
    {
        Span<bool> isThere = stackalloc bool[byte.MaxValue + 1];
        foreach (var priority in _priorities.AsSpan(0, Count))
            isThere[priority] = true;
        var found = new List<byte>();
        for (var priority = 0; priority < isThere.Length; priority++)
            if (isThere[priority])
                found.Add((byte)priority);
        return found;
    }

    private void MakeRoom(int count)
    {
        if (_keys.Length >= count)
            return;
        var length = Math.Max(count, 2 * _keys.Length);
        Array.Resize(ref _keys, length);
        Array.Resize(ref _months, length);
        Array.Resize(ref _priorities, length);
    }
}
