namespace Insights.Ingest.Reading.Workbooks;

/// <summary>A sheet of a workbook, read row by row; nothing of it but the rows at hand is held.</summary>
internal sealed class SheetRecords : RecordSet
{
    private const int BatchRows = 1_024;

    private readonly Lock _gate = new();
    private readonly TextFaults _faults = new();
    private readonly SheetRows _rows;
    private SheetText? _first;

    private SheetRecords(WorkbookParts book, SheetPart sheet, SheetRows rows, SheetHeader header, SheetText first)
    {
        (_rows, _first, Header) = (rows, first, header.Names);
        Name = $"{book.Source.Name}/{sheet.Name}";
        ExportedAt = book.ExportedAt;
    }

    public override string Name { get; }

    public override IReadOnlyList<string> Header { get; }

    public override DateTime? ExportedAt { get; }

    /// <summary>The sheet's records; null where it has no header.</summary>
    public static SheetRecords? Open(WorkbookParts book, SheetPart sheet)
    {
        if (book.OpenSheet(sheet) is not { } part)
            return null;
        var rows = new SheetRows(part, book);
        var first = new SheetText();
        while (first.Rows.Count < SheetHeader.RowsLooked && rows.Read(first))
        {
        }
        if (FindHeader(book, sheet, first) is { } header)
            return new SheetRecords(book, sheet, rows, header, header.Below(first));
        rows.Dispose();
        return null;
    }

    public override IReadOnlyList<Notice> Notices => _faults.Notices;

    public override void Dispose() => _rows.Dispose();

    private static SheetHeader? FindHeader(WorkbookParts book, SheetPart sheet, SheetText first)
    {
        var plain = SheetHeader.Find(first, []);
        if (first.Rows.Count == 0 || plain is { IsPlain: true })
            return plain;
        using var part = book.OpenBytes(sheet)!;
        return SheetHeader.Find(first, MergedCells.Read(part, first.Rows[^1].Number));
    }

    internal override RecordBatch? NextBatch()
    {
        lock (_gate)
        {
            var text = _first ?? new SheetText();
            _first = null;
            while (text.Rows.Count < BatchRows && text.Text.WrittenCount < 1 << 22 && _rows.Read(text))
            {
            }
            return text.Rows.Count == 0 ? null : new SheetBatch(text, Header.Count, _faults);
        }
    }
}
