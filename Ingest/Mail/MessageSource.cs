using System.Buffers;
using System.Text;

namespace Insights.Ingest.Mail;

/// <summary>
/// The messages of one stream, one after another: the headers of each in memory, the rest read only as far as it is asked for. An MBOX
/// begins each message with a postmark line (<c>From …</c>); an EML is one message.
/// </summary>
internal sealed class MessageSource(Stream stream, bool isMbox)
{
    /// <summary>The longest headers kept, in bytes; a message with longer ones is cut there.</summary>
    public const int LongestHeaders = 1 << 20;

    private const int BufferSize = 1 << 20;
    private const int PieceSize = 1 << 13;

    private readonly byte[] _buffer = new byte[BufferSize];
    private readonly ArrayBufferWriter<byte> _headers = new(1 << 14);
    private int _start;
    private int _end;

    // What lies before _safe belongs to this message; whether a postmark (or nothing) stands there is known when _isBoundary.
    private int _safe;
    private bool _isBoundary;
    private int _headersLength;
    private bool _isAtEnd;
    private bool _hasBegun;

    public bool IsMbox => isMbox;

    /// <summary>The headers of the message, with the empty line after them; valid until the next message.</summary>
    public ReadOnlyMemory<byte> Headers => _headers.WrittenMemory[.._headersLength];

    /// <summary>The postmark line of an MBOX, empty for an EML; valid until the next message.</summary>
    public string Postmark { get; private set; } = "";

    /// <summary>True when the headers were longer than what is kept.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Moves to the next message, over what was not read of this one.</summary>
    public bool Next()
    {
        while (Ready() is var ready && ready > 0 && (isMbox || _hasBegun))
            _start += ready;
        if (_start == _end || (_hasBegun && !isMbox))
            return false;

        _hasBegun = true;
        if (isMbox)
            TakePostmark();
        TakeHeaders();
        return true;
    }

    /// <summary>Reads on behind the headers; 0 at the end of the message.</summary>
    public int Read(Span<byte> into)
    {
        var count = Math.Min(Ready(), into.Length);
        _buffer.AsSpan(_start, count).CopyTo(into);
        _start += count;
        return count;
    }

    /// <summary>The bytes at hand that belong to this message; 0 at its end.</summary>
    private int Ready()
    {
        while (_start == _safe && !_isBoundary)
            if (!isMbox)
            {
                _isBoundary = _start == _end && Fill() == 0;
                _safe = _end;
            }
            else
            {
                _safe = MboxPostmark.Find(_buffer.AsSpan(0, _end), _start, _isAtEnd, out _isBoundary);
                if (_start == _safe && !_isBoundary)
                    Fill();
            }
        return _safe - _start;
    }

    /// <summary>Makes room, keeping a little of what was read (whether a line was empty before it), and reads more.</summary>
    private int Fill()
    {
        var used = Math.Max(0, _start - MboxPostmark.LookBehind);
        _buffer.AsSpan(used, _end - used).CopyTo(_buffer);
        _start -= used;
        _safe -= used;
        _end -= used;
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _isAtEnd |= read == 0;
        _end += read;
        return read;
    }

    private void TakePostmark()
    {
        var line = _buffer.AsSpan(_start, _end - _start);
        var length = line.IndexOf((byte)'\n') + 1;
        Postmark = Encoding.Latin1.GetString(line[..length]).Trim();
        _start += length;
        (_safe, _isBoundary) = (_start, false);
    }

    private void TakeHeaders()
    {
        _headers.ResetWrittenCount();
        _headersLength = 0;
        while (Ready() is var ready && ready > 0)
        {
            var before = _headers.WrittenCount;
            var piece = _buffer.AsSpan(_start, Math.Min(Math.Min(ready, PieceSize), LongestHeaders - before));
            _headers.Write(piece);
            var end = EndOfHeaders(_headers.WrittenSpan, Math.Max(0, before - 3));
            _headersLength = end < 0 ? _headers.WrittenCount : end;
            _start += _headersLength - before;
            IsCut = end < 0 && _headersLength == LongestHeaders;
            if (end >= 0 || IsCut)
                return;
        }
    }

    /// <summary>Behind the first empty line; -1 when there is none yet.</summary>
    private static int EndOfHeaders(ReadOnlySpan<byte> text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            var next = text[at..].IndexOf((byte)'\n');
            if (next < 0)
                return -1;
            at += next;
            if (text[(at + 1)..].StartsWith("\n"u8))
                return at + 2;
            if (text[(at + 1)..].StartsWith("\r\n"u8))
                return at + 3;
        }
        return -1;
    }
}
