using System.Globalization;
using System.Text.RegularExpressions;
using Insights.Analytics;

namespace Insights.Ingest.Mapping;

/// <summary>
/// Promises as people type them, in Greek or English, whatever the case and accents:
/// <c>30m</c>, <c>1h30m</c>, <c>1,5 ώρα</c>, <c>εντός 4 ωρών</c> (contract clock); <c>4h 24x7</c>, <c>2 ημέρες</c> (client clock:
/// a plain day is a calendar day of 86,400 seconds); <c>2 εργάσιμες</c>, <c>NBD</c>, <c>επόμενη εργάσιμη έως 14:00</c>,
/// <c>αυθημερόν</c> (business days of the contract calendar).
/// </summary>
public static partial class PromiseText
{
    private const long LongestSeconds = 10L * 366 * 86_400;
    private const int LongestBusinessDays = 366;

    /// <summary>The meaning of <paramref name="text"/>, or what was read and which forms are accepted.</summary>
    public static Reading<PromiseTerm> Parse(string text)
    {
        var folded = Opening().Replace(GreekText.Fold(text), "");
        var isClient = ClientClock().IsMatch(folded);
        var withoutClock = GreekText.Fold(ClientClock().Replace(folded, " "));
        if (withoutClock.Length == 0)
            return isClient ? NoDuration(text) : NotUnderstood(text);
        var days = BusinessDays().Match(withoutClock);
        return days.Success ? ReadBusinessDays(text, days, isClient) : ReadDuration(text, withoutClock, isClient);
    }

