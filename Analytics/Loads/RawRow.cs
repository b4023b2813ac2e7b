using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;

namespace Insights.Analytics.Loads;

/// <summary>
/// One row on its way into a raw table; a buffer to be cleared and filled again, so that a million rows make no garbage.
/// A column that was not set is null. Text is UTF-8, instants whole seconds since 1970-01-01 UTC.
/// </summary>
public abstract class RawRow
{
    private readonly int[] _starts;
    private readonly long[] _values;
    private byte[] _text = new byte[1024];
    private int _used;
    private int _hashed;
    private ulong _set;

    private protected RawRow(RawTable table)
    {
        Table = table;
        _starts = new int[table.Columns.Count];
        _values = new long[table.Columns.Count];
    }

    /// <summary>The table the row belongs to.</summary>
    public RawTable Table { get; }

    /// <summary>Makes every column null.</summary>
    public void Clear()
    {
        _used = 0;
        _hashed = 0;
        _set = 0;
    }

    /// <summary>Where a person finds the row: its 1-based line, or its place in a list.</summary>
    public void SetLine(long line) => Set(RawTable.Line, line);

    /// <summary>
    /// Notes a 64-bit hash of everything the row says. Where it stands (line) is no part of it:
    /// the same words in another file, or further down, are the same version. Nor is what a column derives from the others:
    /// read better, the row is still the same.
    /// </summary>
    public void SetHash() => Set(RawTable.RowHash, (long)Hash());

    public ulong Hash()
    {
        Span<long> numbers = stackalloc long[Table.HashedCount + 1];
        for (var column = RawTable.RowHash + 1; column < Table.HashedCount; column++)
            numbers[column] = IsSet(column) ? _values[column] : 0;
        numbers[RawTable.Line] = numbers[RawTable.RowHash] = 0;
        numbers[Table.HashedCount] = (long)(_set & ((1UL << Table.HashedCount) - 1) & ~(1UL << RawTable.Line | 1UL << RawTable.RowHash));
        // The texts lie one after another as they were set: a mapping sets the columns in one order, its own, for every row.
        return XxHash3.HashToUInt64(LittleEndian(numbers), (long)XxHash3.HashToUInt64(_text.AsSpan(0, _hashed)));
    }

    /// <summary>A bit for each column that is not null.</summary>
    internal ulong SetColumns => _set;

    /// <summary>A number as it was set; of text, its length.</summary>
    internal long Value(int column) => _values[column];

    internal ReadOnlySpan<byte> Bytes(int column) => _text.AsSpan(_starts[column], (int)_values[column]);

    private protected bool IsSet(int column) => (_set >> column & 1) != 0;

    private protected void Set(int column, long value)
    {
        _values[column] = value;
        _set |= 1UL << column;
    }

    private protected void Set(int column, ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
            return;

        if (_text.Length - _used < utf8.Length)
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _used + utf8.Length));
        utf8.CopyTo(_text.AsSpan(_used));
        _starts[column] = _used;
        Set(column, utf8.Length);
        _used += utf8.Length;
        if (column < Table.HashedCount)
            _hashed = _used;
    }

    private static Span<byte> LittleEndian(Span<long> numbers)
    {
        if (!BitConverter.IsLittleEndian)
            BinaryPrimitives.ReverseEndianness(numbers, numbers);
        return MemoryMarshal.AsBytes(numbers);
    }
}

/// <summary>A row of one table, by the names of its columns.</summary>
public abstract class RawRow<TColumn> : RawRow
    where TColumn : struct, Enum
{
    private protected RawRow(RawTable table)
        : base(table)
    {
    }

    public bool IsSet(TColumn column) => IsSet(RawColumns<TColumn>.Index(column));

    /// <summary>Sets a text column; empty text is null.</summary>
    public void SetText(TColumn column, ReadOnlySpan<byte> utf8) => Set(RawColumns<TColumn>.Index(column), utf8);

    /// <summary>Sets a derived text column, whose empty text is no null; after every other text, since it is no part of the hash.</summary>
    public void SetDerived(TColumn column, ReadOnlySpan<byte> utf8)
    {
        SetText(column, utf8);
        if (utf8.IsEmpty)
            SetNumber(column, 0);
    }

    /// <summary>Sets a number, a flag (0 or 1), or an instant in seconds since 1970-01-01 UTC.</summary>
    public void SetNumber(TColumn column, long value) => Set(RawColumns<TColumn>.Index(column), value);

    public void SetInstant(TColumn column, long unixSeconds) => SetNumber(column, unixSeconds);

    /// <summary>The UTF-8 bytes of a text column, empty when null; valid until the next change of the row.</summary>
    public ReadOnlySpan<byte> Utf8(TColumn column) => IsSet(column) ? Bytes(RawColumns<TColumn>.Index(column)) : [];

    public string? Text(TColumn column) => IsSet(column) ? Encoding.UTF8.GetString(Utf8(column)) : null;

    public long? Number(TColumn column) => IsSet(column) ? Value(RawColumns<TColumn>.Index(column)) : null;

    public DateTime? Instant(TColumn column) => Number(column) is { } seconds ? DateTime.UnixEpoch.AddSeconds(seconds) : null;
}

/// <summary>A ticket, as one row of a ticket list says.</summary>
public sealed class TicketRow() : RawRow<TicketColumn>(RawTable.Tickets);

/// <summary>A change in the life of a ticket.</summary>
public sealed class EventRow() : RawRow<EventColumn>(RawTable.Events);

/// <summary>A message of a ticket.</summary>
public sealed class MessageRow() : RawRow<MessageColumn>(RawTable.Messages);

/// <summary>A telephone call.</summary>
public sealed class CallRow() : RawRow<CallColumn>(RawTable.Calls);

/// <summary>Time somebody worked for a client.</summary>
public sealed class TimeEntryRow() : RawRow<TimeEntryColumn>(RawTable.TimeEntries);
