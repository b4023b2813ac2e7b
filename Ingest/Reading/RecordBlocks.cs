using System.Buffers;
using System.Text;

namespace Insights.Ingest.Reading;

/// <summary>
/// Cuts UTF-8 delimited text into blocks of whole records, so that several threads can read them side by side.
/// A line break inside a quoted cell is no end of a record; a quote opens a cell only at its start (RFC 4180).
/// </summary>
/// <param name="utf8">The text; read from its current position to its end.</param>
/// <param name="delimiter">One ASCII character.</param>
/// <param name="lineBreak">The byte that ends a line: LF (also of CR LF), or CR where the text has no LF.</param>
/// <param name="firstLine">The line number of the first byte.</param>
/// <param name="blockSize">Bytes of a usual block.</param>
internal sealed class RecordBlocks(
    Stream utf8, char delimiter, byte lineBreak = (byte)'\n', long firstLine = 1, int blockSize = RecordBlocks.BlockSize)
{
    /// <summary>Bytes of a usual block.</summary>
    public const int BlockSize = 1 << 20;

    /// <summary>The longest record held in memory; where a quote stays open for longer, the quote is taken for the mistake.</summary>
    public const int LongestRecord = 1 << 26;

    private byte[] _rest = [];
    private long _line = firstLine;
    private bool _isAtEnd;

    /// <summary>The next block, or null at the end of the text. Not thread-safe.</summary>
    public RecordBlock? Next()
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Max(blockSize, _rest.Length + (blockSize / 2)));
        _rest.CopyTo(buffer, 0);
        var length = _rest.Length;
        var scan = new RecordScan((byte)delimiter, lineBreak);
        while (true)
        {
            length = Fill(buffer, length);
            if (length == 0)
                return null;

            scan.Advance(buffer.AsSpan(0, length), _isAtEnd);
            if (_isAtEnd && !scan.IsInQuotes)
                return Take(buffer, length, length, quotesSpanLines: true);
            if (scan.LastBreak > 0)
                return Take(buffer, scan.LastBreak, length, quotesSpanLines: true);
            if (_isAtEnd || length >= LongestRecord)
                return TakeLines(buffer, length);
            buffer = Grow(buffer, length);
        }
    }

    private int Fill(byte[] buffer, int length)
    {
        while (length < buffer.Length && !_isAtEnd)
        {
            var read = utf8.Read(buffer, length, buffer.Length - length);
            _isAtEnd = read == 0;
            length += read;
        }
        return length;
    }

    /// <summary>A record whose quote stays open, line by line; what follows it is read as usual again.</summary>
    private RecordBlock TakeLines(byte[] buffer, int length)
    {
        var lastBreak = _isAtEnd ? length : buffer.AsSpan(0, length).LastIndexOf(lineBreak) + 1;
        return Take(buffer, lastBreak > 0 ? lastBreak : length, length, quotesSpanLines: false);
    }

    private RecordBlock Take(byte[] buffer, int end, int length, bool quotesSpanLines)
    {
        _rest = buffer.AsSpan(end, length - end).ToArray();
        var block = new RecordBlock(buffer, end, _line, quotesSpanLines);
        _line += LineBreaks(buffer.AsSpan(0, end));
        return StartsWithSign(block.Text) ? WithEmptyLine(block) : block;
    }

    /// <summary>What tells the reader of a text how it is written where it starts one: a byte order mark, Excel's <c>sep=</c> line.</summary>
    private static bool StartsWithSign(ReadOnlySpan<byte> text) =>
        text.StartsWith("\uFEFF"u8) || (text.Length >= 4 && Ascii.EqualsIgnoreCase(text[..4], "sep="u8));

    /// <summary>
    /// Those of the text itself were passed over; further down (files joined end to end) they are text like any other, also where a block
    /// happens to start with them. An empty line before them says so.
    /// </summary>
    private static RecordBlock WithEmptyLine(RecordBlock block) => block.WithText([(byte)'\n', .. block.Text]) with { FirstLine = block.FirstLine - 1 };

    private static byte[] Grow(byte[] buffer, int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    /// <summary>Line breaks of any kind: LF, CR LF, or a CR alone.</summary>
    private static long LineBreaks(ReadOnlySpan<byte> text)
    {
        long breaks = text.Count((byte)'\n');
        for (var at = text.IndexOf((byte)'\r'); at >= 0;)
        {
            breaks += at + 1 < text.Length && text[at + 1] == '\n' ? 0 : 1;
            text = text[(at + 1)..];
            at = text.IndexOf((byte)'\r');
        }
        return breaks;
    }
}
