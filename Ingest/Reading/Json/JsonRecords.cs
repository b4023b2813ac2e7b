using Insights.Analytics;

namespace Insights.Ingest.Reading.Json;

/// <summary>
/// The objects of a JSON text as records: a root list, a list or map in an envelope, pages of these one after another, or one object a
/// line. Columns are paths (<c>company.name</c>, <c>notes[].text</c>) in the order of first appearance in the whole file.
/// </summary>
internal sealed class JsonRecords : RecordSet
{
    private const int BatchBytes = 1 << 20;

    private readonly Lock _gate = new();
    private readonly TextFaults _faults = new();
    private readonly ByteSource _source;
    private readonly JsonForm _form;
    private readonly JsonTree _tree;
    private readonly ByteWindow _window;
    private readonly IEnumerator<JsonPiece> _pieces;

    private JsonRecords(ByteSource source, JsonForm form, JsonTree tree, string name)
    {
        (_source, _form, _tree, Name) = (source, form, tree, name);
        _window = form.Open(source);
        _pieces = form.Pieces(_window);
    }

    public override string Name { get; }

    public override IReadOnlyList<string> Header => _tree.Names;

    /// <summary>Finds the records and their columns: the text is read through twice before the first record is given.</summary>
    /// <exception cref="SetupException">It holds no object, or too many columns.</exception>
    public static JsonRecords Open(ByteSource source)
    {
        var form = JsonForm.Detect(source);
        var tree = Scan(source, form, null, out var count);
        return count > 0 ? new JsonRecords(source, form, tree, source.Name) : throw Hollow(source.Place);
    }

    /// <summary>The rows of a list inside each record, with the values around it: <c>changelog.histories[].items[]</c>.</summary>
    public override RecordSet? Inside(string path)
    {
        var tree = Scan(_source, _form, path, out _);
        return tree.HasRows ? new JsonRecords(_source, _form, tree, $"{_source.Name}/{path}") : null;
    }

    public override IReadOnlyList<Notice> Notices => _faults.Notices;

    public override void Dispose()
    {
        _pieces.Dispose();
        _window.Dispose();
    }

    internal override RecordBatch? NextBatch()
    {
        var text = new MemoryStream();
        var pieces = new List<(JsonPiece, int, int)>();
        lock (_gate)
            while (text.Length < BatchBytes && _pieces.MoveNext())
            {
                var taken = Kept(_window.Taken, _pieces.Current);
                pieces.Add((_pieces.Current, (int)text.Length, taken.Length));
                text.Write(taken);
            }
        return pieces.Count == 0 ? null : new JsonBatch(_tree, text.ToArray(), pieces, _faults);
    }

    private static ReadOnlySpan<byte> Kept(ReadOnlySpan<byte> taken, JsonPiece piece)
    {
        var text = taken.Trim(ByteWindow.Blank);
        return piece.Broken is not null && text.Length > ReadingLimits.BrokenBytes ? text[..ReadingLimits.BrokenBytes] : text;
    }

    private static JsonTree Scan(ByteSource source, JsonForm form, string? listPath, out long count)
    {
        var tree = new JsonTree(source.Place, listPath);
        if (form.IsMap)
            tree.AddKeyColumn();
        count = 0;
        using var window = form.Open(source);
        using var pieces = form.Pieces(window);
        while (pieces.MoveNext())
            if (pieces.Current.Broken is null && JsonObject.Parse(window.Taken.Trim(ByteWindow.Blank).ToArray(), out _) is { } record)
                using (record)
                {
                    JsonHeader.Add(record.RootElement, tree.Root);
                    count++;
                }
        return tree;
    }

    private static SetupException Hollow(string place) => new(
        $"The file '{place}' holds no list of JSON objects that can be read. Export it again.",
        $"Το αρχείο '{place}' δεν έχει λίστα αντικειμένων JSON που να διαβάζεται. Κάντε νέα εξαγωγή.");
}
