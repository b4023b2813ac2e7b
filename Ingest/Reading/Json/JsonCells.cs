using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Insights.Ingest.Reading.Json;

/// <summary>The cells of one row, filled from JSON values: text as it is, numbers as written, lists of values with ", " between them.</summary>
internal sealed class JsonCells(JsonTree tree, TextFaults faults)
{
    private readonly ArrayBufferWriter<byte> _text = new();
    private readonly ArrayBufferWriter<byte> _unescaped = new();
    private readonly (int Start, int Length)[] _cells = new (int, int)[tree.Names.Count];

    public ReadOnlySpan<byte> this[int column] => _text.WrittenSpan.Slice(_cells[column].Start, _cells[column].Length);

    /// <summary>Empties every cell.</summary>
    public void Clear()
    {
        _text.ResetWrittenCount();
        Array.Clear(_cells);
    }

    /// <summary>Empties the cells of the inner lists, from a level on.</summary>
    public void Clear(int level)
    {
        for (var column = 0; column < _cells.Length; column++)
            if (tree.Levels[column] >= level)
                _cells[column] = default;
    }

    public void Set(int column, ReadOnlySpan<byte> text)
    {
        var start = _text.WrittenCount;
        _text.Write(text);
        _cells[column] = (start, text.Length);
    }

    /// <summary>Fills the cells of a value and what is inside it; lists on the path to the rows are left out.</summary>
    public void Fill(JsonElement value, JsonTree.Node node)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                    if (node.Find(JsonNames.Of(property)) is { } child)
                        Fill(property.Value, child);
                break;
            case JsonValueKind.Array when !node.IsOnListPath:
                FillList(value, node);
                break;
            case not JsonValueKind.Array when node.Column is { } column:
                var start = _text.WrittenCount;
                Write(value);
                _cells[column] = (start, _text.WrittenCount - start);
                break;
        }
    }

    private void FillList(JsonElement list, JsonTree.Node node)
    {
        var isFirst = true;
        foreach (var element in list.EnumerateArray())
            if (element.ValueKind == JsonValueKind.Object && isFirst)
            {
                Fill(element, node.Elements);
                isFirst = false;
            }
        if (node.Column is { } column)
            Join(list, column);
    }

    private void Join(JsonElement list, int column)
    {
        var start = _text.WrittenCount;
        foreach (var element in list.EnumerateArray())
            if (element.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
            {
                if (_text.WrittenCount > start)
                    _text.Write(", "u8);
                Write(element);
            }
        _cells[column] = (start, _text.WrittenCount - start);
    }

    private void Write(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return;
        var raw = JsonMarshal.GetRawUtf8Value(value);
        if (value.ValueKind != JsonValueKind.String)
            _text.Write(raw);
        else if (raw.Contains((byte)'\\'))
            WriteEscaped(raw[1..^1]);
        else
            _text.Write(faults.Look(raw[1..^1]) ?? raw[1..^1]);
    }

    private void WriteEscaped(ReadOnlySpan<byte> escaped)
    {
        _unescaped.ResetWrittenCount();
        JsonStrings.Unescape(escaped, _unescaped);
        _text.Write(faults.Look(_unescaped.WrittenSpan) ?? _unescaped.WrittenSpan);
    }
}
