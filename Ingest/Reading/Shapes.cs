using System.Buffers;
using Insights.Analytics;

namespace Insights.Ingest.Reading;

/// <summary>Tells the shape of bytes from their start, and says in words what cannot be read.</summary>
internal static class Shapes
{
    /// <summary>How many bytes the shape is told from.</summary>
    public const int SampleSize = 1 << 16;

    private const int Start = 1 << 10;

    private static readonly SearchValues<char> Space = SearchValues.Create(" \r\n\t\uFEFF\u001E");

    private static readonly (byte[] Mark, Message Name)[] Foreigners =
    [
        ([.. "%PDF"u8], new("a PDF", "PDF")),
        ([.. "Rar!"u8], new("a RAR archive", "αρχείο RAR")),
        ([0x37, 0x7A, 0xBC, 0xAF], new("a 7-Zip archive", "αρχείο 7-Zip")),
        ([.. "BZh"u8], new("a bzip2 archive", "αρχείο bzip2")),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], new("an xz archive", "αρχείο xz")),
        ([0x28, 0xB5, 0x2F, 0xFD], new("a zstd archive", "αρχείο zstd")),
        ([0x89, .. "PNG"u8], new("a picture", "εικόνα")),
        ([0xFF, 0xD8, 0xFF], new("a picture", "εικόνα")),
        ([.. "GIF8"u8], new("a picture", "εικόνα")),
        ([.. "PAR1"u8], new("a Parquet file", "αρχείο Parquet")),
        ([.. "SQLite format 3"u8], new("an SQLite database", "βάση SQLite")),
    ];

    private static readonly string[] Markup = ["<!doctype", "<html", "<?xml", "<table", "<head", "<body", "<meta", "<style"];

    /// <summary>The shape of bytes that start so.</summary>
    public static Shape Of(ReadOnlySpan<byte> sample)
    {
        if (sample.IndexOfAnyExcept(" \r\n\t\uFEFF"u8) < 0)
            return Shape.Empty;
        if (sample.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
            return Shape.Gzip;
        if (sample.StartsWith("PK\u0003\u0004"u8) || sample.StartsWith("PK\u0005\u0006"u8))
            return Shape.Zip;
        if (sample.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return Shape.OldWorkbook;
        return Foreigner(sample) is null ? Text(sample) : Shape.Foreign;
    }

    /// <summary>What a file of that shape is called in words where it cannot be read; null where it is just no text.</summary>
    public static Message? Foreigner(ReadOnlySpan<byte> sample)
    {
        foreach (var (mark, name) in Foreigners)
            if (sample.StartsWith(mark))
                return name;
        return Letters(sample) is { } start && IsMarkup(start) ? new("a web page or XML", "ιστοσελίδα ή XML") : null;
    }

    /// <summary>A file that cannot be read, with what would be right.</summary>
    public static SetupException Refusal(string place, Shape shape, ReadOnlySpan<byte> sample) => shape switch
    {
        Shape.Empty => new(
            $"The file '{place}' is empty. Export it again.", $"Το αρχείο '{place}' είναι άδειο. Κάντε νέα εξαγωγή."),
        Shape.OldWorkbook => Unreadable(place, new("an old Excel workbook", "παλιό βιβλίο Excel")),
        Shape.Foreign => Unreadable(place, Foreigner(sample)!),
        _ => new(
            $"The file '{place}' is no text: it has bytes no CSV has. Export it again as CSV.",
            $"Το αρχείο '{place}' δεν είναι κείμενο. Κάντε νέα εξαγωγή σε CSV."),
    };

    /// <summary>A file of a kind that is not read.</summary>
    public static SetupException Unreadable(string place, Message kind) => new(
        $"The file '{place}' is {kind.English}, which cannot be read. Save or export it as CSV, XLSX or JSON.",
        $"Το αρχείο '{place}' δεν διαβάζεται ({kind.Greek}). Αποθηκεύστε το ή κάντε νέα εξαγωγή σε CSV, XLSX ή JSON.");

    private static Shape Text(ReadOnlySpan<byte> sample)
    {
        if (Letters(sample) is not { } letters)
            return Shape.NoText;
        return IsJson(letters) ? Shape.Json : Shape.DelimitedText;
    }

    /// <summary>An object or list, as no header begins: <c>{"</c>, <c>{}</c>, <c>[{</c>, <c>[[</c>, <c>[]</c>.</summary>
    private static bool IsJson(ReadOnlySpan<char> text)
    {
        var first = text.IndexOfAnyExcept(Space);
        if (first < 0 || text[first] is not ('{' or '['))
            return false;
        var rest = text[(first + 1)..];
        var second = rest.IndexOfAnyExcept(Space);
        return second < 0 || (text[first] == '{' ? rest[second] is '"' or '}' : rest[second] is '{' or '[' or ']');
    }

    private static bool IsMarkup(ReadOnlySpan<char> text)
    {
        var first = text.IndexOfAnyExcept(Space);
        if (first < 0 || text[first] != '<')
            return false;
        foreach (var start in Markup)
            if (text[first..].StartsWith(start, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    private static char[]? Letters(ReadOnlySpan<byte> sample) =>
        TextEncodings.Detect(sample) is { } encoding ? encoding.GetChars(sample[..Math.Min(sample.Length, Start)].ToArray()) : null;
}
