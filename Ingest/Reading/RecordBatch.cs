using Insights.Analytics;
using Insights.Ingest.Mapping;

namespace Insights.Ingest.Reading;

/// <summary>A run of records, read one after another by one thread. Dispose it when its last record has been used.</summary>
internal abstract class RecordBatch : IRecord, IDisposable
{
    /// <summary>Moves to the next record; false after the last.</summary>
    public abstract bool Read();

    /// <summary>Where a person finds the record: its 1-based line, its row in a sheet, its place in a list.</summary>
    public abstract long Line { get; }

    /// <summary>Why the record as a whole cannot be read; null when it can.</summary>
    public abstract Message? Broken { get; }

    public abstract int Count { get; }

    public abstract ReadOnlySpan<byte> Raw { get; }

    public abstract ReadOnlySpan<byte> Cell(int index);

    public abstract void Dispose();
}
