using System.Text.RegularExpressions;

namespace Insights.Reports.Privacy;

/// <summary>Passwords and codes that people write into subjects.</summary>
internal static partial class Secrets
{
    private const string Mask = "•••";

    /// <summary>
    /// The text with what follows a word for a secret masked, where it is said to be it (a colon, an equals sign, "is") or looks like one (a digit or a
    /// sign in it): "password: Lamia2026" becomes "password: •••", "password reset" stays.
    /// </summary>
    public static string Masked(string text) => Said().Replace(text, match => match.Groups["before"].Value + Mask);

    [GeneratedRegex(
        @"(?<before>(?<![\p{L}\d])(?:passwords?|passwd|pwd|passcode|pin|otp|2fa|token|κωδικ(?:[οό][ςσ]?|οι|οί|ου[ςσ]|ού[ςσ])|συνθηματικ[οό]|kwdikos?|kodikos?)(?:\s+\p{L}{1,3})?(?:\s*[:=]\s*|\s+(?:is|are|to|einai|είναι|ειναι)\s+))(?<secret>\S+)"
        + @"|(?<before>(?<![\p{L}\d])(?:passwords?|passwd|pwd|passcode|pin|otp|κωδικ[οό][ςσ]?|συνθηματικ[οό]|kwdikos?|kodikos?)\s+)(?<secret>(?=\S*[\d!@#$%^&*])\S{4,})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Said();
}
