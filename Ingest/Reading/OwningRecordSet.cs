namespace Insights.Ingest.Reading;

/// <summary>A record set that takes with it what it was opened from.</summary>
internal sealed class OwningRecordSet(RecordSet records, IDisposable owner) : RecordSet
{
    public override string Name => records.Name;

    public override IReadOnlyList<string> Header => records.Header;

    public override DateTime? ExportedAt => records.ExportedAt;

    public override IReadOnlyList<Notice> Notices => records.Notices;

    public override RecordSet? Inside(string path) => records.Inside(path);

    public override void Dispose()
    {
        records.Dispose();
        owner.Dispose();
    }

    internal override RecordBatch? NextBatch() => records.NextBatch();
}
