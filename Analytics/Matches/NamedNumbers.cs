using System.Text.RegularExpressions;
using Insights.Analytics.Repeats;

namespace Insights.Analytics.Matches;

/// <summary>The ticket numbers a text names: each after #, and each number by itself with digits enough to be no quantity.</summary>
internal static partial class NamedNumbers
{
    public static IReadOnlySet<string> Of(string? text, int digits) =>
        text is null ? new HashSet<string>() : [.. TicketText.Named(text), .. Number().Matches(text).Select(match => match.Value).Where(number => number.Length >= digits)];

    [GeneratedRegex(@"(?<![\p{L}\p{N}._/+-])[0-9]+(?![\p{L}\p{N}_/-]|[.,][0-9])")]
    private static partial Regex Number();
}
