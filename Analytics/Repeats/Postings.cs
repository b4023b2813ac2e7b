using System.Runtime.InteropServices;

namespace Insights.Analytics.Repeats;

/// <summary>The tickets a term or a device stands in, by their place, in the order added, and the term's weight in each.</summary>
internal sealed class Postings
{
    private readonly List<(int At, float Weight)> _entries = [];

    private int _from;

    public int Last => _entries[^1].At;

    public void Add(int at, float weight) => _entries.Add((at, weight));

    /// <summary>The entries from a place on.</summary>
    public ReadOnlySpan<(int At, float Weight)> From(int first)
    {
        var entries = CollectionsMarshal.AsSpan(_entries);
        while (_from > 0 && entries[_from - 1].At >= first)
            _from--;
        while (_from < entries.Length && entries[_from].At < first)
            _from++;
        return entries[_from..];
    }

    /// <summary>Gives back the memory of the entries before the place last asked from.</summary>
    public void Trim()
    {
        _entries.RemoveRange(0, _from);
        _from = 0;
    }
}
