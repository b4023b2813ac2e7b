using CsvHelper;
using Insights.Analytics;

namespace Insights.Ingest.Reading;

/// <summary>The records of one block of delimited text.</summary>
internal sealed class CsvBatch : RecordBatch
{
    private readonly RecordBlock _block;
    private readonly CsvReader _reader;
    private CsvMalformedRecord? _malformed;
    private CsvMalformedRecord? _met;

    public CsvBatch(RecordBlock block, char delimiter, bool startsWithHeader)
    {
        _block = block;
        _reader = block.Open(delimiter, malformed => _met = malformed);
        if (startsWithHeader)
            _reader.Read();
        _met = null;
    }

    public override long Line => _block.FirstLine + _reader.LineNumber - 1;

    /// <summary>A stray quote is text like any other; a quote that never closes is no row.</summary>
    public override Message? Broken => _malformed?.Reason is CsvMalformedReason.UnterminatedQuote or CsvMalformedReason.LineBreakInQuotes
        ? new("a quote is opened in this row and never closed", "στη γραμμή ανοίγουν εισαγωγικά που δεν κλείνουν")
        : null;

    public override int Count => _reader.FieldCount;

    public override ReadOnlySpan<byte> Raw => _reader.RawRecord;

    public override ReadOnlySpan<byte> Cell(int index) => _reader.GetSpan(index);

    public override bool Read()
    {
        var isThere = _reader.Read();
        (_malformed, _met) = (_met, null);
        return isThere;
    }

    public override void Dispose()
    {
        _reader.Dispose();
        _block.Dispose();
    }
}
