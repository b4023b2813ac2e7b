using System.Text;

namespace Insights.Ingest.Mapping;

/// <summary>
/// One spelling for a Greek word in Greek letters and in Latin ones (ευχαριστώ, euxaristw, efharisto): many to one, so that words are
/// compared, never shown. English words come out changed too, each always in the same way.
/// </summary>
internal static class Greeklish
{
    private static readonly (string From, string To)[] GreekPairs =
    [
        ("ου", "u"), ("αι", "e"), ("ει", "i"), ("οι", "i"), ("υι", "i"), ("ευ", "ev"), ("αυ", "av"), ("μπ", "b"), ("ντ", "d"), ("γκ", "g"), ("γγ", "g"),
    ];

    private static readonly (string From, string To)[] LatinPairs =
    [
        ("th", "q"), ("ch", "x"), ("kh", "x"), ("ks", "x"), ("ph", "v"), ("ou", "u"), ("oy", "u"), ("ai", "e"), ("ei", "i"), ("oi", "i"), ("eu", "ev"),
        ("ef", "ev"), ("ev", "ev"), ("ey", "ev"), ("au", "av"), ("af", "av"), ("av", "av"), ("ay", "av"), ("mp", "b"), ("nt", "d"), ("gk", "g"), ("gg", "g"), ("ck", "k"),
    ];

    private const string GreekLetters = "αβγδεζηθικλμνξοπρστυφχψω";
    private static readonly string[] GreekSounds =
        ["a", "v", "g", "d", "e", "z", "i", "q", "i", "k", "l", "m", "n", "x", "o", "p", "r", "s", "t", "i", "v", "x", "ps", "o"];

    /// <summary>The spelling a word is compared by.</summary>
    /// <param name="word">Folded by <see cref="GreekText.Fold"/>, without spaces.</param>
    public static string Spelling(string word)
    {
        var isGreek = word.AsSpan().IndexOfAnyInRange('α', 'ω') >= 0;
        var spelled = new StringBuilder(word.Length + 2);
        for (var at = 0; at < word.Length;)
            at += isGreek ? Greek(word, at, spelled) : Latin(word, at, spelled);
        return Merged(spelled);
    }

    private static int Greek(string word, int at, StringBuilder spelled)
    {
        if (Pair(GreekPairs, word, at) is { } pair)
            return Append(spelled, pair, 2);
        var letter = GreekLetters.IndexOf(word[at], StringComparison.Ordinal);
        return Append(spelled, letter < 0 ? word[at].ToString() : GreekSounds[letter], 1);
    }

    private static int Latin(string word, int at, StringBuilder spelled)
    {
        // A θ or an η after a τ: only the end of the word tells (thelw; ths, thn). And νθ is no ντ.
        var isOther = word.AsSpan(at) is "th" or "ths" or "thn" || word.AsSpan(at).StartsWith("nth", StringComparison.Ordinal);
        if (!isOther && Pair(LatinPairs, word, at) is { } pair)
            return Append(spelled, pair, 2);
        return Append(spelled, LatinSound(word, at), 1);
    }

    private static string LatinSound(string word, int at) => word[at] switch
    {
        'w' => "o",
        'y' => "i",
        'c' => "k",
        'j' => "z",
        'h' => at + 1 < word.Length && "aeiouwy".Contains(word[at + 1], StringComparison.Ordinal) ? "x" : "i",
        '8' or '9' when IsLetterLike(word) => "q",
        '3' when IsLetterLike(word) => "x",
        '4' when IsLetterLike(word) => "ps",
        var other => other.ToString(),
    };

    /// <summary>True for a word with one digit, not at its end, and three letters: the digit stands for a letter (8elw, 3exasa).</summary>
    private static bool IsLetterLike(string word) =>
        word.Count(char.IsAsciiDigit) == 1 && word.Count(char.IsAsciiLetter) >= 3 && !char.IsAsciiDigit(word[^1]);

    private static string? Pair((string From, string To)[] pairs, string word, int at)
    {
        foreach (var (from, to) in pairs)
            if (string.CompareOrdinal(word, at, from, 0, 2) == 0)
                return to;
        return null;
    }

    private static int Append(StringBuilder spelled, string sound, int read)
    {
        spelled.Append(sound);
        return read;
    }

    /// <summary>The letters Greeklish writers mix are one, and a doubled letter is single.</summary>
    private static string Merged(StringBuilder spelled)
    {
        spelled.Replace('u', 'i').Replace('b', 'v').Replace('f', 'v');
        var merged = new StringBuilder(spelled.Length);
        for (var at = 0; at < spelled.Length; at++)
            if (at == 0 || spelled[at] != spelled[at - 1] || char.IsAsciiDigit(spelled[at]))
                merged.Append(spelled[at]);
        return merged.ToString();
    }
}
