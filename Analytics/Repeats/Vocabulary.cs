namespace Insights.Analytics.Repeats;

/// <summary>
/// The terms of one run, numbered from 0 in the order met. A term is what different spellings and words of one meaning come to: the concept
/// of the lexicon, else the fold; a code is a term of its own. Every spelling is folded once.
/// </summary>
public sealed class Vocabulary
{
    /// <summary>What a stop word and a lone letter come to.</summary>
    private const int None = -1;

    private readonly Lexicon _lexicon;
    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _written = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _known;
    private readonly List<(int Term, string Written)> _spellings = [];
    private readonly List<int> _read = [];
    private readonly List<bool> _isCode = [];
    private readonly List<string> _names = [];

    public Vocabulary(Lexicon lexicon)
    {
        _lexicon = lexicon;
        _known = _written.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The number of terms.</summary>
    public int Count => _isCode.Count;

    /// <summary>Whether the term is a code, a host name or an address: kept as written, and telling more than a word.</summary>
    public bool IsCode(int term) => _isCode[term];

    /// <summary>The concept of the lexicon the term is; null: none.</summary>
    internal string? ConceptOf(int term) => _names[term] is ['§', .. var concept] ? concept : null;

    /// <summary>The term of a spelling, and how that is written.</summary>
    public (int Term, string Written) this[int spelling] => _spellings[spelling];

    /// <summary>The spellings of a text that say something, in order. Good until the next text is read.</summary>
    public IReadOnlyList<int> Read(ReadOnlySpan<char> text)
    {
        _read.Clear();
        TicketWords.Read(text, this);
        return _read;
    }

    /// <summary>The terms of a text, in order, each as it is written there.</summary>
    public List<(int Term, string Written)> Terms(ReadOnlySpan<char> text) => [.. Read(text).Select(spelling => this[spelling])];

    /// <summary>A word of the text being read; left out where it tells nothing.</summary>
    internal void Word(ReadOnlySpan<char> written)
    {
        if (!_known.TryGetValue(written, out var spelling))
        {
            var word = written.ToString();
            var fold = Fold.Word(word);
            spelling = fold.Length < 2 || _lexicon.IsStopWord(word, fold) ? None : Spell(word, _lexicon.Concept(fold) ?? fold, fold.AsSpan().ContainsAnyInRange('0', '9'));
            _written[word] = spelling;
        }

        if (spelling != None)
            _read.Add(spelling);
    }

    /// <summary>A code of the text being read.</summary>
    internal void Code(ReadOnlySpan<char> written)
    {
        if (!_known.TryGetValue(written, out var spelling))
        {
            var word = written.ToString();
            _written[word] = spelling = Spell(word, word.ToLowerInvariant(), true);
        }

        _read.Add(spelling);
    }

    private int Spell(string word, string term, bool isCode)
    {
        _spellings.Add((Number(term, isCode), word));
        return _spellings.Count - 1;
    }

    private int Number(string term, bool isCode)
    {
        if (_terms.TryGetValue(term, out var number))
            return number;
        _terms[term] = number = _isCode.Count;
        _isCode.Add(isCode);
        _names.Add(term);
        return number;
    }
}
