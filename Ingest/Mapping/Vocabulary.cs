using System.Text;
using Insights.Ingest.Reading;

namespace Insights.Ingest.Mapping;

/// <summary>
/// What the words of one column mean, whatever their case and accents. Words met before are found by their bytes alone;
/// one thread at a time.
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>A column with more spellings than this is no vocabulary; its words are looked up each time.</summary>
    private const int Remembered = 256;

    private readonly Dictionary<string, byte[]> _meanings;
    private readonly List<(byte[] Word, byte[]? Meaning)> _met = [];

    public Vocabulary(IReadOnlyDictionary<string, string> words)
    {
        _meanings = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (word, meaning) in words)
            _meanings[HeaderNames.Fold(word)] = Encoding.UTF8.GetBytes(meaning);
    }

    /// <summary>What the words of one field mean; null where the profile says nothing of them.</summary>
    public static Vocabulary? Of<TField>(IReadOnlyDictionary<TField, IReadOnlyDictionary<string, string>> words, TField field) =>
        words.TryGetValue(field, out var meanings) ? new Vocabulary(meanings) : null;

    /// <summary>The canonical word, or null for a word that is not known.</summary>
    public byte[]? Meaning(ReadOnlySpan<byte> word)
    {
        foreach (var (met, meaning) in _met)
            if (word.SequenceEqual(met))
                return meaning;

        var found = _meanings.GetValueOrDefault(HeaderNames.Fold(Encoding.UTF8.GetString(word)));
        if (_met.Count < Remembered)
            _met.Add((word.ToArray(), found));
        return found;
    }
}
