using System.Text;
using CsvHelper;

namespace Insights.Ingest.Reading;

/// <summary>How a delimited text is laid out, told from its start.</summary>
/// <param name="Delimiter">One of , ; tab |, or what Excel's own <c>sep=</c> line names.</param>
/// <param name="LineBreak">LF (also where CR precedes it), or CR where the text has no LF.</param>
/// <param name="HeaderOffset">The bytes before the header: a byte order mark, the <c>sep=</c> line, titles.</param>
/// <param name="HeaderLine">The 1-based line at <paramref name="HeaderOffset"/>.</param>
internal sealed record TextForm(char Delimiter, byte LineBreak, int HeaderOffset, long HeaderLine)
{
    private const int SampleSize = 1 << 16;

    /// <summary>Reads the start of the text; leaves the stream somewhere behind it.</summary>
    public static TextForm Detect(Stream utf8)
    {
        var sample = new byte[SampleSize];
        var text = sample.AsSpan(0, utf8.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false));
        var mark = text.StartsWith("\uFEFF"u8) ? 3 : 0;
        var lineBreak = text.Contains((byte)'\n') ? (byte)'\n' : (byte)'\r';
        var lineEnd = text.IndexOf(lineBreak) + 1;
        if (lineEnd > mark + 5 && Ascii.EqualsIgnoreCase(text[mark..(mark + 4)], "sep="u8) && IsDelimiter(text[mark + 4]))
            return new TextForm((char)text[mark + 4], lineBreak, lineEnd, 2);

        using var reader = CsvReader.Create(text[mark..].ToArray(), new CsvReaderOptions { HasHeader = false });
        reader.ReadHeader();
        var plain = new TextForm(reader.Separator, lineBreak, mark, 1);
        return TitleLines.Find(text[mark..], reader.Separator) is not { } titles ? plain
            : plain with { Delimiter = titles.Delimiter, HeaderLine = titles.HeaderLine, HeaderOffset = Offset(text, mark, titles.HeaderLine) };
    }

    private static bool IsDelimiter(byte sign) => sign is (byte)'\t' or (> (byte)' ' and < 0x7F and not (byte)'"');

    /// <summary>Where a line starts; lines end in LF, CR LF or CR, whichever the others end in.</summary>
    private static int Offset(ReadOnlySpan<byte> text, int mark, long line)
    {
        var offset = mark;
        for (var passed = 1; passed < line; passed++)
        {
            offset += text[offset..].IndexOfAny((byte)'\n', (byte)'\r') + 1;
            offset += text[offset - 1] == '\r' && offset < text.Length && text[offset] == '\n' ? 1 : 0;
        }
        return offset;
    }
}
