using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Insights.Analytics.Repeats;

/// <summary>
/// The lines of one client's tickets so far: one that stood in more than so many tickets of one requester, or in more than a share of all, is
/// a signature or a disclaimer and says nothing about a failure.
/// </summary>
/// <param name="ofRequester">Tickets of one requester; of the client there are to be more than as many too.</param>
/// <param name="ofClient">The share of the client's tickets, 0..1.</param>
internal sealed class RepeatedLines(int ofRequester, double ofClient)
{
    private readonly Dictionary<ulong, int> _counts = [];
    private int _tickets;

    /// <summary>Of the lines those that are the ticket's own; then all of them are counted.</summary>
    public List<ReadOnlyMemory<char>> Own(IReadOnlyList<ReadOnlyMemory<char>> lines, string? requester)
    {
        var own = new List<ReadOnlyMemory<char>>(lines.Count);
        var person = requester is null ? 1 : XxHash3.HashToUInt64(MemoryMarshal.AsBytes(requester.AsSpan()));
        foreach (var line in lines)
        {
            var hash = XxHash3.HashToUInt64(MemoryMarshal.AsBytes(line.Span));
            if (Count(hash) <= Math.Max(ofRequester, ofClient * _tickets) && Count(hash ^ person) <= ofRequester)
                own.Add(line);
            Add(hash);
            if (requester is not null)
                Add(hash ^ person);
        }

        _tickets++;
        return own;
    }

    private int Count(ulong hash) => _counts.GetValueOrDefault(hash);

    private void Add(ulong hash) => CollectionsMarshal.GetValueRefOrAddDefault(_counts, hash, out _)++;
}
