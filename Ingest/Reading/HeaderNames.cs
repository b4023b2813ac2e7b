using System.Text;
using Insights.Ingest.Mapping;

namespace Insights.Ingest.Reading;

/// <summary>
/// Header names and words as they are compared: folded as <see cref="GreekText"/> does, and without spaces and marks between the
/// letters.
/// </summary>
public static class HeaderNames
{
    /// <summary>The form two spellings of one name share: <c>Ημ/νία Δημιουργίας</c> and <c>ΗΜΝΙΑ ΔΗΜΙΟΥΡΓΙΑΣ</c> alike.</summary>
    public static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var letter in GreekText.Fold(name))
            if (char.IsLetterOrDigit(letter) || letter is '#' or '%' or '(' or ')')
                folded.Append(letter);
        return folded.ToString();
    }
}
