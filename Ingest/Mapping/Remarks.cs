using System.Text.RegularExpressions;

namespace Insights.Ingest.Mapping;

/// <summary>
/// What the words of a message do: made by a machine, nothing but thanks, a reminder, a question, holding the client off, adding detail.
/// Read in Greek, Greeklish and English by the phrases of Remarks.csv; the same words always say the same, and nothing of them is kept.
/// </summary>
public static partial class Remarks
{
    /// <summary>Of a message's own words no more letters than this are looked at.</summary>
    private const int LongestText = 6000;

    /// <summary>Beside thanks, thanks without a result, and a holding phrase there may be so many words more (a name; what it is about).</summary>
    private const int MostBesideThanks = 2;
    private const int MostBesideBareThanks = 1;
    private const int MostBesideHolding = 14;

    /// <summary>The remarks of raw.messages, in their order.</summary>
    private static readonly string[] Order = ["automatic", "thanks", "reminder", "question", "holding", "detail"];

    private const string Nothing = "none";

    /// <summary>The remarks, space-separated in their order; empty where the words do none of it.</summary>
    /// <param name="text">What the author wrote, without quoted history (<see cref="MessageText.Body"/>).</param>
    /// <returns>Null for no words at all.</returns>
    public static string? Of(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var own = WithoutSignature(text.Length > LongestText ? text[..LongestText] : text);
        own = Address().Replace(own, " ");
        var found = RemarkPhrases.In(RemarkWord.Of(own), out var otherCount);
        // A machine asks nothing; who asks may ask about automatic answers.
        if (HasQuestionMark(own))
            found = [.. found.Except(["automatic"]), "question"];
        if (HasFigures(own))
            found.Add("detail");
        return string.Join(' ', Order.Where(remark => Holds(remark, found, otherCount)));
    }

    /// <summary>Remarks as one cell of a record has them, which cannot tell empty from missing: none for the words that do nothing.</summary>
    public static string? Cell(string text) => Of(text) is { } remarks ? (remarks.Length == 0 ? Nothing : remarks) : null;

    /// <summary>The remarks a cell notes; null where it has none.</summary>
    public static string? Noted(string cell) =>
        cell.Length == 0 ? null : string.Join(' ', Order.Intersect(cell.Split(' '), StringComparer.Ordinal));

    private static bool Holds(string remark, HashSet<string> found, int otherCount) => remark switch
    {
        "thanks" => IsThanks(found, otherCount),
        // Nothing but thanks or ok says no more than "we are on it"; that it works does.
        "holding" => (found.Contains("holding") && otherCount <= MostBesideHolding) || (IsThanks(found, otherCount) && otherCount <= MostBesideBareThanks && !found.Contains("done")),
        _ => found.Contains(remark),
    };

    private static bool IsThanks(HashSet<string> found, int otherCount) =>
        found.Overlaps(["thanks", "done"]) && otherCount <= MostBesideThanks
        && !found.Overlaps(["automatic", "reminder", "question", "holding", "detail", "trouble"]);

    /// <summary>The lines up to the signature; a message that begins with one is all text.</summary>
    private static string WithoutSignature(string text)
    {
        var lines = text.Split('\n');
        for (var line = 1; line < lines.Length; line++)
            if (lines[line].Trim() is "--" or "—" or "__" || RemarkPhrases.StartsSignature(lines[line]))
                return string.Join('\n', lines[..line]);
        return text;
    }

    /// <summary>A question mark after a word; the Greek one is also the semicolon of others, who do not end a line with it.</summary>
    private static bool HasQuestionMark(string text)
    {
        for (var at = text.AsSpan().IndexOfAny("?;\u037E"); at >= 0; at = NextMark(text, at))
            if (EndsWord(text, at) && (text[at] != ';' || IsGreek(LetterBefore(text, at)) || EndsLine(text, at)))
                return true;
        return false;
    }

    private static int NextMark(string text, int at) => text.IndexOfAny(['?', ';', '\u037E'], at + 1);

    private static bool EndsWord(string text, int at) => at > 0 && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]));

    private static bool EndsLine(string text, int at) => at + 1 == text.Length || text[at + 1] is '\n' or '\r';

    private static char LetterBefore(string text, int at)
    {
        for (var before = at - 1; before >= 0 && before > at - 4; before--)
            if (char.IsLetter(text[before]))
                return text[before];
        return ' ';
    }

    private static bool IsGreek(char letter) => GreekText.FoldLetter(letter) is >= 'α' and <= 'ω';

    private static bool HasFigures(string text) => Figures().IsMatch(Whens().Replace(text, " "));

    /// <summary>An error or event number, an address of the network, a path, a file, a version: what somebody may look up.</summary>
    [GeneratedRegex(@"\b0x[0-9a-f]{2,}|\b[A-Z]{2,6}-\d{2,}|\b\d{1,3}(\.\d{1,3}){2,3}\b|\b\d{3,}\b|\b[A-Za-z]:\\|\\\\[\w.-]+|(?<=\s|^)/(\w+/)+\w+"
        + @"|\b[\w-]{2,}\.(exe|dll|log|txt|pdf|docx?|xlsx?|csv|png|jpe?g|msg|zip|bat|ini|cfg)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Figures();

    /// <summary>Dates, times of day, years and the numbers of tickets: when and which, not what.</summary>
    [GeneratedRegex(@"\b\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}\b|\b\d{1,2}[:.]\d{2}\b|\b(19|20)\d\d\b|#\s?\d+|\b(ticket|request|case|αίτημα|αιτημα|aitima|αρ\.?|no\.?)\s*:?\s*#?\d+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Whens();

    /// <summary>Web and mail addresses: their words and marks are nobody's.</summary>
    [GeneratedRegex(@"\bhttps?://\S+|\b[\w.+-]+@[\w.-]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
