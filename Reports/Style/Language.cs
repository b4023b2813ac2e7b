using System.Globalization;
using Insights.Analytics;

namespace Insights.Reports.Style;

/// <summary>
/// A reader's language: its words, its plural, and how it writes numbers, dates and lengths of time.
/// Needs no culture data of the machine, so a report reads the same everywhere.
/// </summary>
public sealed partial class Language
{
    private readonly IReadOnlyDictionary<string, string> _words;
    private readonly NumberFormatInfo _numbers;
    private readonly Calendar _calendar;

    private Language(string code, string decimalMark, string groupMark, Calendar calendar)
    {
        Code = code;
        _words = Words.In(code);
        _numbers = new NumberFormatInfo { NumberDecimalSeparator = decimalMark, NumberGroupSeparator = groupMark, NegativeSign = "−" };
        _calendar = calendar;
    }

    public static Language English { get; } = new("en", ".", ",", Calendar.English);

    public static Language Greek { get; } = new("el", ",", ".", Calendar.Greek);

    public static IReadOnlyList<Language> All { get; } = [English, Greek];

    /// <summary>The code a person types: en or el.</summary>
    public string Code { get; }

    /// <summary>The language of a code.</summary>
    /// <exception cref="SetupException">No report is written in that language.</exception>
    public static Language Of(string code) => All.FirstOrDefault(l => string.Equals(l.Code, code, StringComparison.OrdinalIgnoreCase))
        ?? throw new SetupException(
            $"--lang {code}: reports are written in {string.Join(" or ", All.Select(l => l.Code))}.",
            $"--lang {code}: οι αναφορές γράφονται σε {string.Join(" ή ", All.Select(l => l.Code))}.");

    public bool Has(string key) => _words.ContainsKey(key);

    /// <summary>The text of a key, with every {name} in it replaced by the value given for it.</summary>
    /// <exception cref="ArgumentException">There is no such key, or its text names a value that was not given.</exception>
    public string Say(string key, params (string Name, string Value)[] values)
    {
        if (!_words.TryGetValue(key, out var text))
            throw new ArgumentException($"There are no words for '{key}' in Reports/Style/Words.");
        return Words.Fill(key, text, values);
    }

    /// <summary>The names of the values the text of a key asks for.</summary>
    public IReadOnlyList<string> Placeholders(string key) => Words.Placeholders(_words[key]);

    /// <summary>A count with its noun in the right number: "1 ticket", "1,204 tickets". Reads the keys <c>key.one</c> and <c>key.many</c>,
    /// which name {n}.</summary>
    public string Count(string key, long n) => Say(key + (n == 1 ? ".one" : ".many"), ("n", Whole(n)));

    /// <summary>What "12 months" means where the data hold fewer; null where they hold all twelve, or where it is not known.</summary>
    public string? ShortHistory(long? months) => months is { } n and < 12 ? Count("history", n) : null;

    /// <summary>Items with the language's "and" before the last.</summary>
    public string List(IReadOnlyList<string> items) => items.Count < 2
        ? string.Concat(items)
        : string.Join(", ", items.Take(items.Count - 1)) + " " + Say("and") + " " + items[^1];

    /// <summary>The text with its first letter a capital: "εντός" becomes "Εντός".</summary>
    public static string Capitalised(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    public string Whole(long value) => value.ToString("#,0", _numbers);

    /// <summary>A number with a fixed count of decimals: 1.234,5 in Greek.</summary>
    public string Number(double value, int decimals = 1) =>
        Math.Round(value, decimals, MidpointRounding.AwayFromZero).ToString("N" + Digits(decimals), _numbers);

    /// <summary>A ratio 0..1 as whole percent. Only all is 100%, only none is 0%: what rounding would hide is shown with one
    /// decimal.</summary>
    public string Percent(double ratio)
    {
        var percent = Math.Round(Math.Round(ratio, 9) * 100, MidpointRounding.AwayFromZero);
        return NeedsDecimal(ratio) ? Number(Math.Clamp(ratio * 100, 0.1, 99.9)) + "%" : Number(percent, 0) + "%";
    }

    /// <summary>Whether whole percent would show a ratio that is not all as 100%, or one that is not none as 0%.</summary>
    public static bool NeedsDecimal(double ratio)
    {
        var exact = Math.Round(ratio, 9);
        var percent = Math.Round(exact * 100, MidpointRounding.AwayFromZero);
        return (percent >= 100 && exact < 1) || (percent <= 0 && exact > 0);
    }

    /// <summary>An interval of ratios: 76–97%.</summary>
    public string PercentRange(double low, double high) =>
        Percent(low) == Percent(high) ? Percent(low) : Percent(low).TrimEnd('%') + "–" + Percent(high);

    private static string Digits(int count) => count.ToString(CultureInfo.InvariantCulture);
}
