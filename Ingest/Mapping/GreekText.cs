using System.Text;

namespace Insights.Ingest.Mapping;

/// <summary>
/// Words compared as a Greek or English reader compares them: without case, accents, final sigma or odd spaces.
/// An explicit table, because the program runs without a culture and does not rely on Unicode normalisation.
/// </summary>
public static class GreekText
{
    private const string Accented = "άέήίόύώϊϋΐΰςάέήίόύώ";
    private const string Plain = "αεηιουωιυιυσαεηιουω";

    /// <summary>The text lower-case, accents dropped, ς as σ, every run of white space one space, ends trimmed.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
            if (char.IsWhiteSpace(letter))
                AppendSpace(folded);
            else if (!IsCombiningAccent(letter))
                folded.Append(FoldLetter(letter));
        return folded.ToString().TrimEnd();
    }

    private static void AppendSpace(StringBuilder folded)
    {
        if (folded.Length > 0 && folded[^1] != ' ')
            folded.Append(' ');
    }

    internal static char FoldLetter(char letter)
    {
        var lower = char.ToLowerInvariant(letter);
        var at = Accented.IndexOf(lower, StringComparison.Ordinal);
        return at < 0 ? lower : Plain[at];
    }

    /// <summary>Grave, acute, diaeresis and perispomeni as characters of their own.</summary>
    internal static bool IsCombiningAccent(char letter) => letter is '\u0300' or '\u0301' or '\u0308' or '\u0342';
}
