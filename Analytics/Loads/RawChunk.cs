using System.Numerics;
using System.Runtime.CompilerServices;
using DuckDB.NET.Native;

namespace Insights.Analytics.Loads;

/// <summary>Up to <see cref="Capacity"/> rows on their way into a raw table: they are written straight into DuckDB's vectors.</summary>
public sealed unsafe class RawChunk
{
    private const int InlinedLength = 12;
    private const long MicrosecondsPerSecond = 1_000_000;

    private readonly DuckDBType[] _types;
    private readonly nint[] _vectors;
    private readonly nint[] _data;
    private readonly nint[] _validity;

    internal RawChunk(RawTable table)
    {
        _types = [.. table.Types];
        _vectors = new nint[_types.Length];
        _data = new nint[_types.Length];
        _validity = new nint[_types.Length];
    }

    /// <summary>The rows a chunk holds: DuckDB's vector size.</summary>
    public static int Capacity { get; } = (int)NativeMethods.Helpers.DuckDBVectorSize();

    /// <summary>The rows added so far.</summary>
    public int Count { get; private set; }

    public bool IsFull => Count == Capacity;

    /// <summary>Adds a row of the chunk's table. Its text must be valid UTF-8; the columns the table cannot do without must be set.</summary>
    public void Add(RawRow row)
    {
        for (var set = row.SetColumns; set != 0; set &= set - 1)
        {
            var column = BitOperations.TrailingZeroCount(set);
            Write(column, row.Value(column), row);
        }
        Count++;
    }

    /// <summary>Points this chunk at the vectors of a native one, empty and all null.</summary>
    internal void Attach(DuckDBDataChunk chunk)
    {
        Count = 0;
        for (var column = 0; column < _vectors.Length; column++)
        {
            var vector = NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, column);
            NativeMethods.Vectors.DuckDBVectorEnsureValidityWritable(vector);
            _vectors[column] = vector;
            _data[column] = (nint)NativeMethods.Vectors.DuckDBVectorGetData(vector);
            _validity[column] = (nint)NativeMethods.Vectors.DuckDBVectorGetValidity(vector);
            new Span<ulong>((void*)_validity[column], Capacity / 64).Clear();
        }
    }

    private void Write(int column, long value, RawRow row)
    {
        ((ulong*)_validity[column])[Count >> 6] |= 1UL << (Count & 63);
        var data = (void*)_data[column];
        switch (_types[column])
        {
            case DuckDBType.Varchar:
                WriteText(column, row.Bytes(column));
                break;
            case DuckDBType.Timestamp:
                ((long*)data)[Count] = value * MicrosecondsPerSecond;
                break;
            case DuckDBType.SmallInt:
                ((short*)data)[Count] = (short)value;
                break;
            case DuckDBType.Integer:
                ((int*)data)[Count] = (int)value;
                break;
            case DuckDBType.Boolean:
                ((byte*)data)[Count] = (byte)value;
                break;
            default:
                ((long*)data)[Count] = value;
                break;
        }
    }

    /// <summary>
    /// Short text lies in the vector itself (a length and up to 12 bytes, the rest zero); longer text DuckDB copies to the vector's
    /// heap.
    /// </summary>
    private void WriteText(int column, ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > InlinedLength)
        {
            fixed (byte* text = utf8)
                NativeMethods.Vectors.DuckDBUnsafeVectorAssignStringElementLength(_vectors[column], (ulong)Count, text, utf8.Length);
            return;
        }

        var slot = (byte*)_data[column] + (Count * 16L);
        Unsafe.WriteUnaligned(slot, (UInt128)0);
        Unsafe.WriteUnaligned(slot, utf8.Length);
        utf8.CopyTo(new Span<byte>(slot + sizeof(int), InlinedLength));
    }
}
