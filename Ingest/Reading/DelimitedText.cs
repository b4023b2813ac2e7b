using System.Text;
using Insights.Analytics;

namespace Insights.Ingest.Reading;

/// <summary>
/// A delimited text file opened for reading, whatever its encoding (see <see cref="TextEncodings"/>) and delimiter (, ; tab |).
/// The header is read; the records come in blocks, which several threads may take at once.
/// </summary>
public sealed class DelimitedText : RecordSet
{
    private const int SampleSize = 1 << 20;

    private readonly Lock _gate = new();
    private readonly Stream _utf8;
    private readonly RecordBlocks _blocks;
    private RecordBlock? _first;
    private readonly TextFaults _faults = new();
    private volatile bool _hasBrokenCharacters;

    private DelimitedText(ByteSource source, Encoding encoding, TextForm form, Stream utf8)
    {
        Name = source.Name;
        Encoding = encoding;
        Delimiter = form.Delimiter;
        _utf8 = utf8;
        _blocks = new RecordBlocks(utf8, form.Delimiter, form.LineBreak, form.HeaderLine);
        _first = Readable(_blocks.Next());
        Header = ReadHeader(source.Place);
    }

    public override string Name { get; }

    public Encoding Encoding { get; }

    public char Delimiter { get; }

    /// <summary>The names in the header as written, duplicates and empty ones included.</summary>
    public override IReadOnlyList<string> Header { get; }

    /// <summary>Opens a file.</summary>
    /// <exception cref="SetupException">There is no such file, it is empty, or it is no delimited text.</exception>
    public static DelimitedText Open(string file) => Open(ByteSource.OfFile(file));

    /// <summary>Opens text from wherever it is: it is read twice from its start, the first time a little of it.</summary>
    /// <exception cref="SetupException">It is empty, or no delimited text.</exception>
    internal static DelimitedText Open(ByteSource source)
    {
        var sample = source.Start(SampleSize);
        var encoding = DetectEncoding(source.Place, sample);
        using var start = Utf8Stream(new MemoryStream(sample), encoding);
        var form = TextForm.Detect(start);
        var raw = source.Open();
        try
        {
            var text = Utf8Stream(raw, encoding);
            text.ReadExactly(new byte[form.HeaderOffset]);
            return new DelimitedText(source, encoding, form, text);
        }
        catch
        {
            raw.Dispose();
            throw;
        }
    }

    public override IReadOnlyList<Notice> Notices => [.. _hasBrokenCharacters ? [Broken(Encoding)] : Array.Empty<Notice>(), .. _faults.Notices];

    internal override RecordBatch? NextBatch()
    {
        RecordBlock? block;
        bool startsWithHeader;
        lock (_gate)
        {
            startsWithHeader = _first is not null;
            block = _first ?? _blocks.Next();
            _first = null;
        }
        var readable = startsWithHeader ? block : Readable(block);
        return readable is null ? null : new CsvBatch(readable, Delimiter, startsWithHeader);
    }

    /// <summary>The block with its letters repaired: first what they were before us, then what is no valid text at all.</summary>
    private RecordBlock? Readable(RecordBlock? block)
    {
        if (block is null)
            return null;
        var before = _faults.LookThrough(block.Text, Delimiter);
        var repaired = before is null ? block : block.WithText(before);
        var valid = repaired.WithValidText();
        if (!ReferenceEquals(valid, repaired))
            _hasBrokenCharacters = true;
        return valid;
    }

    public override void Dispose()
    {
        _first?.Dispose();
        _utf8.Dispose();
    }

    private static Notice Broken(Encoding encoding) => new("broken_characters", 0, new(
        $"Some letters are no valid {encoding.WebName}; \uFFFD stands in their place. Export the file again as UTF-8.",
        $"Μερικά γράμματα δεν είναι σωστό {encoding.WebName}· στη θέση τους μπήκε \uFFFD. Κάντε νέα εξαγωγή σε UTF-8."));

    private static Encoding DetectEncoding(string place, byte[] sample)
    {
        var shape = Shapes.Of(sample);
        return shape switch
        {
            Shape.Zip => throw Shapes.Unreadable(place, new("an Excel workbook or a zip archive", "βιβλίο Excel ή zip")),
            Shape.Gzip => throw Shapes.Unreadable(place, new("a gzip archive", "gzip")),
            Shape.Json => throw Shapes.Unreadable(place, new("JSON", "JSON")),
            _ => (shape == Shape.DelimitedText ? TextEncodings.Detect(sample) : null) ?? throw Shapes.Refusal(place, shape, sample),
        };
    }

    private static Stream Utf8Stream(Stream raw, Encoding encoding) =>
        encoding is UTF8Encoding ? raw : Encoding.CreateTranscodingStream(raw, encoding, new UTF8Encoding(false), leaveOpen: false);

    private string[] ReadHeader(string place)
    {
        using var reader = _first?.Open(Delimiter, _ => { });
        if (reader is null || !reader.Read())
            throw Shapes.Refusal(place, Shape.Empty, []);
        return HeaderCells.Checked(place, reader.FieldCount, reader.GetString);
    }
}
