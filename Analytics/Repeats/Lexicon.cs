namespace Insights.Analytics.Repeats;

/// <summary>Words of one meaning, and words that mean nothing here; all by their fold.</summary>
public sealed class Lexicon
{
    private readonly Dictionary<string, string> _concepts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _stopWords = new(StringComparer.Ordinal);

    /// <param name="rows">A concept and the words, as people write them, that mean it. Of a word in two concepts the first holds.</param>
    /// <param name="stopWords">Words as people write them.</param>
    public Lexicon(IEnumerable<(string Concept, IEnumerable<string> Words)> rows, IEnumerable<string> stopWords)
    {
        foreach (var (concept, words) in rows)
            foreach (var word in words)
                _concepts.TryAdd(Fold.Word(word), "§" + concept);
        foreach (var word in stopWords)
            _stopWords.Add(Fold.Word(word));
    }

    public string? Concept(string fold) => _concepts.GetValueOrDefault(fold);

    /// <summary>A word of the lexicon is never a stop word, whatever else folds like it.</summary>
    public bool IsStopWord(string fold) => _stopWords.Contains(fold) && !_concepts.ContainsKey(fold);

    /// <summary>The stop words of Greek and English that come with the program.</summary>
    public static IEnumerable<string> KnownStopWords() =>
        SqlFiles.Text("repeats/stop_words.txt").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
