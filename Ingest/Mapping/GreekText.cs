using System.Text;
using Insights.Ingest.Reading;

namespace Insights.Ingest.Mapping;

/// <summary>
/// Words compared as a Greek or English reader compares them: without case, accents, final sigma or odd spaces.
/// Unlike <see cref="HeaderNames.Fold"/>, digits, punctuation and the spaces between words keep their place.
/// </summary>
public static class GreekText
{
    /// <summary>The text lower-case, accents dropped, ς as σ, every run of white space one space, ends trimmed.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
            if (char.IsWhiteSpace(letter))
                AppendSpace(folded);
            else if (!IsCombiningAccent(letter))
                folded.Append(HeaderNames.FoldLetter(letter));
        return folded.ToString().TrimEnd();
    }

    private static void AppendSpace(StringBuilder folded)
    {
        if (folded.Length > 0 && folded[^1] != ' ')
            folded.Append(' ');
    }

    /// <summary>Grave, acute, diaeresis and perispomeni as characters of their own.</summary>
    private static bool IsCombiningAccent(char letter) => letter is '\u0300' or '\u0301' or '\u0308' or '\u0342';
}
