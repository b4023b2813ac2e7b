using System.Collections.Frozen;
using System.Text;

namespace Insights.Analytics.Repeats;

/// <summary>
/// One form for every way people here write a word: Greek with and without accents, Greeklish by sound or by sight, English. Two words of
/// one form are taken for the same word. The form is lower-case ASCII for words of Greek and Latin letters; it is read by nobody.
/// </summary>
/// <remarks>Source of the rules: the letters Greeklish writers interchange, as in the skroutz Greeklish plugin's table and ELOT 743.</remarks>
public static class Fold
{
    private const int LongestKept = 5;
    private const int ShortestLeft = 4;

    /// <summary>Words with a digit in them that stay as they are though their digit could stand for a Greek letter.</summary>
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(["3com", "3par", "8base", "4sight"], StringComparer.Ordinal);

    private static readonly FrozenDictionary<char, char> Unaccented = Pairs(
        "άαέεήηίιόούυώωϊιϋυΐιΰυςσἀαàaáaâaãaäaåaçcèeéeêeëeìiíiîiïiñnòoóoôoõoöoøoùuúuûuüuýyÿy");

    private static readonly FrozenDictionary<char, string> GreekLetters =
        Written("α a β v γ g δ d ε e ζ z η i θ q ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s τ t υ i φ v χ x ψ ps ω o").ToFrozenDictionary(p => p.Key[0], p => p.Value);

    private static readonly FrozenDictionary<string, string> GreekPairs = Written("ου u αι e ει i οι i υι i ευ ev αυ av μπ b ντ d γκ g γγ g").ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> LatinPairs =
        Written("th q ch x kh x ks x ph v ou u oy u ai e ei i oi i eu ev ef ev ev ev au av af av av av mp b nt d gk g gg g ck k").ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> GreekPair = GreekPairs.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> LatinPair = LatinPairs.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] NounEndings = ["matos", "maton", "mata"];
    private static readonly string[] Endings = ["isis", "seis", "ises", "sis", "isi", "si", "es", "is", "os", "as", "us", "on", "e", "i", "o", "a", "s", "n"];

    /// <summary>The form of one word, without spaces in it; a code (a word with digits) is only put into lower case.</summary>
    public static string Word(string word)
    {
        var plain = Plain(word);
        if (!plain.AsSpan().ContainsAnyInRange('0', '9'))
            return Strip(Letters(plain));
        return StandsForGreek(plain) ? Strip(Letters(plain.Replace('8', 'q').Replace('9', 'q').Replace('3', 'x').Replace("4", "ps", StringComparison.Ordinal))) : plain;
    }

    /// <summary>Lower case, without accents, ς as σ: by a table, since without the system's tables of letters .NET leaves accented Greek as it is.</summary>
    public static string Plain(string word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var letter in word)
            if (letter is < '\u0300' or > '\u036f')
            {
                var lower = char.ToLowerInvariant(letter);
                plain.Append(Unaccented.GetValueOrDefault(lower, lower));
            }

        return plain.ToString();
    }

    /// <summary>A single 3, 4, 8 or 9 within a word of letters is the ξ, ψ or θ it looks like.</summary>
    private static bool StandsForGreek(string plain) =>
        plain.Count(char.IsAsciiDigit) == 1 && plain.Count(char.IsAsciiLetter) >= 3 && !Names.Contains(plain)
        && plain.AsSpan().IndexOfAny("3489") is var at && at >= 0 && at < plain.Length - 1;

    private static string Letters(string plain) =>
        Merged(plain.AsSpan().ContainsAnyInRange('α', 'ω') ? Greek(plain) : Latin(VisualEta(plain)));

    /// <summary>Who writes by sight writes -της as "ths".</summary>
    private static string VisualEta(string plain)
    {
        foreach (var (written, meant) in new[] { ("th", "ti"), ("ths", "tis"), ("thn", "tin") })
            if (plain.EndsWith(written, StringComparison.Ordinal))
                return string.Concat(plain.AsSpan(0, plain.Length - written.Length), meant);
        return plain;
    }

    private static StringBuilder Greek(string plain)
    {
        var form = new StringBuilder(plain.Length + 4);
        for (var i = 0; i < plain.Length; i++)
            if (i + 1 < plain.Length && GreekPair.TryGetValue(plain.AsSpan(i, 2), out var pair))
            {
                form.Append(pair);
                i++;
            }
            else if (GreekLetters.TryGetValue(plain[i], out var letter))
                form.Append(letter);
            else
                form.Append(plain[i]);
        return form;
    }

    private static StringBuilder Latin(string plain)
    {
        var form = new StringBuilder(plain.Length + 4);
        for (var i = 0; i < plain.Length; i++)
            if (i + 1 < plain.Length && LatinPair.TryGetValue(plain.AsSpan(i, 2), out var pair))
            {
                form.Append(pair);
                i++;
            }
            else
                form.Append(plain[i] switch
                {
                    'h' => IsChi(plain, i) ? 'x' : 'i',
                    'w' => 'o',
                    'y' => 'i',
                    'c' => 'k',
                    'j' => 'z',
                    var other => other,
                });
        return form;
    }

    /// <summary>An h before a vowel, at the start or after a vowel, is a χ; any other is an η.</summary>
    private static bool IsChi(string plain, int at) =>
        at + 1 < plain.Length && IsVowel(plain[at + 1]) && (at == 0 || IsVowel(plain[at - 1]));

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'w';

    /// <summary>The letters writers mix are one letter; doubled letters are single.</summary>
    private static string Merged(StringBuilder form)
    {
        var merged = new StringBuilder(form.Length);
        for (var i = 0; i < form.Length; i++)
        {
            var letter = form[i] switch { 'u' => 'i', 'b' or 'f' => 'v', var other => other };
            if (merged.Length == 0 || merged[^1] != letter)
                merged.Append(letter);
        }

        return merged.ToString();
    }

    private static string Strip(string form)
    {
        if (form.Length <= LongestKept)
            return form;
        foreach (var ending in NounEndings)
            if (Ends(form, ending))
                return string.Concat(form.AsSpan(0, form.Length - ending.Length), "m");
        foreach (var ending in Endings)
            if (Ends(form, ending))
                return form[..^ending.Length];
        return form;
    }

    private static bool Ends(string form, string ending) =>
        form.Length - ending.Length >= ShortestLeft && form.EndsWith(ending, StringComparison.Ordinal);

    /// <summary>Letters and what they come to, by turns.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Written(string letters) =>
        letters.Split(' ').Chunk(2).Select(pair => KeyValuePair.Create(pair[0], pair[1]));

    private static FrozenDictionary<char, char> Pairs(string pairs) =>
        Enumerable.Range(0, pairs.Length / 2).ToDictionary(i => pairs[2 * i], i => pairs[(2 * i) + 1]).ToFrozenDictionary();
}
