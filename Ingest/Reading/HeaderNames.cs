using System.Text;

namespace Insights.Ingest.Reading;

/// <summary>Header names as they are compared: without case, accents, and any spaces or marks between the letters.</summary>
public static class HeaderNames
{
    // Written out, because the invariant culture this program runs in neither folds nor decomposes Greek.
    private const string Accented = "άέήίόύώϊϋΐΰςàáâãäåçèéêëìíîïñòóôõöùúûüý";
    private const string Plain = "αεηιουωιυιυσaaaaaaceeeeiiiinooooouuuuy";
    private const string Capitals = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏΪΫ";
    private const string Smalls = "αβγδεζηθικλμνξοπρστυφχψωαεηιουωιυ";

    /// <summary>The form two spellings of one name share: <c>Ημ/νία Δημιουργίας</c> and <c>ΗΜ/ΝΙΑ ΔΗΜΙΟΥΡΓΙΑΣ</c> alike.</summary>
    public static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var letter in name)
            if (char.IsLetterOrDigit(letter) || letter is '#' or '%' or '(' or ')')
                folded.Append(FoldLetter(letter));
        return folded.ToString();
    }

    /// <summary>One letter, small and without its accent; ς as σ.</summary>
    internal static char FoldLetter(char letter)
    {
        var capital = Capitals.IndexOf(letter);
        var small = capital >= 0 ? Smalls[capital] : char.ToLowerInvariant(letter);
        var accented = Accented.IndexOf(small);
        return accented >= 0 ? Plain[accented] : small;
    }
}
