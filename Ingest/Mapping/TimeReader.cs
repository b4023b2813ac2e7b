using Insights.Ingest.Profiles;
using Insights.Ingest.Reading;
using NodaTime;

namespace Insights.Ingest.Mapping;

internal enum TimeFound
{
    Instant,
    None,
    Relative,
    Unreadable,
    OutOfRange,
}

/// <summary>
/// Reads instants in the forms of one profile; a column that was in one form is tried in that form first. ISO 8601 and the numbers
/// behind a spreadsheet's dates are always read beside them. One thread at a time.
/// </summary>
/// <param name="profile">Its forms, and what means no date.</param>
/// <param name="zone">Of times without an offset.</param>
/// <param name="header">The cells of the file.</param>
internal sealed class TimeReader(Profile profile, DateTimeZone zone, IReadOnlyList<string> header)
{
    private static readonly long Earliest = Seconds(new DateOnly(1990, 1, 1));
    private static readonly long Latest = Seconds(new DateOnly(2101, 1, 1));

    /// <summary>What programs write where no date was entered: the first day each of them can count.</summary>
    private static readonly long[] AlwaysNone = [.. new DateOnly[] { new(1, 1, 1), new(1899, 12, 30), new(1899, 12, 31), new(1900, 1, 1) }.Select(Seconds)];

    private readonly DatePattern[] _patterns =
        [.. profile.DateFormats.Select(f => DatePattern.Parse(f) ?? throw new ArgumentException($"'{f}' is no date format."))];
    private readonly int[] _usual = new int[header.Count];
    private readonly bool[] _isUtc = [.. header.Select(name => profile.UtcColumns.Any(utc => HeaderNames.Fold(utc) == HeaderNames.Fold(name)))];
    private readonly ZoneClock _clock = new(zone);
    private readonly long[] _none = [.. AlwaysNone, .. profile.NoDates.Select(Seconds)];

    /// <summary>The forms, for a message.</summary>
    public string Forms => string.Join(" or ", _patterns.Take(3).Select(p => p.Text));

    /// <summary>Reads a cell of the header's <paramref name="column"/>.</summary>
    public TimeFound Read(int column, ReadOnlySpan<byte> cell, out long utcSeconds, out bool isAmbiguous)
    {
        (utcSeconds, isAmbiguous) = (0, false);
        if (!TryReadWall(cell, ref _usual[column], out var local, out var offset))
            return cell.StartsWith("0000-00-00"u8) ? TimeFound.None : RelativeTime.IsOne(cell) ? TimeFound.Relative : TimeFound.Unreadable;
        if (Array.IndexOf(_none, local - Modulo(local)) >= 0)
            return TimeFound.None;

        var east = profile.IgnoresOffsets ? null : offset ?? (_isUtc[column] ? 0 : null);
        utcSeconds = east is { } known ? local - known : _clock.ToUtc(local, out isAmbiguous);
        return IsInRange(utcSeconds) ? TimeFound.Instant : TimeFound.OutOfRange;
    }

    /// <summary>False for what no ticket's time can be: before 1990 or after 2100.</summary>
    public static bool IsInRange(long utcSeconds) => utcSeconds >= Earliest && utcSeconds < Latest;

    private bool TryReadWall(ReadOnlySpan<byte> cell, ref int usual, out long local, out int? offset) =>
        _patterns[usual].TryRead(cell, out local, out offset)
        || IsoTime.TryRead(cell, out local, out offset)
        || TryOthers(cell, ref usual, out local, out offset)
        || ExcelSerial.TryRead(cell, out local);

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

    /// <summary>Seconds since midnight, before 1970 too.</summary>
    private static long Modulo(long local) => ((local % 86_400) + 86_400) % 86_400;

    private static long Seconds(DateOnly day) => (day.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber) * 86_400L;
}
