namespace Insights.Ingest.Mapping;

/// <summary>
/// One row of an export as it was read: cells of UTF-8 in the order of the header.
/// </summary>
public interface IRecord
{
    /// <summary>The cells the row has, which may differ from the header's.</summary>
    int Count { get; }

    /// <summary>A cell as written, without the quotes around it; empty past the end.</summary>
    ReadOnlySpan<byte> Cell(int index);

    /// <summary>Where a person finds it; 0 where it stands nowhere.</summary>
    long Line => 0;

    /// <summary>The row as it stands in the file.</summary>
    ReadOnlySpan<byte> Raw { get; }
}
