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
    private volatile bool _hasBrokenCharacters;

    private DelimitedText(string file, Encoding encoding, TextForm form, Stream utf8)
    {
        File = file;
        Encoding = encoding;
        Delimiter = form.Delimiter;
        _utf8 = utf8;
        _blocks = new RecordBlocks(utf8, form.Delimiter, form.LineBreak, form.HeaderLine);
        _first = _blocks.Next()?.WithValidText();
        Header = ReadHeader();
    }

    public string File { get; }

    public override string Name => Path.GetFileName(File);

    public Encoding Encoding { get; }

    public char Delimiter { get; }

    /// <summary>The names in the header as written, duplicates and empty ones included.</summary>
    public override IReadOnlyList<string> Header { get; }

    /// <summary>Opens a file.</summary>
    /// <exception cref="SetupException">There is no such file, it is empty, or it is no text.</exception>
    public static DelimitedText Open(string file)
    {
        var raw = OpenFile(file);
        try
        {
            var encoding = DetectEncoding(file, raw);
            var utf8 = Utf8Stream(raw, encoding);
            var form = TextForm.Detect(utf8);
            var text = Utf8Stream(Rewound(raw), encoding);
            text.ReadExactly(new byte[form.HeaderOffset]);
            return new DelimitedText(file, encoding, form, text);
        }
        catch
        {
            raw.Dispose();
            throw;
        }
    }

    public override IReadOnlyList<Notice> Notices => _hasBrokenCharacters ? [Broken(Encoding)] : [];

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
        var valid = block?.WithValidText();
        if (!ReferenceEquals(valid, block))
            _hasBrokenCharacters = true;
        return valid is null ? null : new CsvBatch(valid, Delimiter, startsWithHeader);
    }

    public override void Dispose()
    {
        _first?.Dispose();
        _utf8.Dispose();
    }

    private static Notice Broken(Encoding encoding) => new("broken_characters", 0, new(
        $"Some letters are no valid {encoding.WebName}; \uFFFD stands in their place. Export the file again as UTF-8.",
        $"Μερικά γράμματα δεν είναι σωστό {encoding.WebName}· στη θέση τους μπήκε \uFFFD. Κάντε νέα εξαγωγή σε UTF-8."));

    private static FileStream OpenFile(string file)
    {
        if (Directory.Exists(file))
            throw new SetupException(
                $"'{file}' is a folder. Name the export files in it.", $"'{file}': είναι φάκελος. Δώστε τα αρχεία που έχει μέσα.");
        if (!System.IO.File.Exists(file))
            throw new SetupException($"There is no file '{file}'.", $"Δεν υπάρχει αρχείο '{file}'.");
        try
        {
            return new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new SetupException(
                $"The file '{file}' cannot be opened: {e.Message}", $"Το αρχείο '{file}' δεν ανοίγει: {e.Message}", e);
        }
    }

    private static Encoding DetectEncoding(string file, FileStream raw)
    {
        var sample = new byte[(int)Math.Min(SampleSize, raw.Length)];
        raw.ReadExactly(sample);
        Rewound(raw);
        if (sample.AsSpan().IndexOfAnyExcept(" \r\n\t\uFEFF"u8) < 0)
            throw IsEmpty(file);
        if (KnownBinary(sample) is { } kind)
            throw new SetupException(
                $"The file '{file}' is {kind}, not delimited text. Save or export it as CSV.",
                $"Το αρχείο '{file}' δεν είναι κείμενο ({kind}). Αποθηκεύστε το ή κάντε νέα εξαγωγή σε CSV.");
        return TextEncodings.Detect(sample) ?? throw new SetupException(
            $"The file '{file}' is no text: it has bytes no CSV has. Export it again as CSV.",
            $"Το αρχείο '{file}' δεν είναι κείμενο. Κάντε νέα εξαγωγή σε CSV.");
    }

    private static SetupException IsEmpty(string file) =>
        new($"The file '{file}' is empty. Export it again.", $"Το αρχείο '{file}' είναι άδειο. Κάντε νέα εξαγωγή.");

    private static string? KnownBinary(ReadOnlySpan<byte> sample)
    {
        if (sample.StartsWith("PK\u0003\u0004"u8))
            return "an Excel workbook or a zip archive";
        if (sample.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return "an old Excel workbook";
        if (sample.StartsWith("%PDF"u8))
            return "a PDF";
        return sample.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) ? "a gzip archive" : null;
    }

    private static FileStream Rewound(FileStream raw)
    {
        raw.Position = 0;
        return raw;
    }

    private static Stream Utf8Stream(Stream raw, Encoding encoding) =>
        encoding is UTF8Encoding ? raw : Encoding.CreateTranscodingStream(raw, encoding, new UTF8Encoding(false), leaveOpen: false);

    private string[] ReadHeader()
    {
        using var reader = _first?.Open(Delimiter, _ => { });
        if (reader is null || !reader.Read())
            throw IsEmpty(File);
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
    }
}
