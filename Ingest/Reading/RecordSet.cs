namespace Insights.Ingest.Reading;

/// <summary>
/// One table of records in an export, whatever its shape: delimited text, a sheet of a workbook, the objects of a JSON list. Its
/// records come in batches, which several threads may take at once.
/// </summary>
public abstract class RecordSet : IDisposable
{
    /// <summary>What a person calls it: the file's name and, inside a container, the entry or sheet: <c>export.zip/tickets.csv</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The names in the header as written, duplicates and empty ones included.</summary>
    public abstract IReadOnlyList<string> Header { get; }

    /// <summary>The moment of the export (UTC) where the file itself says so, for example the properties of a workbook.</summary>
    public virtual DateTime? ExportedAt => null;

    /// <summary>What a person should know of how it was read; complete once the last batch is.</summary>
    public virtual IReadOnlyList<Notice> Notices => [];

    /// <summary>The records inside the records of this one, by the path of their list; null where there is none.</summary>
    /// <param name="path">For example <c>changelog.histories[].items[]</c>.</param>
    public virtual RecordSet? Inside(string path) => null;

    public abstract void Dispose();

    /// <summary>The next records, null at the end; the header is none of them. May be called from any thread.</summary>
    internal abstract RecordBatch? NextBatch();
}
