using System.Text;

namespace Insights.Ingest.Mapping;

/// <summary>
/// Names of months as exports write them, short and long, in English, Greek, German, Spanish, Portuguese, French and Italian. One
/// explicit table: no word of it means two months, and the program runs without a culture.
/// </summary>
internal static class MonthNames
{
    private const int LongestName = 32;

    /// <summary>Folded as <see cref="GreekText"/> does; one line a month.</summary>
    private static readonly string[] Table =
    [
        "jan january januar jän jänner jänn enero ene janeiro janvier janv gennaio gen ιαν ιανουαριος ιανουαριου",
        "feb february februar febr febrero fev fevereiro fév févr février febbraio φεβ φεβρ φεβρουαριος φεβρουαριου",
        "mar march märz mär mrz maerz marzo março mars μαρ μαρτ μαρτιος μαρτιου",
        "apr april abr abril avr avril aprile απρ απριλιος απριλιου",
        "may mai mayo maio mag maggio μαι μαιος μαιου",
        "jun june juni junio junho juin giu giugno ιουν ιουνιος ιουνιου",
        "jul july juli julio julho juil juillet lug luglio ιουλ ιουλιος ιουλιου",
        "aug august ago agosto aoû août αυγ αυγουστος αυγουστου",
        "sep sept september septiembre set setiembre setembro septembre settembre σεπ σεπτ σεπτεμβριος σεπτεμβριου",
        "oct october okt oktober octubre out outubro octobre ott ottobre οκτ οκτωβριος οκτωβριου",
        "nov november noviembre novembro novembre νοε νοεμβριος νοεμβριου νοεμ",
        "dec december dez dezember dic diciembre dezembro déc décembre dicembre δεκ δεκεμβριος δεκεμβριου",
    ];

    private static readonly Dictionary<string, int> Months = Table
        .SelectMany((names, i) => names.Split(' ').Select(name => (name, month: i + 1)))
        .ToDictionary(pair => GreekText.Fold(pair.name), pair => pair.month, StringComparer.Ordinal);

    private static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ByLetters =
        Months.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads a month's name from the front of the text; the text is moved past it.</summary>
    public static bool TryRead(ref ReadOnlySpan<byte> text, out int month)
    {
        month = 0;
        var name = Word(text);
        if (name.IsEmpty || name.Length > LongestName)
            return false;

        Span<char> letters = stackalloc char[LongestName];
        var folded = Fold(letters, Encoding.UTF8.GetChars(name, letters));
        text = text[name.Length..];
        return ByLetters.TryGetValue(folded, out month);
    }

    /// <summary>Passes over a word, such as the name of a weekday, and the dot that cuts it short.</summary>
    public static bool SkipWord(ref ReadOnlySpan<byte> text)
    {
        var word = Word(text);
        text = text[word.Length..];
        if (text.StartsWith("."u8))
            text = text[1..];
        return word.Length >= 2;
    }

    /// <summary>The letters at the front: ASCII ones and whatever is beyond ASCII, but no no-break space (C2 A0, E2 80 AF).</summary>
    private static ReadOnlySpan<byte> Word(ReadOnlySpan<byte> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetter((char)text[length]) || text[length] >= 0x80)
            && !text[length..].StartsWith("\u00A0"u8) && !text[length..].StartsWith("\u202F"u8))
            length++;
        return text[..length];
    }

    private static ReadOnlySpan<char> Fold(Span<char> letters, int count)
    {
        var kept = 0;
        for (var i = 0; i < count; i++)
            if (!GreekText.IsCombiningAccent(letters[i]))
                letters[kept++] = GreekText.FoldLetter(letters[i]);
        return letters[..kept];
    }
}
