using System.Collections.Concurrent;
using Insights.Analytics;
using Insights.Analytics.Loads;
using Insights.Ingest.Mapping;
using Insights.Ingest.Reading;

namespace Insights.Ingest.Loading;

/// <summary>One table of a file on its way into one raw table: read and mapped by as many threads as ask for rows.</summary>
internal abstract class TableReading : IDisposable
{
    public abstract string Name { get; }

    /// <summary>The columns of the raw table the header can fill.</summary>
    public abstract IReadOnlyList<string> Fields { get; }

    /// <summary>How many of the header's cells are used.</summary>
    public abstract int UsedCells { get; }

    public abstract RawTable Table { get; }

    public abstract long RowCount { get; }

    /// <summary>In the order of their lines.</summary>
    public abstract IReadOnlyList<RejectedRow> Rejects { get; }

    /// <summary>What a person should know of how it was read; once all was.</summary>
    public abstract IReadOnlyList<Notice> Notices { get; }

    /// <summary>The newest instant met (UTC), not after now; null when there is none.</summary>
    public abstract DateTime? NewestAt { get; }

    /// <summary>The moment of the export (UTC) where the file itself says so.</summary>
    public abstract DateTime? ExportedAt { get; }

    public abstract void Fill(RawChunk chunk);

    public abstract void Dispose();
}

/// <summary>As <see cref="TableReading"/>, for rows of one kind.</summary>
/// <param name="records">Read to their end; not disposed.</param>
/// <param name="fields">The columns of the raw table the header can fill.</param>
/// <param name="usedCells">How many of the header's cells are used.</param>
/// <param name="newMapper">One a thread.</param>
/// <param name="now">Instants after it have not happened.</param>
internal sealed class TableReading<TRow>(
    RecordSet records, IReadOnlyList<string> fields, int usedCells, Func<RowMapper<TRow>> newMapper, DateTime now) : TableReading
    where TRow : RawRow, new()
{
    private readonly ConcurrentBag<RowReader<TRow>> _readers = [];
    private readonly ConcurrentBag<RowReader<TRow>> _idle = [];

    public override string Name => records.Name;

    public override IReadOnlyList<string> Fields => fields;

    public override int UsedCells => usedCells;

    public override RawTable Table { get; } = new TRow().Table;

    public override long RowCount => _readers.Sum(r => r.RowCount);

    public override IReadOnlyList<RejectedRow> Rejects => [.. _readers.SelectMany(r => r.Rejects).OrderBy(r => r.Line)];

    public override DateTime? NewestAt =>
        _readers.Max(r => r.Newest) is var newest && newest > long.MinValue && !_readers.IsEmpty ? DateTime.UnixEpoch.AddSeconds(newest) : null;

    public override DateTime? ExportedAt => records.ExportedAt;

    public override IReadOnlyList<Notice> Notices => _readers.Sum(r => r.FutureCount) is > 0 and var future
        ? [.. records.Notices, Future(future)]
        : records.Notices;

    public override void Fill(RawChunk chunk)
    {
        if (!_idle.TryTake(out var reader))
        {
            reader = new RowReader<TRow>(records, newMapper(), now);
            _readers.Add(reader);
        }
        reader.Fill(chunk);
        _idle.Add(reader);
    }

    public override void Dispose()
    {
        foreach (var reader in _readers)
            reader.Dispose();
    }

    private static Notice Future(long count) => new("future", count, new Message(
        $"{count} rows have a time that has not come yet. Are day and month in the right order, and is the time zone right?",
        $"{count} γραμμές έχουν ώρα που δεν ήρθε ακόμη. Είναι σωστή η σειρά ημέρας και μήνα, και η ζώνη ώρας;"));
}
