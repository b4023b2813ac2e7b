using System.CommandLine.Parsing;
using System.Globalization;

namespace Insights.Host;

/// <summary>Times as people type them after an option, in UTC.</summary>
internal static class Instants
{
    private static readonly string[] Forms =
        ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm'Z'", "yyyy-MM-ddTHH:mm:ss'Z'"];

    /// <summary>Reads the one token of an option; what is no time becomes an error of the command line.</summary>
    public static DateTime? Parse(ArgumentResult argument)
    {
        var text = argument.Tokens.Single().Value;
        foreach (var form in Forms)
            if (DateTime.TryParseExact(
                text, form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant))
                return instant;
        var option = (argument.Parent as OptionResult)?.IdentifierToken?.Value;
        argument.AddError($"{option} {text}: write a date or a UTC time, for example 2026-11-02 or 2026-11-02T07:10.");
        return null;
    }
}
