namespace Insights.Analytics.Repeats;

/// <summary>Words of one meaning, and words that mean nothing here; by how they are written and by their fold.</summary>
public sealed class Lexicon
{
    private readonly Dictionary<string, string> _concepts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private readonly HashSet<string> _stopWords = new(StringComparer.Ordinal);
    private readonly HashSet<string> _stopFolds = new(StringComparer.Ordinal);

    /// <param name="rows">A concept and the words, as people write them, that mean it. Of a word in two concepts the first holds.</param>
    /// <param name="stopWords">Words as people write them.</param>
    public Lexicon(IEnumerable<(string Concept, IEnumerable<string> Words)> rows, IEnumerable<string> stopWords)
    {
        foreach (var (concept, words) in rows)
            foreach (var word in words)
            {
                _concepts.TryAdd(Fold.Word(word), "§" + concept);
                _written.Add(Fold.Plain(word));
            }

        foreach (var word in stopWords)
        {
            _stopWords.Add(Fold.Plain(word));
            _stopFolds.Add(Fold.Word(word));
        }
    }

    public string? Concept(string fold) => _concepts.GetValueOrDefault(fold);

    /// <summary>
    /// As it is written a word stands in one list or the other, the lexicon's first. Where neither has it as written, its fold decides, again the
    /// lexicon's first: so μπορείτε, which folds like "laptop" does, is a stop word, and "laptop" is none.
    /// </summary>
    public bool IsStopWord(string word, string fold)
    {
        var plain = Fold.Plain(word);
        return !_written.Contains(plain) && (_stopWords.Contains(plain) || (_stopFolds.Contains(fold) && !_concepts.ContainsKey(fold)));
    }

    /// <summary>The stop words of Greek and English that come with the program.</summary>
    public static IEnumerable<string> KnownStopWords() =>
        SqlFiles.Text("repeats/stop_words.txt").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
