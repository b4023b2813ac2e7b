using System.Text;
using Insights.Analytics.Loads;
using Insights.Ingest.Mapping;
using Insights.Ingest.Reading;

namespace Insights.Ingest.Loading;

/// <summary>Reads batches of records one after another and maps their rows; one thread at a time, several readers a table.</summary>
internal sealed class RowReader<TRow>(RecordSet records, RowMapper<TRow> mapper, DateTime now) : IDisposable
    where TRow : RawRow, new()
{
    /// <summary>The longest piece of a bad row kept, in bytes.</summary>
    private const int LongestRawRow = 1 << 16;

    private readonly TRow _row = new();
    private readonly List<long> _instants = [];
    private readonly long _now = new DateTimeOffset(now).ToUnixTimeSeconds();
    private RecordBatch? _batch;

    /// <summary>The rows that could not be read.</summary>
    public List<RejectedRow> Rejects { get; } = [];

    /// <summary>The rows that could.</summary>
    public long RowCount { get; private set; }

    /// <summary>The newest instant met, not after now; seconds since 1970-01-01 UTC.</summary>
    public long Newest { get; private set; } = long.MinValue;

    /// <summary>Rows with an instant after now.</summary>
    public long FutureCount { get; private set; }

    /// <summary>Adds rows until the chunk is full; false when the table has no more.</summary>
    public bool Fill(RawChunk chunk)
    {
        while (!chunk.IsFull)
        {
            _batch ??= records.NextBatch();
            if (_batch is null)
                return false;
            if (!_batch.Read())
                CloseBatch();
            else if (!IsBlank(_batch) && !IsOfOtherKind(_batch) && Map(_batch))
                chunk.Add(_row);
        }
        return true;
    }

    public void Dispose() => CloseBatch();

    private void CloseBatch()
    {
        _batch?.Dispose();
        _batch = null;
    }

    /// <summary>A row of delimiters alone, as Excel writes below a table, says nothing, as an empty line does.</summary>
    private static bool IsBlank(RecordBatch batch)
    {
        for (var cell = 0; cell < batch.Count; cell++)
            if (batch.Cell(cell).IndexOfAnyExcept(" \t"u8) >= 0)
                return false;
        return batch.Broken is null;
    }

    private bool IsOfOtherKind(RecordBatch batch) => batch.Broken is null && mapper.IsOfOtherKind(batch);

    private bool Map(RecordBatch batch)
    {
        var reject = batch.Broken is { } broken ? new Reject(null, null, broken) : mapper.Map(batch, _row);
        if (reject is not null)
        {
            Rejects.Add(new RejectedRow(batch.Line, reject.Column, reject.Value, reject.Reason, RawRow(batch)));
            return false;
        }

        RowCount++;
        NoteInstants();
        _row.SetLine(batch.Line);
        _row.SetHash();
        return true;
    }

    private static string RawRow(RecordBatch batch)
    {
        var raw = batch.Raw;
        return Encoding.UTF8.GetString(raw.Length > LongestRawRow ? raw[..LongestRawRow] : raw);
    }

    private void NoteInstants()
    {
        _instants.Clear();
        mapper.AddHappened(_row, _instants);
        var isFuture = false;
        foreach (var seconds in _instants)
        {
            isFuture |= seconds > _now;
            if (seconds <= _now && seconds > Newest)
                Newest = seconds;
        }
        FutureCount += isFuture ? 1 : 0;
    }
}
