namespace Insights.Ingest.Reading;

/// <summary>How much a file may ask of the machine that reads it. What is past a limit is refused or rejected, never truncated.</summary>
internal static class ReadingLimits
{
    /// <summary>What any file may unpack to, in bytes, however small it is itself: 1 GiB.</summary>
    public const long UnpackedFloor = 1L << 30;

    /// <summary>Past <see cref="UnpackedFloor"/>: unpacked bytes per byte of the outermost file. Text of one letter packs to 1/1030.</summary>
    public const long UnpackedRatio = 1_000;

    /// <summary>Containers inside containers: a gzip in a zip is 2.</summary>
    public const int ContainerDepth = 2;

    /// <summary>Entries of one zip.</summary>
    public const int ZipEntries = 10_000;

    /// <summary>Columns of one record set: the columns of an Excel sheet.</summary>
    public const int Columns = 16_384;

    /// <summary>Bytes of one record; a longer one is a broken record.</summary>
    public const int RecordBytes = RecordBlocks.LongestRecord;

    /// <summary>Bytes kept of a record that is broken.</summary>
    public const int BrokenBytes = 1 << 16;

    /// <summary>Objects and lists inside one another in one JSON record.</summary>
    public const int JsonDepth = 64;

    /// <summary>Bytes between two tags of a part of a workbook. Excel's longest cell is 32,767 characters.</summary>
    public const int WorkbookTagBytes = 1 << 22;

    /// <summary>Elements inside one another in a part of a workbook.</summary>
    public const int WorkbookDepth = 64;

    /// <summary>Bytes of the texts a workbook's sheets share, which are held while it is read: 512 MiB.</summary>
    public const long SharedTextBytes = 1L << 29;

    /// <summary>The bytes a file of this size may unpack to.</summary>
    public static long Allowance(long fileBytes) => Math.Max(UnpackedFloor, fileBytes * UnpackedRatio);
}
