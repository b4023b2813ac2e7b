using System.Runtime.InteropServices;

namespace Insights.Analytics.Repeats;

/// <summary>
/// The keys of one kind of one client (devices, people, categories), numbered in the order met. One that stands in more than a share of all
/// tickets tells nothing: a device everything is booked on, a person who passes everybody's tickets on, a category of most tickets.
/// </summary>
internal sealed class TellingKeys(double commonShare)
{
    private const int FewTickets = 50;

    private readonly Dictionary<string, (int Number, int Count)> _keys = new(StringComparer.Ordinal);

    /// <summary>The number of a ticket's key, counted; null where it is not stated or tells nothing.</summary>
    public int? Of(string? key, int ticketsBefore)
    {
        if (key is null)
            return null;
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_keys, key, out var isKnown);
        known = (isKnown ? known.Number : _keys.Count - 1, known.Count + 1);
        return ticketsBefore >= FewTickets && known.Count > commonShare * ticketsBefore ? null : known.Number;
    }
}
