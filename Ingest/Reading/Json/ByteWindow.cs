using System.Buffers;

namespace Insights.Ingest.Reading.Json;

/// <summary>
/// A window sliding over UTF-8 text that finds where JSON values end without judging what is in them: brackets are counted, strings
/// stepped over. What is taken stays in the window until the next call.
/// </summary>
internal sealed class ByteWindow(Stream utf8) : IDisposable
{
    private const int None = -1;

    private static readonly SearchValues<byte> Structure = SearchValues.Create("\"{}[]"u8);
    private static readonly SearchValues<byte> StringEnd = SearchValues.Create("\"\\"u8);
    private static readonly SearchValues<byte> ScalarEnd = SearchValues.Create(",]}: \r\n\t\u001E"u8);
    private static readonly SearchValues<byte> Space = SearchValues.Create(Blank);

    private byte[] _buffer = new byte[1 << 18];
    private int _at;
    private int _end;
    private int _keptFrom = None;
    private int _takenFrom;
    private int _takenLength;

    /// <summary>What stands between values: space, the mark between records of a JSON sequence, byte order marks of joined files.</summary>
    public static ReadOnlySpan<byte> Blank => " \r\n\t\u001E\uFEFF"u8;

    /// <summary>What was just taken, or its start where it was too long; empty after <see cref="Peek"/>.</summary>
    public ReadOnlySpan<byte> Taken => _buffer.AsSpan(_takenFrom, _takenLength);

    /// <summary>True when the last value taken was longer than a record may be: then only its start is in <see cref="Taken"/>.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>The next byte that is not <see cref="Blank"/>; null at the end.</summary>
    public byte? Peek()
    {
        _takenLength = 0;
        while (true)
        {
            var found = _buffer.AsSpan(_at, _end - _at).IndexOfAnyExcept(Space);
            if (found >= 0)
            {
                _at += found;
                return _buffer[_at];
            }
            _at = _end;
            if (!Fill())
                return null;
        }
    }

    /// <summary>Steps over the byte just peeked.</summary>
    public void Step() => _at++;

    /// <summary>Passes over the value at the window's place and keeps it; false when the text ends within it.</summary>
    public bool TakeValue()
    {
        Peek();
        return Take(SkipValue);
    }

    /// <summary>Takes a line without the line feed that ends it; false when nothing is left.</summary>
    public bool TakeLine()
    {
        if (_at == _end && !Fill())
            return false;
        Take(SkipLine);
        if (_takenLength > 0 && _buffer[_takenFrom + _takenLength - 1] == '\n')
            _takenLength--;
        return true;
    }

    /// <summary>Passes over the value at the window's place; false when the text ends within it.</summary>
    public bool SkipValue()
    {
        switch (Peek())
        {
            case null:
                return false;
            case (byte)'{' or (byte)'[':
                return SkipBrackets();
            case (byte)'"':
                return SkipString();
            default:
                _at++;
                Seek(ScalarEnd);
                return true;
        }
    }

    public void Dispose() => utf8.Dispose();

    private bool Take(Func<bool> skip)
    {
        _keptFrom = _at;
        IsTooLong = false;
        var isWhole = skip();
        if (!IsTooLong)
            (_takenFrom, _takenLength) = (_keptFrom, _at - _keptFrom);
        _keptFrom = None;
        return isWhole;
    }

    private bool SkipLine()
    {
        while (true)
        {
            var found = _buffer.AsSpan(_at, _end - _at).IndexOf((byte)'\n');
            _at = found < 0 ? _end : _at + found + 1;
            if (found >= 0)
                return true;
            if (!Fill())
                return false;
        }
    }

    private bool SkipBrackets()
    {
        long depth = 0;
        while (Seek(Structure))
            switch (_buffer[_at])
            {
                case (byte)'"':
                    if (!SkipString())
                        return false;
                    break;
                case (byte)'{' or (byte)'[':
                    depth++;
                    _at++;
                    break;
                default:
                    _at++;
                    if (--depth == 0)
                        return true;
                    break;
            }
        return false;
    }

    private bool SkipString()
    {
        _at++;
        while (Seek(StringEnd))
        {
            var isEnd = _buffer[_at++] == '"';
            if (isEnd)
                return true;
            if (_at == _end && !Fill())
                return false;
            _at++;
        }
        return false;
    }

    /// <summary>Moves to the next of some bytes; false at the end of the text.</summary>
    private bool Seek(SearchValues<byte> bytes)
    {
        while (true)
        {
            var found = _buffer.AsSpan(_at, _end - _at).IndexOfAny(bytes);
            _at = found < 0 ? _end : _at + found;
            if (found >= 0)
                return true;
            if (!Fill())
                return false;
        }
    }

    /// <summary>Reads more behind what is kept; called with the window's place at its end. False at the end of the text.</summary>
    private bool Fill()
    {
        var kept = _keptFrom == None || IsTooLong ? 0 : _end - _keptFrom;
        if (kept > ReadingLimits.RecordBytes)
            kept = GiveUp();
        var target = kept + (1 << 16) > _buffer.Length && !IsTooLong ? new byte[_buffer.Length * 2] : _buffer;
        var from = IsTooLong ? _takenLength : kept;
        if (!IsTooLong && kept > 0)
            _buffer.AsSpan(_keptFrom, kept).CopyTo(target);
        if (_keptFrom != None)
            _keptFrom = 0;
        _buffer = target;
        _at = from;
        var read = utf8.Read(_buffer, from, _buffer.Length - from);
        _end = from + read;
        return read > 0;
    }

    /// <summary>A value too long to be a record is passed over from here on; its start stays at the front of the buffer.</summary>
    private int GiveUp()
    {
        _buffer.AsSpan(_keptFrom, ReadingLimits.BrokenBytes).CopyTo(_buffer);
        (_takenFrom, _takenLength, IsTooLong) = (0, ReadingLimits.BrokenBytes, true);
        return 0;
    }
}
