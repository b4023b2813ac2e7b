using System.Globalization;
using System.Text.RegularExpressions;

namespace Insights.Reports.Style;

/// <summary>A promise as the contract's table writes it, put into words where it is shorthand: "30m" is 30 minutes, "4h 24x7" 4 hours round the clock. Anything else stays as
/// written.</summary>
public static partial class PromiseWords
{
    public static string Of(string? written, Language language)
    {
        if (written is null)
            return language.Say("not_stated");

        var match = Shorthand().Match(written);
        if (!match.Success)
            return written;

        var time = language.Count(Unit(match.Groups["unit"].Value), long.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture));
        return match.Groups["always"].Success ? language.Say("promise.always", ("time", time)) : time;
    }

    private static string Unit(string letter) => letter switch
    {
        "m" => "minute",
        "h" => "hour",
        _ => "day",
    };

    [GeneratedRegex(@"^\s*(?<n>\d{1,6})\s*(?<unit>[mhd])(?<always>\s+24x7)?\s*$")]
    private static partial Regex Shorthand();
}
