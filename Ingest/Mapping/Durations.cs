using System.Buffers.Text;

namespace Insights.Ingest.Mapping;

/// <summary>Durations as exports write them, in whole seconds.</summary>
internal static class Durations
{
    /// <param name="text">UTF-8.</param>
    /// <param name="unit"><c>seconds</c>, <c>minutes</c>, <c>hours</c>, or <c>hh:mm:ss</c> (hours may exceed 24).</param>
    /// <param name="seconds">Not negative; a fraction of a second is cut off.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, string unit, out long seconds) =>
        (unit == "hh:mm:ss" ? TryReadParts(text, out seconds) : TryReadNumber(text, unit, out seconds)) && seconds >= 0;

    private static bool TryReadNumber(ReadOnlySpan<byte> text, string unit, out long seconds)
    {
        seconds = 0;
        if (!Utf8Parser.TryParse(text, out decimal number, out var used) || used != text.Length || number < 0 || number > 1_000_000_000)
            return false;
        seconds = (long)(number * (unit switch { "minutes" => 60, "hours" => 3600, _ => 1 }));
        return true;
    }

    private static bool TryReadParts(ReadOnlySpan<byte> text, out long seconds)
    {
        seconds = 0;
        for (var part = 0; part < 3; part++)
        {
            if (!Utf8Parser.TryParse(text, out uint value, out var used) || value > (part == 0 ? 1_000_000 : 59))
                return false;
            seconds = (seconds * 60) + value;
            text = text[used..];
            if (part < 2 && (text.IsEmpty || text[0] != ':'))
                return false;
            text = part < 2 ? text[1..] : text;
        }
        return text.IsEmpty;
    }
}
