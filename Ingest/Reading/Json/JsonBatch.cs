using System.Text.Json;
using Insights.Analytics;

namespace Insights.Ingest.Reading.Json;

/// <summary>A run of records of a JSON text, or of the rows inside them.</summary>
internal sealed class JsonBatch : RecordBatch
{
    private readonly JsonTree _tree;
    private readonly byte[] _text;
    private readonly IReadOnlyList<(JsonPiece Piece, int Start, int Length)> _pieces;
    private readonly JsonCells _cells;
    private readonly IEnumerator<Message?> _rows;
    private (int Start, int Length) _raw;
    private long _line;

    /// <param name="tree">The columns, fixed.</param>
    /// <param name="text">The texts of the records.</param>
    /// <param name="pieces">The records, and where their texts stand.</param>
    /// <param name="faults">Told of the faults of their letters.</param>
    public JsonBatch(JsonTree tree, byte[] text, IReadOnlyList<(JsonPiece Piece, int Start, int Length)> pieces, TextFaults faults)
    {
        (_tree, _text, _pieces) = (tree, text, pieces);
        _cells = new JsonCells(tree, faults);
        _rows = Rows().GetEnumerator();
    }

    public override long Line => _line;

    public override Message? Broken => _rows.Current;

    public override int Count => _tree.Names.Count;

    public override ReadOnlySpan<byte> Raw => _text.AsSpan(_raw.Start, _raw.Length);

    public override ReadOnlySpan<byte> Cell(int index) => index < _tree.Names.Count ? _cells[index] : default;

    public override bool Read() => _rows.MoveNext();

    public override void Dispose() => _rows.Dispose();

    private IEnumerable<Message?> Rows()
    {
        foreach (var (piece, start, length) in _pieces)
        {
            (_line, _raw) = (piece.Line, (start, length));
            _cells.Clear();
            if (piece.Broken is not null)
            {
                yield return piece.Broken;
                continue;
            }
            using var record = JsonObject.Parse(_text.AsMemory(start, length), out var broken);
            if (record is null)
            {
                yield return broken;
                continue;
            }
            if (piece.Key is { } key)
                _cells.Set(0, System.Text.Encoding.UTF8.GetBytes(key));
            _cells.Fill(record.RootElement, _tree.Root);
            if (!_tree.HasListPath)
                yield return null;
            else
                foreach (var _ in ListRows(record.RootElement, _tree.Root))
                    yield return null;
        }
    }

    /// <summary>Goes down the lists on the path; the cells hold one row at each stop.</summary>
    private IEnumerable<bool> ListRows(JsonElement value, JsonTree.Node node)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in value.EnumerateObject())
                if (node.Find(JsonNames.Of(property)) is { LeadsToRows: true } child)
                    foreach (var row in ListRows(property.Value, child))
                        yield return row;
            yield break;
        }
        if (value.ValueKind != JsonValueKind.Array || !node.IsOnListPath)
            yield break;
        foreach (var element in value.EnumerateArray())
        {
            _cells.Clear(node.Level + 1);
            _cells.Fill(element, node.Elements);
            if (node.IsRowList)
                yield return true;
            else
                foreach (var row in ListRows(element, node.Elements))
                    yield return row;
        }
    }
}
