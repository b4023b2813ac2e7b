using System.Buffers;
using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace Insights.Ingest.Reading;

/// <summary>A run of whole records of a delimited file, as UTF-8. Dispose it when its last record has been used.</summary>
/// <param name="Buffer">A rented buffer; the records are its first <paramref name="Length"/> bytes.</param>
/// <param name="Length">Bytes used.</param>
/// <param name="FirstLine">The 1-based line of the file the block starts on.</param>
/// <param name="QuotesSpanLines">False where a quote was opened and never closed: there every line is a record of its own, so that one
/// bad quote does not swallow the rest.</param>
internal sealed record RecordBlock(byte[] Buffer, int Length, long FirstLine, bool QuotesSpanLines) : IDisposable
{
    public ReadOnlySpan<byte> Text => Buffer.AsSpan(0, Length);

    /// <summary>A reader of the block's records; the header, where the block has it, is its first record.</summary>
    /// <param name="delimiter">The delimiter of the file.</param>
    /// <param name="onMalformed">Told of a record whose quotes are broken, before that record is returned.</param>
    public CsvReader Open(char delimiter, Action<CsvMalformedRecord> onMalformed) =>
        CsvReader.Create(Buffer.AsMemory(0, Length), new CsvReaderOptions
        {
            Separator = delimiter,
            HasHeader = false,
            AllowLineBreaksInQuotes = QuotesSpanLines,
            TrackLineNumbers = true,
            OnMalformedRecord = onMalformed,
        });

    /// <summary>The block itself, or, where its bytes are no valid UTF-8, one with U+FFFD in place of each broken character.</summary>
    public RecordBlock WithValidText()
    {
        if (Utf8.IsValid(Buffer.AsSpan(0, Length)))
            return this;

        return WithText(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Buffer, 0, Length)));
    }

    /// <summary>The same block with its text repaired; this one is done with.</summary>
    /// <param name="text">An array of its own, all of it used.</param>
    public RecordBlock WithText(byte[] text)
    {
        Dispose();
        return this with { Buffer = text, Length = text.Length };
    }

    public void Dispose()
    {
        // A repaired text is an array of its own.
        if (Buffer.Length != Length)
            ArrayPool<byte>.Shared.Return(Buffer);
    }
}
