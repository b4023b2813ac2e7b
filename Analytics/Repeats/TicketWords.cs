using System.Buffers;

namespace Insights.Analytics.Repeats;

/// <summary>
/// The terms of a text, word by word. Left out: addresses of pages and mail, numbers, dates, times and telephones. Kept whole: codes and
/// host names (letters with digits or, in capitals, with a hyphen), and network addresses by their first three numbers. A name of several
/// words run together (NullPointerException) counts whole and by its words.
/// </summary>
internal static class TicketWords
{
    private const int LongestWord = 64;

    private static readonly SearchValues<char> OfHostName = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.");
    private static readonly SearchValues<char> OfNetwork = SearchValues.Create("0123456789.");

    /// <summary>Tells the vocabulary each word and code of a text.</summary>
    public static void Read(ReadOnlySpan<char> text, Vocabulary vocabulary)
    {
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            var end = End(text, at);
            if (!IsAddress(text, at, ref end) && end - at <= LongestWord)
                Word(text[at..end], vocabulary);
            at = end;
        }
    }

    /// <summary>The end of a word with the dots, hyphens and underscores inside it.</summary>
    private static int End(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && (IsOfWord(text[end])
            || (text[end] is '.' or '-' or '_' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1]))))
            end++;
        return end;
    }

    private static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter) || letter is >= '\u0300' and <= '\u036f';

    /// <summary>A page or mail address, read to the next space.</summary>
    private static bool IsAddress(ReadOnlySpan<char> text, int at, ref int end)
    {
        var isAddress = (end < text.Length && text[end] == '@') || text[end..].StartsWith("://") || text[at..end].StartsWith("www.", StringComparison.OrdinalIgnoreCase);
        while (isAddress && end < text.Length && !char.IsWhiteSpace(text[end]))
            end++;
        return isAddress;
    }

    private static void Word(ReadOnlySpan<char> word, Vocabulary vocabulary)
    {
        var (digits, letters) = (word.ContainsAnyInRange('0', '9'), HasLetter(word));
        if (!letters)
        {
            if (Network(word) is { } network)
                vocabulary.Code(network);
        }
        else if (word.IndexOfAny("._-") >= 0 && (digits || IsHostName(word)))
            vocabulary.Code(word);
        else
            Parts(word, vocabulary);
    }

    private static void Parts(ReadOnlySpan<char> word, Vocabulary vocabulary)
    {
        foreach (var part in word.SplitAny("._-"))
        {
            Tell(word[part], vocabulary);
            Humps(word[part], vocabulary);
        }
    }

    /// <summary>The words of NullPointerException, three letters and more.</summary>
    private static void Humps(ReadOnlySpan<char> word, Vocabulary vocabulary)
    {
        var start = 0;
        for (var i = 1; i < word.Length; i++)
            if (char.IsUpper(word[i]) && (char.IsLower(word[i - 1]) || (i + 1 < word.Length && char.IsLower(word[i + 1]) && char.IsUpper(word[i - 1]))))
            {
                TellHump(word[start..i], vocabulary);
                start = i;
            }

        if (start > 0)
            TellHump(word[start..], vocabulary);
    }

    private static void TellHump(ReadOnlySpan<char> hump, Vocabulary vocabulary)
    {
        if (hump.Length > 2)
            Tell(hump, vocabulary);
    }

    private static void Tell(ReadOnlySpan<char> word, Vocabulary vocabulary)
    {
        if (word.Length > 0)
            vocabulary.Word(word);
    }

    private static bool HasLetter(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
            if (char.IsLetter(letter))
                return true;
        return false;
    }

    /// <summary>SRV-ERP, PRN_LOGISTIRIO: Latin capitals on both sides of a hyphen.</summary>
    private static bool IsHostName(ReadOnlySpan<char> word) => word.IndexOfAny("-_") > 0 && !word.ContainsAnyExcept(OfHostName);

    /// <summary>The first three numbers of a network address, else null.</summary>
    private static string? Network(ReadOnlySpan<char> word)
    {
        if (word.Count('.') != 3 || word.ContainsAnyExcept(OfNetwork) || !System.Net.IPAddress.TryParse(word, out _))
            return null;
        return string.Concat(word[..word.LastIndexOf('.')], ".0/24");
    }
}
