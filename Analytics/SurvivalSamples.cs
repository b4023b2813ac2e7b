using System.Numerics;
using Insights.Analytics.Statistics;

namespace Insights.Analytics;

/// <summary>What waiting times are told apart by: the bits of a sample that hold it.</summary>
internal enum WaitDimension : byte
{
    Priority = 0x0f,
    Kind = 0xf0,
}

/// <summary>
/// Waiting times (Statistics.Waits) in ascending order, each with its month (counted from 0), priority and kind (0: none, up to 15). What is picked keeps the order.
/// </summary>
internal sealed class SurvivalSamples
{
    private const int MostValues = 16;

    private long[] _keys = new long[1024];
    private short[] _months = new short[1024];
    private byte[] _parts = new byte[1024];

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

    public void Add(long key, short month, byte priority, byte kind)
    {
        MakeRoom(Count + 1);
        (_keys[Count], _months[Count], _parts[Count]) = (key, month, (byte)(Bits(WaitDimension.Priority, priority) | Bits(WaitDimension.Kind, kind)));
        Count++;
    }

    /// <summary>Those of the months first..last, replacing what is in picked.</summary>
    public void PickMonths(int first, int last, SurvivalSamples picked)
    {
        picked.MakeRoom(Count + 1);
        var (keys, months, parts, width, count) = (picked._keys, picked._months, picked._parts, (uint)(last - first), 0);

        // Each is written, and the place kept only where the month is wanted: no branch to guess wrong every second time.
        for (var i = 0; i < Count; i++)
        {
            (keys[count], months[count], parts[count]) = (_keys[i], _months[i], _parts[i]);
            count += (uint)(_months[i] - first) <= width ? 1 : 0;
        }

        picked.Count = count;
    }

    /// <summary>Those of one value of a dimension, replacing what is in picked.</summary>
    public void Pick(WaitDimension dimension, byte value, SurvivalSamples picked)
    {
        picked.MakeRoom(Count + 1);
        var (mask, bits, count) = ((byte)dimension, Bits(dimension, value), 0);
        for (var i = 0; i < Count; i++)
        {
            (picked._keys[count], picked._months[count], picked._parts[count]) = (_keys[i], _months[i], _parts[i]);
            count += (_parts[i] & mask) == bits ? 1 : 0;
        }

        picked.Count = count;
    }

    /// <summary>The values of a dimension there are, in ascending order; first 0 where some have none.</summary>
    public IReadOnlyList<byte> Values(WaitDimension dimension)
    {
        var there = 0;
        foreach (var part in _parts.AsSpan(0, Count))
            there |= 1 << ((part & (byte)dimension) >> Shift(dimension));
        return [.. Enumerable.Range(0, MostValues).Where(value => (there & (1 << value)) != 0).Select(value => (byte)value)];
    }

    private static int Bits(WaitDimension dimension, byte value) => value << Shift(dimension);

    private static int Shift(WaitDimension dimension) => BitOperations.TrailingZeroCount((byte)dimension);

    private void MakeRoom(int count)
    {
        if (_keys.Length >= count)
            return;
        var length = Math.Max(count, 2 * _keys.Length);
        Array.Resize(ref _keys, length);
        Array.Resize(ref _months, length);
        Array.Resize(ref _parts, length);
    }
}
