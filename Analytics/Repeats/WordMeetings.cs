namespace Insights.Analytics.Repeats;

/// <summary>A word, by its term.</summary>
/// <param name="Concept">Of the lexicon; null: none.</param>
/// <param name="Written">As first written, in lower case.</param>
internal sealed record MetWord(string? Concept, string Written);

/// <summary>Two words, each in one of two tickets only.</summary>
/// <param name="One">The word whose term was met first.</param>
/// <param name="Other">The other.</param>
/// <param name="PairCount">In so many pairs of tickets.</param>
/// <param name="Score">The log-likelihood ratio against chance (Dunning 1993), above 0.</param>
internal sealed record WordMeeting(MetWord One, MetWord Other, int PairCount, double Score);

/// <summary>How often, over pairs of tickets that report one failure in different words, a word of the one stands against a word of the other.</summary>
internal sealed class WordMeetings(Vocabulary vocabulary)
{
    private readonly Dictionary<int, string> _written = [];
    private readonly Dictionary<int, int> _words = [];
    private readonly Dictionary<(int, int), int> _meetings = [];
    private int _pairs;

    public void Add(string one, string other)
    {
        var (here, there) = (Terms(one), Terms(other));
        var both = here.Intersect(there).ToHashSet();
        here.ExceptWith(both);
        there.ExceptWith(both);
        _pairs++;
        foreach (var term in here.Concat(there))
            _words[term] = _words.GetValueOrDefault(term) + 1;
        foreach (var meeting in here.SelectMany(a => there.Select(b => a < b ? (a, b) : (b, a))))
            _meetings[meeting] = _meetings.GetValueOrDefault(meeting) + 1;
    }

    /// <summary>The words that meet in so many pairs at least, and more often than by chance; those least likely by chance first.</summary>
    public IReadOnlyList<WordMeeting> Ranked(int fewest) =>
    [
        .. _meetings.Where(m => m.Value >= fewest && (double)m.Value * _pairs > (double)_words[m.Key.Item1] * _words[m.Key.Item2])
            .Select(m => new WordMeeting(Word(m.Key.Item1), Word(m.Key.Item2), m.Value, Score(m.Value, _words[m.Key.Item1], _words[m.Key.Item2])))
            .OrderByDescending(m => m.Score).ThenBy(m => m.One.Written, StringComparer.Ordinal).ThenBy(m => m.Other.Written, StringComparer.Ordinal),
    ];

    private MetWord Word(int term) => new(vocabulary.ConceptOf(term), _written[term]);

    private HashSet<int> Terms(string text)
    {
        var terms = new HashSet<int>();
        foreach (var (term, written) in vocabulary.Terms(text))
            if (!vocabulary.IsCode(term) && terms.Add(term))
                _written.TryAdd(term, written.ToLowerInvariant());
        return terms;
    }

    /// <summary>Twice the sum of observed times ln(observed / expected) over the four cells.</summary>
    private double Score(int together, int one, int other)
    {
        double[] observed = [together, one - together, other - together, _pairs - one - other + together];
        double[] rows = [one, one, _pairs - one, _pairs - one];
        double[] columns = [other, _pairs - other, other, _pairs - other];
        return 2 * observed.Select((o, i) => o <= 0 ? 0 : o * Math.Log(o * _pairs / (rows[i] * columns[i]))).Sum();
    }
}
