using System.Runtime.InteropServices;

namespace Insights.Analytics.Repeats;

/// <summary>
/// How much a term tells, by how few tickets of the provider it stands in: ln(1 + (N + 1) / (df + 1)) over the tickets that became known with the
/// load of the ticket that is weighed or before it, and were created before its month; so neither a later load nor a later ticket of its own load
/// changes what it was like. All tickets are counted before the first is weighed.
/// </summary>
/// <param name="vocabulary">The terms.</param>
/// <param name="rareShare">A term in at most this share of the tickets is rare, 0..1.</param>
internal sealed class TermWeights(Vocabulary vocabulary, double rareShare)
{
    private const float OfCode = 2;

    private readonly Dictionary<(long Load, int Month), (int Number, int Tickets)> _months = [];
    private readonly Dictionary<(int Month, int Term), int> _counts = [];
    private readonly List<WeighedTerm> _weighed = [];
    private List<(long Load, int Month, int Count)>?[]? _byTerm;
    private float[] _cache = [];
    private (long Load, int Month) _cached;
    private double _cachedTickets;

    /// <summary>Counts a ticket.</summary>
    /// <param name="load">The load it became known with.</param>
    /// <param name="month">That of its creation: months since any fixed one.</param>
    /// <param name="terms">Each of its terms once.</param>
    public void Add(long load, int month, ReadOnlySpan<TermCount> terms)
    {
        if (_byTerm is not null)
            throw new InvalidOperationException("A ticket is counted after others were weighed.");
        ref var of = ref CollectionsMarshal.GetValueRefOrAddDefault(_months, (load, month), out var isKnown);
        of = (isKnown ? of.Number : _months.Count - 1, of.Tickets + 1);
        foreach (var term in terms)
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, (of.Number, vocabulary[term.Spelling].Term), out _)++;
    }

    /// <summary>The terms of a ticket with their weights, not yet brought to length 1; a code counts twice. Good until the next is asked for.</summary>
    public ReadOnlySpan<WeighedTerm> Of(long load, int month, ReadOnlySpan<TermCount> terms)
    {
        Turn(load, month);
        _weighed.Clear();
        foreach (var (spelling, count) in terms)
        {
            var (term, written) = vocabulary[spelling];
            var (weight, isCode) = (Of(term), vocabulary.IsCode(term));
            _weighed.Add(new WeighedTerm(term, (1 + MathF.Log(count)) * weight * (isCode ? OfCode : 1), isCode || IsRare(weight), written));
        }

        return CollectionsMarshal.AsSpan(_weighed);
    }

    private float Of(int term)
    {
        ref var weight = ref _cache[term];
        if (weight == 0)
            weight = Weight(Before(term));
        return weight;
    }

    /// <summary>The term stood in at most that share of the tickets before the month.</summary>
    private bool IsRare(float weight) => weight >= Weight(Math.Floor(rareShare * _cachedTickets));

    private float Weight(double ticketsWithIt) => (float)Math.Log(1 + ((_cachedTickets + 1) / (ticketsWithIt + 1)));

    private void Turn(long load, int month)
    {
        _byTerm ??= ByTerm();
        if (_cached == (load, month) && _cache.Length > 0)
            return;
        if (_cache.Length == 0)
            _cache = new float[vocabulary.Count];
        _cached = (load, month);
        _cachedTickets = _months.Where(m => m.Key.Load <= load && m.Key.Month < month).Sum(m => (double)m.Value.Tickets);
        Array.Clear(_cache);
    }

    private int Before(int term)
    {
        var count = 0;
        foreach (var (load, month, tickets) in CollectionsMarshal.AsSpan(_byTerm![term]))
            count += load <= _cached.Load && month < _cached.Month ? tickets : 0;
        return count;
    }

    private List<(long Load, int Month, int Count)>?[] ByTerm()
    {
        var months = _months.ToDictionary(m => m.Value.Number, m => m.Key);
        var byTerm = new List<(long Load, int Month, int Count)>?[vocabulary.Count];
        foreach (var ((month, term), count) in _counts)
            (byTerm[term] ??= []).Add((months[month].Load, months[month].Month, count));
        _counts.Clear();
        _counts.TrimExcess();
        return byTerm;
    }
}
