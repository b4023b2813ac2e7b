using System.Text;

namespace Insights.Ingest.Mapping;

/// <summary>One word of a message, as English phrases compare it and as Greek ones do.</summary>
/// <param name="Plain">Without case, accents and apostrophes.</param>
/// <param name="Spelling">As <see cref="Greeklish.Spelling"/> has it.</param>
internal readonly record struct RemarkWord(string Plain, string Spelling)
{
    /// <summary>The words of a text: runs of letters and digits; an apostrophe inside one is dropped (don't, dont).</summary>
    public static List<RemarkWord> Of(string text)
    {
        var words = new List<RemarkWord>();
        var word = new StringBuilder();
        foreach (var letter in GreekText.Fold(text))
            if (char.IsLetterOrDigit(letter))
                word.Append(letter);
            else if (letter is not ('\'' or '\u2019') && word.Length > 0)
                Take(word, words);
        if (word.Length > 0)
            Take(word, words);
        return words;
    }

    private static void Take(StringBuilder word, List<RemarkWord> words)
    {
        var plain = word.ToString();
        words.Add(new RemarkWord(plain, Greeklish.Spelling(plain)));
        word.Clear();
    }
}
