namespace Insights.Ingest.Mapping;

/// <summary>
/// ISO 8601 dates and times, which every tool's API and every rendered workbook writes: <c>2026-07-18</c>, <c>2026-07-18 09:10</c>,
/// <c>2026-07-18T09:10:33.123+0300</c>, <c>… Z</c>, <c>… +03:00</c>.
/// </summary>
internal static class IsoTime
{
    /// <summary>As <see cref="DatePattern.TryRead"/>; a date alone is its midnight, a fraction is cut off.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out long seconds, out int? offset)
    {
        (int Hour, int Minute, int Second) time = default;
        (seconds, offset) = (0, null);
        if (!TryReadDay(ref text, out var year, out var month, out var day))
            return false;
        if (!text.IsEmpty && !TryReadTime(ref text, out time, out offset))
            return false;
        return text.IsEmpty && DatePattern.TryCount(year, month, day, time, out seconds);
    }

    private static bool TryReadDay(ref ReadOnlySpan<byte> text, out int year, out int month, out int day)
    {
        month = day = 0;
        return DatePattern.Digits(ref text, 4, 4, out year) && DatePattern.Skip(ref text, '-')
            && DatePattern.Digits(ref text, 2, 2, out month) && DatePattern.Skip(ref text, '-') && DatePattern.Digits(ref text, 2, 2, out day);
    }

    private static bool TryReadTime(ref ReadOnlySpan<byte> text, out (int Hour, int Minute, int Second) time, out int? offset)
    {
        (time, offset) = (default, null);
        if (!DatePattern.Skip(ref text, 'T') && !DatePattern.Skip(ref text, ' '))
            return false;
        if (!DatePattern.Digits(ref text, 2, 2, out time.Hour) || !DatePattern.Skip(ref text, ':')
            || !DatePattern.Digits(ref text, 2, 2, out time.Minute))
            return false;
        if (DatePattern.Skip(ref text, ':') && !TryReadSecond(ref text, out time.Second))
            return false;
        if (text.IsEmpty)
            return true;
        DatePattern.Skip(ref text, ' ');
        return text.SequenceEqual("UTC"u8) ? TryReadUtc(ref text, out offset) : DatePattern.Offset(ref text, out offset);
    }

    private static bool TryReadSecond(ref ReadOnlySpan<byte> text, out int second)
    {
        if (!DatePattern.Digits(ref text, 2, 2, out second))
            return false;
        return (!DatePattern.Skip(ref text, '.') && !DatePattern.Skip(ref text, ',')) || SkipFraction(ref text);
    }

    private static bool SkipFraction(ref ReadOnlySpan<byte> text)
    {
        var digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') is var end and >= 0 ? end : text.Length;
        text = text[digits..];
        return digits > 0;
    }

    private static bool TryReadUtc(ref ReadOnlySpan<byte> text, out int? offset)
    {
        text = [];
        offset = 0;
        return true;
    }
}
