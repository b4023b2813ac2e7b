using System.Globalization;
using System.Text.RegularExpressions;

namespace Insights.Reports.Style;

/// <summary>A promise as the contract's table writes it, put into the reader's words: "30m" is 30 minutes, "4h 24x7" 4 hours round the
/// clock, "2 εργάσιμες" 2 working days. Anything else stays as written.</summary>
public static partial class PromiseWords
{
    public static string Of(string? written, Language language)
    {
        if (written is null)
            return language.Say("not_stated");
        if (Length().Match(written) is { Success: true } length)
            return InTime(length, language);
        return WorkingDays().Match(written) is { Success: true } days ? InDays(days, language) : written;
    }

    /// <summary>The same inside a sentence: what stays as written stands between quotation marks.</summary>
    public static string Quoted(string written, Language language) => Of(written, language) is var said && said != written
        ? said : language.Say("say.as_written", ("text", written));

    private static string InTime(Match length, Language language)
    {
        var time = language.Count(Unit(length.Groups["unit"].Value), Number(length));
        return length.Groups["always"].Success ? language.Say("promise.always", ("time", time)) : time;
    }

    private static string InDays(Match match, Language language)
    {
        var days = match.Groups["same"].Success ? language.Say("promise.same_day")
            : match.Groups["next"].Success ? language.Say("promise.next_day")
            : language.Count("promise.days", Number(match));
        return match.Groups["until"].Success ? language.Say("promise.until", ("days", days), ("time", match.Groups["until"].Value)) : days;
    }

    private static long Number(Match match) => long.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture);

    private static string Unit(string word) => char.ToLowerInvariant(word[0]) switch
    {
        'm' or 'λ' => "minute",
        'h' or 'ώ' => "hour",
        _ => "day",
    };

    [GeneratedRegex(@"^\s*(?<n>\d{1,6})\s*(?<unit>[mhd]|λεπτ[άό]|ώρ(?:ες|α)|ημέρ(?:ες|α)|(?:minute|hour|day)s?)(?<always>\s+24x7)?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Length();

    [GeneratedRegex(@"^\s*(?:(?<n>\d{1,3})\s*(?:εργάσιμ(?:ες|η)(?:\s+ημέρ(?:ες|α))?|business\s+days?)"
        + @"|(?<next>επόμενη\s+εργάσιμη|next\s+business\s+day|nbd)|(?<same>αυθημερόν|same\s+business\s+day))"
        + @"(?:\s+(?:έως|μέχρι|until|by)\s+(?<until>\d{1,2}:\d{2}))?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WorkingDays();
}
