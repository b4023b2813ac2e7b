using NodaTime;

namespace Insights.Ingest.Mapping;

internal enum TimeFound
{
    Instant,
    None,
    Unreadable,
    OutOfRange,
}

/// <summary>
/// Reads instants in the forms of one profile; a column that was in one form is tried in that form first. One thread at a time.
/// </summary>
internal sealed class TimeReader(IReadOnlyList<string> formats, DateTimeZone zone, int columns)
{
    private static readonly long Earliest = Seconds(1990);
    private static readonly long Latest = Seconds(2101);

    private readonly DatePattern[] _patterns =
        [.. formats.Select(f => DatePattern.Parse(f) ?? throw new ArgumentException($"'{f}' is no date format."))];
    private readonly int[] _usual = new int[columns];
    private readonly ZoneClock _clock = new(zone);

    /// <summary>The forms, for a message.</summary>
    public string Forms => string.Join(" or ", _patterns.Take(3).Select(p => p.Text));

    /// <summary>Reads a cell of the header's <paramref name="column"/>. 0000-00-00 and 1900-01-01 are how tools write "no date".</summary>
    public TimeFound Read(int column, ReadOnlySpan<byte> cell, out long utcSeconds, out bool isAmbiguous)
    {
        ref var usual = ref _usual[column];
        if (!_patterns[usual].TryRead(cell, out var local, out var offset) && !TryOthers(cell, ref usual, out local, out offset))
        {
            (utcSeconds, isAmbiguous) = (0, false);
            return IsNoDate(cell) ? TimeFound.None : TimeFound.Unreadable;
        }

        isAmbiguous = false;
        utcSeconds = offset is { } east ? local - east : _clock.ToUtc(local, out isAmbiguous);
        if (utcSeconds >= Earliest && utcSeconds < Latest)
            return TimeFound.Instant;
        return IsNoDate(cell) ? TimeFound.None : TimeFound.OutOfRange;
    }

    private bool TryOthers(ReadOnlySpan<byte> cell, ref int usual, out long local, out int? offset)
    {
        for (var other = 0; other < _patterns.Length; other++)
            if (_patterns[other].TryRead(cell, out local, out offset))
            {
                usual = other;
                return true;
            }
        (local, offset) = (0, null);
        return false;
    }

    private static bool IsNoDate(ReadOnlySpan<byte> cell) => cell.StartsWith("0000-00-00"u8) || cell.StartsWith("1900-01-01"u8);

    private static long Seconds(int year) => (long)(new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc) - DateTime.UnixEpoch).TotalSeconds;
}
