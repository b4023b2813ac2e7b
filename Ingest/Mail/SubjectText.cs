using System.Text.RegularExpressions;
using Insights.Ingest.Mapping;

namespace Insights.Ingest.Mail;

/// <summary>A subject as messages of one thread share it.</summary>
/// <param name="Key">Folded, without the prefixes of answers and forwards; empty where nothing is left.</param>
/// <param name="IsAnswer">True when it had such a prefix.</param>
/// <param name="IsForward">True when the outermost prefix is a forward's.</param>
internal sealed partial record SubjectText(string Key, bool IsAnswer, bool IsForward)
{
    public static SubjectText Of(string subject)
    {
        var folded = GreekText.Fold(subject);
        var key = Prefixes().Replace(folded, "");
        return new SubjectText(key.Trim(), key.Length < folded.Length, Forward().IsMatch(folded));
    }

    /// <summary>Re, Fwd, ΑΠ, ΣΧΕΤ, ΠΡΘ, Απάντηση, Προώθηση and their kin, with a count, and list tags like [support].</summary>
    [GeneratedRegex(@"^(\s*(\[[^\]]{1,40}\]\s*)?(re|aw|sv|rif|fw|fwd|απ|σχετ|απαντηση|πρθ|προωθηση)\s*(\[\d+\]|\(\d+\))?\s*:\s*)+")]
    private static partial Regex Prefixes();

    [GeneratedRegex(@"^\s*(\[[^\]]{1,40}\]\s*)?(fw|fwd|πρθ|προωθηση)\s*:")]
    private static partial Regex Forward();
}
