namespace Insights.Ingest.Reading;

/// <summary>What a run of bytes is, told from the bytes alone.</summary>
internal enum Shape
{
    Empty,
    DelimitedText,
    Json,
    Gzip,

    /// <summary>A zip; also a workbook, which is a zip of parts.</summary>
    Zip,
    OldWorkbook,

    /// <summary>Known by name, and none that can be read.</summary>
    Foreign,
    NoText,
}
