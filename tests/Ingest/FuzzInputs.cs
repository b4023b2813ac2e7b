using System.Text;
using CsCheck;
using Insights.Ingest.Reading;

namespace Insights.Ingest.Tests;

/// <summary>Made-up inputs: whole ones, and whole ones damaged.</summary>
internal static class FuzzInputs
{
    /// <summary>
    /// What damages files: the signs of every shape, letters cut in two, letters of other alphabets, digits that are none.
    /// </summary>
    public static readonly byte[][] Pieces =
    [
        .. ((string[])[
            "\n", "\r", "\r\n", "\n\n", ",", ";", "\t", "|", "\"", "\"\"", "\",\"", "\n\"", "sep=;\n", "'", "\0", "\u001A", "\u001E",
            "\uFEFF", "\u2028", "\u0085", " ",
            "\u00A0", "α", "Î•Î½", "\uFFFD", "٣", "１", "😀", "-1", "1e9", "99999999999999999999", "NaN", "\\", "\\u0000", "\\ud800", "{",
            "}", "[", "]", "[]", "{}", ":",
            "null", "true", "\"\":", "{\"id\":", "<", ">", "/>", "</c>", "</row>", "<row>", "<c t=\"s\"><v>9</v></c>", "<![CDATA[",
            "<!--", "&#0;", "&amp;", "&#xD800;", "<!DOCTYPE x>",
            " r=\"XFE1\"", " r=\"ZZZZZZ1\"", " t=\"d\"", " t=\"e\"", "_x0000_", "\nFrom ",
            "PK\u0003\u0004"]).Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xFE, 0xFF], [0xCE], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0x80], [0x1F, 0x8B, 8],
    ];

    private static readonly Gen<Change> Changes = Gen.Select(
        Gen.Int[0, 5], Gen.Int[0, 1 << 20], Gen.Int[0, 1 << 20], Gen.Int[1, 40], Gen.Byte, Gen.OneOf(Pieces),
        (kind, at, other, length, value, piece) => new Change(kind, at, other, length, value, piece));

    private sealed record Change(int Kind, int At, int Other, int Length, byte Value, byte[] Piece);

    /// <summary>One of the inputs with a few bytes changed, cut out, doubled, moved in, or its end cut off.</summary>
    public static Gen<byte[]> Damaged(Gen<byte[]> whole, int most = 5) =>
        Gen.Select(whole, Changes.Array[1, most], (bytes, changes) => changes.Aggregate(bytes, Changed));

    /// <inheritdoc cref="Damaged(Gen{byte[]}, int)"/>
    public static Gen<byte[]> Damaged(params byte[][] whole) => Damaged(Gen.OneOf(whole));

    /// <summary>The same for text, and for text of nothing but pieces.</summary>
    public static Gen<string> Texts(string[] whole) => Gen.Frequency(
        (4, (IGen<string>)Damaged(Gen.OneOf(whole).Select(Encoding.UTF8.GetBytes), 4).Select(Encoding.UTF8.GetString)),
        (1, Gen.OneOf([.. whole, .. Pieces.Select(Encoding.UTF8.GetString)]).Array[0, 30].Select(string.Concat)),
        (1, Gen.OneOf(whole)));

    /// <summary>A source of bytes at hand.</summary>
    public static ByteSource Source(byte[] bytes) => new("fuzz", "fuzz", () => new MemoryStream(bytes, writable: false),
        ReadingLimits.Allowance(bytes.Length));

    private static byte[] Changed(byte[] bytes, Change change)
    {
        if (bytes.Length == 0)
            return change.Piece;
        var at = change.At % bytes.Length;
        var end = Math.Min(bytes.Length, at + change.Length);
        var other = change.Other % bytes.Length;
        return change.Kind switch
        {
            0 => [.. bytes[..at], change.Value, .. bytes[(at + 1)..]],
            1 => [.. bytes[..at], .. change.Piece, .. bytes[at..]],
            2 => [.. bytes[..at], .. change.Piece, .. bytes[end..]],
            3 => [.. bytes[..at], .. bytes[end..]],
            4 => [.. bytes[..other], .. bytes[at..end], .. bytes[other..]],
            _ => change.Length > 30 ? bytes[..at] : [.. bytes[..end], .. bytes[at..]],
        };
    }
}

/// <summary>A table as a person has it, and the text it is written as.</summary>
internal sealed record CsvTable(string[][] Rows, char Delimiter, string LineEnd, bool QuotesAll, bool EndsInBreak, Encoding Encoding)
{
    private static readonly string[] Pieces =
    [
        "", "a", "Ω", "Εκτυπωτής", "1", "2025-07-01 10:00", ",", ";", "\t", "|", "\n", "\r\n", "\r", "\"", " ", "'", "=1+1", "5\" disk",
        "\uFEFF", "\u2028", "😀", "#", "\\",
    ];

    private static readonly Encoding[] Encodings =
        [new UTF8Encoding(false), new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true)];

    private static readonly string[] Names = ["Id", "Subject", "Created", "State"];

    private static readonly Gen<string> Cell = Gen.OneOf(Pieces).Array[0, 4].Select(string.Concat);

    public static readonly Gen<CsvTable> Any = Gen.Select(
        Cell.Array[4].Array[0, 12], Gen.Char[",;\t|"], Gen.OneOf("\n", "\r\n", "\r"), Gen.Bool, Gen.Bool, Gen.OneOf(Encodings),
        (rows, delimiter, lineEnd, all, ends, encoding) => new CsvTable([Names, .. rows], delimiter, lineEnd, all, ends, encoding));

    public byte[] Bytes => [.. Encoding.GetPreamble(), .. Encoding.GetBytes(Text)];

    public string Text =>
        string.Join(LineEnd, Rows.Select(row => string.Join(Delimiter, row.Select(Written)))) + (EndsInBreak ? LineEnd : "");

    private string Written(string cell) => QuotesAll || cell.AsSpan().ContainsAny([Delimiter, '"', '\n', '\r'])
        ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : cell;
}