    /// <summary>The shortest English form, which <see cref="Parse"/> reads back as the same term: <c>1h30m 24x7</c>.</summary>
    public static string Render(PromiseTerm term)
    {
        if (term.BusinessDays is { } days)
            return RenderDays(days) + (term.UntilSecond is { } until ? $" until {RenderTime(until)}" : "");
        var seconds = term.Seconds ?? throw new ArgumentException("A promise has seconds or business days.", nameof(term));
        var (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        var length = (hours > 0 ? $"{hours}h" : "") + (minutes > 0 ? $"{minutes}m" : "") + (rest > 0 ? $"{rest}s" : "");
        return term.Clock == PromiseClock.Client ? $"{length} 24x7" : length;
    }

    private static string RenderDays(int days) => days switch
    {
        0 => "same business day",
        1 => "next business day",
        _ => $"{days} business days",
    };

    private static string RenderTime(int second) =>
        $"{second / 3600:00}:{second / 60 % 60:00}" + (second % 60 > 0 ? $":{second % 60:00}" : "");

    private static Reading<PromiseTerm> ReadBusinessDays(string text, Match match, bool isClient)
    {
        if (isClient)
            return BusinessDaysAroundTheClock(text);
        var days = match.Groups["same"].Success ? 0 : match.Groups["next"].Success ? 1 : ReadWhole(match.Groups["count"].Value);
        var until = ReadUntil(match);
        if (days is < 0 or > LongestBusinessDays || until is < 1 or > 86_400 || (days == 0 && !match.Groups["same"].Success))
            return NotUnderstood(text);
        return PromiseTerm.OfBusinessDays(days, until);
    }

    private static int? ReadUntil(Match match) => match.Groups["hour"].Success
        ? ReadWhole(match.Groups["hour"].Value) * 3600 + ReadSixty(match.Groups["minute"]) * 60 + ReadSixty(match.Groups["second"])
        : null;

    /// <summary>0 to 59; anything above makes the time of day too large to be one.</summary>
    private static int ReadSixty(Group group) =>
        !group.Success ? 0 : ReadWhole(group.Value) is var value and < 60 ? value : 100_000;

    private static int ReadWhole(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static Reading<PromiseTerm> ReadDuration(string text, string folded, bool isClient)
    {
        var match = Duration().Match(folded);
        if (!match.Success)
            return Number().IsMatch(folded) ? NoUnit(text) : NotUnderstood(text);
        decimal seconds = 0;
        var units = match.Groups["unit"].Captures;
        for (var i = 0; i < units.Count; i++)
            seconds += ReadNumber(match.Groups["number"].Captures[i].Value) * SecondsOf(units[i].Value);
        var hasDays = units.Any(unit => SecondsOf(unit.Value) >= 86_400);
        if (hasDays && match.Groups["business"].Success)
            return NotUnderstood(text);
        var whole = (long)decimal.Round(seconds, MidpointRounding.AwayFromZero);
        if (whole is < 1 or > LongestSeconds)
            return NotUnderstood(text);
        return PromiseTerm.Of(whole, isClient || hasDays ? PromiseClock.Client : PromiseClock.Contract);
    }

    private static decimal ReadNumber(string text) =>
        decimal.Parse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static long SecondsOf(string unit) => unit[0] switch
    {
        's' or 'δ' => 1,
        'm' or 'λ' or '\'' => 60,
        'h' or 'ω' => 3600,
        'd' or 'η' or 'μ' => 86_400,
        _ => 604_800,
    };

    private static Message NotUnderstood(string text) => new(
        $"'{text}' is not a promise this program can read. Write for example 30m, 4h, 1h30m, 4h 24x7, 2 business days, "
        + "next business day until 14:00, same business day.",
        $"Το «{text}» δεν διαβάζεται ως δέσμευση. Γράψτε για παράδειγμα 30 λεπτά, 4 ώρες, 1,5 ώρα, 4 ώρες 24x7, 2 εργάσιμες, "
        + "επόμενη εργάσιμη έως 14:00, αυθημερόν.");

    private static Message NoUnit(string text) => new(
        $"'{text}' does not say of what: write {text.Trim()}m for minutes, {text.Trim()}h for hours or {text.Trim()} business days.",
        $"Το «{text}» δεν λέει τι μετρά: γράψτε {text.Trim()} λεπτά, {text.Trim()} ώρες ή {text.Trim()} εργάσιμες.");

    private static Message NoDuration(string text) => new(
        $"'{text}' says which hours count but not how long. Write the time first, for example 4h 24x7.",
        $"Το «{text}» λέει ποιες ώρες μετρούν αλλά όχι πόσες. Γράψτε πρώτα τον χρόνο, για παράδειγμα 4 ώρες 24x7.");

    private static Message BusinessDaysAroundTheClock(string text) => new(
        $"'{text}' counts business days and around the clock at once. Write 2 business days, or 48h 24x7.",
        $"Το «{text}» μετρά εργάσιμες και 24 ώρες μαζί. Γράψτε 2 εργάσιμες, ή 48 ώρες 24x7.");

    /// <summary>All patterns read folded text: lower case, no accents, σ for ς.</summary>
    [GeneratedRegex("^(within|in|εντοσ|μεσα σε|σε|εωσ|μεχρι|up to) ")]
    private static partial Regex Opening();

    [GeneratedRegex(@"\(?(?<![\w])(24 ?[xχ×*/] ?7|24ωρ(ο|ου|η)|ημερολογιακ\w+|calendar|around the clock|ολο το 24ωρο)(?!\w)\)?")]
    private static partial Regex ClientClock();

    [GeneratedRegex(@"^(?:την )?(?:(?<same>same (business|working) day|αυθημερον)"
        + @"|(?<next>nbd|next (business|working) day|επομενη εργασιμη( ημερα)?)"
        + @"|(?<count>[0-9]{1,4}) ?(bd|(business|working) days?|εργασιμ(η|εσ|ων)( ημερ(α|εσ|ων))?))"
        + @"(?: ?,? (?:until|by|before|εωσ|ωσ|μεχρι)(?: τισ)? (?<hour>[0-9]{1,2})[:.](?<minute>[0-9][0-9])(?::(?<second>[0-9][0-9]))?)?$")]
    private static partial Regex BusinessDays();

    [GeneratedRegex(@"^(?:(?:και |and |, ?)?(?<number>[0-9]{1,6}([.,][0-9]{1,4})?) ?(?<business>(business|working|εργασιμ(η|εσ|ων)) )?"
        + @"(?<unit>s|sec|secs|seconds?|δευτερολεπτ(ο|α|ων)|m|mins?|minutes?|λ|λεπτ(ο|α|ων)|'|h|hrs?|hours?|ω|ωρ(α|εσ|ων)"
        + @"|d|days?|η?μερ(α|εσ|ων)|w|weeks?|εβδομαδ(α|εσ|ων))(?![a-zα-ω]) ?)+$")]
    private static partial Regex Duration();

    [GeneratedRegex(@"^[0-9]+([.,:][0-9]+)*$")]
    private static partial Regex Number();
}
