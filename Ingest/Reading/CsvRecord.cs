using CsvHelper;
using Insights.Ingest.Mapping;

namespace Insights.Ingest.Reading;

/// <summary>The row a CSV reader stands on.</summary>
internal readonly struct CsvRecord(CsvReader reader) : IRecord
{
    public int Count => reader.FieldCount;

    public ReadOnlySpan<byte> Raw => reader.RawRecord;

    public ReadOnlySpan<byte> Cell(int index) => reader.GetSpan(index);
}
