using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;

namespace Insights.Analytics.Loads;

/// <summary>
/// One ticket as mapped from one row of an export; a buffer to be cleared and filled again, so that a million rows make no garbage.
/// A column that was not set is null. Text is UTF-8, instants whole seconds since 1970-01-01 UTC.
/// </summary>
public sealed class TicketRow
{
    private static readonly int Columns = TicketColumns.All.Count;

    private readonly int[] _starts = new int[Columns];
    private readonly long[] _values = new long[Columns];
    private byte[] _text = new byte[1024];
    private int _used;
    private ulong _set;

    /// <summary>Makes every column null.</summary>
    public void Clear()
    {
        _used = 0;
        _set = 0;
    }

    public bool IsSet(TicketColumn column) => (_set >> (int)column & 1) != 0;

    /// <summary>Sets a text column; empty text is null.</summary>
    public void SetText(TicketColumn column, ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
            return;

        if (_text.Length - _used < utf8.Length)
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _used + utf8.Length));
        utf8.CopyTo(_text.AsSpan(_used));
        _starts[(int)column] = _used;
        SetNumber(column, utf8.Length);
        _used += utf8.Length;
    }

    /// <summary>Sets a number, a flag (0 or 1), or an instant in seconds since 1970-01-01 UTC.</summary>
    public void SetNumber(TicketColumn column, long value)
    {
        _values[(int)column] = value;
        _set |= 1UL << (int)column;
    }

    public void SetInstant(TicketColumn column, long unixSeconds) => SetNumber(column, unixSeconds);

    /// <summary>The UTF-8 bytes of a text column, empty when null; valid until the next change of the row.</summary>
    public ReadOnlySpan<byte> Utf8(TicketColumn column) =>
        IsSet(column) ? _text.AsSpan(_starts[(int)column], (int)_values[(int)column]) : [];

    public string? Text(TicketColumn column) => IsSet(column) ? Encoding.UTF8.GetString(Utf8(column)) : null;

    public long? Number(TicketColumn column) => IsSet(column) ? _values[(int)column] : null;

    public DateTime? Instant(TicketColumn column) => IsSet(column) ? DateTime.UnixEpoch.AddSeconds(_values[(int)column]) : null;

    /// <summary>
    /// A 64-bit hash of everything the row says of the ticket. Where it stands (line) is no part of it:
    /// the same words in another file, or further down, are the same version.
    /// </summary>
    public ulong Hash()
    {
        Span<long> numbers = stackalloc long[Columns + 1];
        for (var column = (int)TicketColumn.TicketId; column < Columns; column++)
            numbers[column] = IsSet((TicketColumn)column) ? _values[column] : 0;
        numbers[(int)TicketColumn.RowHash] = 0;
        numbers[Columns] = (long)(_set & ~(1UL << (int)TicketColumn.Line | 1UL << (int)TicketColumn.RowHash));
        // The texts lie one after another as they were set: a mapping sets the columns in one order, its own, for every row.
        return XxHash3.HashToUInt64(LittleEndian(numbers), (long)XxHash3.HashToUInt64(_text.AsSpan(0, _used)));
    }

    /// <summary>A bit for each column that is not null.</summary>
    internal ulong SetColumns => _set;

    /// <summary>A number as it was set; of text, its length.</summary>
    internal long Value(int column) => _values[column];

    internal ReadOnlySpan<byte> Bytes(int column) => _text.AsSpan(_starts[column], (int)_values[column]);

    private static Span<byte> LittleEndian(Span<long> numbers)
    {
        if (!BitConverter.IsLittleEndian)
            BinaryPrimitives.ReverseEndianness(numbers, numbers);
        return MemoryMarshal.AsBytes(numbers);
    }
}
