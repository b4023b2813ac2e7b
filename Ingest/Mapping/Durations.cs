using System.Buffers;
using System.Buffers.Text;
using Insights.Analytics;

namespace Insights.Ingest.Mapping;

/// <summary>
/// Durations as exports write them, in whole seconds. The unit of a profile says what a bare number means (and <c>1:30</c>); a cell that
/// says its own unit is read as it says: <c>02:37:03</c>, <c>1970-01-01 02:37:03</c> (counted from 1970), <c>1 dias 18 horas</c>.
/// </summary>
internal static class Durations
{
    /// <summary>What a unit may be.</summary>
    public static readonly IReadOnlyList<string> Units = ["seconds", "minutes", "hours", "hh:mm:ss", "hh:mm"];

    /// <summary>What is said of a cell that is none.</summary>
    /// <param name="unit">One of <see cref="Units"/>.</param>
    public static Message Refusal(string unit) => new($"is no duration in {unit}", $"δεν είναι διάρκεια σε {Greek(unit)}");

    private static readonly SearchValues<byte> NumberSigns = SearchValues.Create("0123456789.,:"u8);

    /// <param name="text">UTF-8.</param>
    /// <param name="unit">One of <see cref="Units"/>; the hours of the last two may exceed 24.</param>
    /// <param name="seconds">Not negative; a fraction of a second is cut off.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, string unit, out long seconds)
    {
        if (TryReadParts(text, unit == "hh:mm", out seconds) || TryReadSince1970(text, out seconds))
            return true;
        return unit is "hh:mm:ss" or "hh:mm"
            ? DurationWords.TryRead(text, out seconds)
            : TryReadNumber(text, unit, out seconds) || DurationWords.TryRead(text, out seconds);
    }

    /// <summary>
    /// True for a duration below zero: what a tool writes when its clocks disagree, or for time that is left rather than gone by.
    /// </summary>
    public static bool IsNegative(ReadOnlySpan<byte> text) =>
        text.Length > 1 && text[0] == '-' && text[1..].IndexOfAnyExcept(NumberSigns) < 0;

    /// <summary>Time left to a target, <c>2:18</c>, or run past it, <c>-0:14</c>: <c>H:MM</c>, <c>H:MM:SS</c>, or a number of any unit.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="isPast">True when the target was missed.</param>
    public static bool TryReadRemaining(ReadOnlySpan<byte> text, out bool isPast)
    {
        isPast = text.StartsWith("-"u8);
        var time = isPast ? text[1..] : text;
        return TryReadParts(time, isShort: true, out _) || TryReadParts(time, isShort: false, out _) || TryReadNumber(time, "minutes", out _);
    }

    private static string Greek(string unit) => unit switch
    {
        "seconds" => "δευτερόλεπτα",
        "minutes" => "λεπτά",
        "hours" => "ώρες",
        _ => unit.Replace('h', 'ω').Replace('m', 'λ').Replace('s', 'δ'),
    };

    private static bool TryReadNumber(ReadOnlySpan<byte> text, string unit, out long seconds)
    {
        seconds = 0;
        if (!Utf8Parser.TryParse(text, out decimal number, out var used) || used != text.Length || number < 0 || number > 1_000_000_000)
            return false;
        seconds = (long)(number * (unit switch { "minutes" => 60, "hours" => 3600, _ => 1 }));
        return true;
    }

    /// <summary>H:MM:SS, or H:MM where <paramref name="isShort"/>.</summary>
    private static bool TryReadParts(ReadOnlySpan<byte> text, bool isShort, out long seconds)
    {
        seconds = 0;
        for (var part = 0; part < 3; part++)
        {
            if (!Utf8Parser.TryParse(text, out uint value, out var used) || value > (part == 0 ? 1_000_000 : 59))
                return false;
            seconds = (seconds * 60) + value;
            text = text[used..];
            if (isShort && part == 1 && text.IsEmpty)
            {
                seconds *= 60;
                return true;
            }
            if (part < 2 && (text.IsEmpty || text[0] != ':'))
                return false;
            text = part < 2 ? text[1..] : text;
        }
        return text.IsEmpty;
    }

    private static bool TryReadSince1970(ReadOnlySpan<byte> text, out long seconds) =>
        text.StartsWith("19"u8) & IsoTime.TryRead(text, out seconds, out _) && seconds is >= 0 and < 20L * 365 * 86_400;
}
