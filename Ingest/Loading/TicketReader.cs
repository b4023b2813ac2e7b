using System.Text;
using CsvHelper;
using Insights.Analytics.Loads;
using Insights.Ingest.Mapping;
using Insights.Ingest.Reading;
using NodaTime;

namespace Insights.Ingest.Loading;

/// <summary>Reads a file's blocks one after another and maps their rows; one thread at a time, several readers a file.</summary>
internal sealed class TicketReader(DelimitedText text, TicketLayout layout, DateTimeZone zone, DateTime now) : IDisposable
{
    /// <summary>The longest piece of a bad row kept, in bytes.</summary>
    private const int LongestRawRow = 1 << 16;

    private static readonly TicketColumn[] Happened =
        [TicketColumn.CreatedAt, TicketColumn.RespondedAt, TicketColumn.ResolvedAt, TicketColumn.ClosedAt, TicketColumn.UpdatedAt];

    private readonly TicketMapper _mapper = new(layout, zone);
    private readonly TicketRow _row = new();
    private readonly long _now = new DateTimeOffset(now).ToUnixTimeSeconds();
    private RecordBlock? _block;
    private CsvReader? _reader;
    private CsvMalformedRecord? _malformed;

    /// <summary>The rows that were no tickets.</summary>
    public List<RejectedRow> Rejects { get; } = [];

    /// <summary>The rows that were tickets.</summary>
    public long TicketCount { get; private set; }

    /// <summary>The newest instant met, not after now; seconds since 1970-01-01 UTC.</summary>
    public long Newest { get; private set; } = long.MinValue;

    /// <summary>Rows with an instant after now.</summary>
    public long FutureCount { get; private set; }

    /// <summary>Adds tickets until the chunk is full; false when the file has no more.</summary>
    public bool Fill(TicketChunk chunk)
    {
        while (!chunk.IsFull)
        {
            if (_reader is null && !NextBlock())
                return false;
            if (!_reader!.Read())
                CloseBlock();
            else if (!IsBlank() && Map())
                chunk.Add(_row);
        }
        return true;
    }

    public void Dispose() => CloseBlock();

    private bool NextBlock()
    {
        _block = text.NextBlock(out var startsWithHeader);
        if (_block is null)
            return false;

        _reader = _block.Open(text.Delimiter, malformed => _malformed = malformed);
        if (startsWithHeader)
            _reader.Read();
        _malformed = null;
        return true;
    }

    private void CloseBlock()
    {
        _reader?.Dispose();
        _block?.Dispose();
        (_reader, _block) = (null, null);
    }

    /// <summary>A row of delimiters alone, as Excel writes below a table, says nothing, as an empty line does.</summary>
    private bool IsBlank()
    {
        for (var cell = 0; cell < _reader!.FieldCount; cell++)
            if (_reader.GetSpan(cell).IndexOfAnyExcept(" \t"u8) >= 0)
                return false;
        return _malformed is null;
    }

    private bool Map()
    {
        var line = _block!.FirstLine + _reader!.LineNumber - 1;
        var reject = Malformed() ?? _mapper.Map(new CsvRecord(_reader), _row);
        if (reject is not null)
        {
            Rejects.Add(new RejectedRow(line, reject.Column, reject.Value, reject.Reason, RawRow()));
            return false;
        }

        TicketCount++;
        NoteInstants();
        _row.SetNumber(TicketColumn.Line, line);
        _row.SetNumber(TicketColumn.RowHash, (long)_row.Hash());
        return true;
    }

    /// <summary>A stray quote is text like any other; a quote that never closes is no row.</summary>
    private Reject? Malformed()
    {
        var malformed = _malformed;
        _malformed = null;
        return malformed?.Reason is CsvMalformedReason.UnterminatedQuote or CsvMalformedReason.LineBreakInQuotes
            ? new Reject(null, null, new("a quote is opened in this row and never closed", "στη γραμμή ανοίγουν εισαγωγικά που δεν κλείνουν"))
            : null;
    }

    private string RawRow()
    {
        var raw = _reader!.RawRecord;
        return Encoding.UTF8.GetString(raw.Length > LongestRawRow ? raw[..LongestRawRow] : raw);
    }

    private void NoteInstants()
    {
        var isFuture = false;
        foreach (var column in Happened)
            if (_row.Number(column) is { } seconds)
            {
                isFuture |= seconds > _now;
                if (seconds <= _now && seconds > Newest)
                    Newest = seconds;
            }
        FutureCount += isFuture ? 1 : 0;
    }
}
