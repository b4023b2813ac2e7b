using System.Text.RegularExpressions;
using Insights.Ingest.Mapping;

namespace Insights.Ingest.Mail;

/// <summary>The few phrases looked for in the first words of a message; the words themselves are not kept for it.</summary>
internal static partial class MailPhrases
{
    /// <summary>The most letters of a message looked at.</summary>
    public const int Looked = 2000;

    /// <summary>A message longer than this, without what it quotes, is more than thanks.</summary>
    private const int LongestThanks = 200;

    public static bool SayAnotherProblem(string subject, string ownWords) =>
        Another().IsMatch(GreekText.Fold(subject)) || Another().IsMatch(GreekText.Fold(ownWords));

    public static bool SayThanks(string ownWords) =>
        ownWords.Length <= LongestThanks && !ownWords.Contains('?') && !ownWords.Contains(';') && !ownWords.Contains('\u037E')
        && GreekText.Fold(ownWords) is var folded && Thanks().IsMatch(folded) && !StillBroken().IsMatch(folded);

    /// <summary>What the author wrote, up to where an earlier message is quoted.</summary>
    public static string OwnWords(string text)
    {
        var start = text.Length > Looked ? text[..Looked] : text;
        var quote = Quote().Match(start);
        return (quote.Success ? start[..quote.Index] : start).Trim();
    }

    [GeneratedRegex(@"\b(another (issue|problem|thing|question)|new (issue|problem)|unrelated (issue|problem)|separate (issue|problem)"
        + @"|νεο (θεμα|προβλημα)|αλλο (ενα )?(θεμα|προβλημα)|ακομα? ενα (θεμα|προβλημα)|ακομη ενα (θεμα|προβλημα)|με την ευκαιρια)\b")]
    private static partial Regex Another();

    [GeneratedRegex(@"\b(thanks|thank you|thx|solved|fixed|it works|works now|ευχαριστ\w+|λυθηκε|εφτιαξε|ολα καλα|ολα οκ|δουλευει)\b")]
    private static partial Regex Thanks();

    [GeneratedRegex(@"\b(not|still|but|however|again|δεν|ακομα|ακομη|αλλα|ομως|παλι|ξανα)\b")]
    private static partial Regex StillBroken();

    [GeneratedRegex(@"^\s*(>|-{2,}\s*(original|forwarded|αρχικ|προωθ)|_{10,}|(from|απ[οό])\s*:|(on|στις|την?)\b.{0,200}(wrote|[εέ]γραψε))",
        RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Quote();
}
