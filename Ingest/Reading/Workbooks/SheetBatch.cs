using Insights.Analytics;

namespace Insights.Ingest.Reading.Workbooks;

/// <summary>A run of rows of a sheet.</summary>
internal sealed class SheetBatch(SheetText text, int headerCount, TextFaults faults) : RecordBatch
{
    private (int Start, int Length)[] _cells = new (int, int)[headerCount];
    private readonly Dictionary<int, byte[]> _repaired = [];
    private int _row = -1;
    private int _count;
    private byte[]? _raw;

    public override long Line => text.Rows[_row].Number;

    public override Message? Broken => null;

    public override int Count => _count;

    /// <summary>The cells with tabs between them: a row of a workbook has no text of its own.</summary>
    public override ReadOnlySpan<byte> Raw => _raw ??= Joined();

    public override ReadOnlySpan<byte> Cell(int index) =>
        index >= _count ? default : _repaired.TryGetValue(index, out var repaired) ? repaired : Written(_cells[index]);

    public override bool Read()
    {
        if (++_row >= text.Rows.Count)
            return false;
        var (_, first, count) = text.Rows[_row];
        _raw = null;
        _repaired.Clear();
        _count = headerCount;
        Array.Clear(_cells);
        for (var at = first; at < first + count; at++)
            Place(text.Cells[at]);
        return true;
    }

    public override void Dispose()
    {
    }

    private void Place(SheetCell cell)
    {
        if (cell.Column >= _cells.Length)
            Array.Resize(ref _cells, cell.Column + 1);
        _count = Math.Max(_count, cell.Column + 1);
        _cells[cell.Column] = (cell.Start, cell.Length);
        if (cell.IsText && faults.Look(Written(_cells[cell.Column])) is { } repaired)
            _repaired[cell.Column] = repaired;
    }

    private ReadOnlySpan<byte> Written((int Start, int Length) cell) => text.Text.WrittenSpan.Slice(cell.Start, cell.Length);

    private byte[] Joined()
    {
        var joined = new MemoryStream();
        for (var cell = 0; cell < _count; cell++)
        {
            if (cell > 0)
                joined.WriteByte((byte)'\t');
            joined.Write(Cell(cell));
        }
        return joined.ToArray();
    }
}
