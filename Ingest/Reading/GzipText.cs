using System.IO.Compression;

namespace Insights.Ingest.Reading;

/// <summary>
/// What is in a gzip, to its very end. The framework takes a gzip that was cut short for a whole one; so one more member is put behind
/// the file, and the file is whole only if exactly that comes out last.
/// </summary>
internal sealed class GzipText : ReadOnlyStream
{
    private static readonly byte[] Seal = "insights: this is the end"u8.ToArray();
    private static readonly byte[] PackedSeal = Pack(Seal);

    private readonly GZipStream _gzip;
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private bool _isAtEnd;

    /// <param name="packed">Disposed with this.</param>
    public GzipText(Stream packed) => _gzip = new GZipStream(new Sealed(packed), CompressionMode.Decompress);

    /// <exception cref="InvalidDataException">It is damaged or cut short.</exception>
    public override int Read(Span<byte> buffer)
    {
        while (_end - _start <= Seal.Length && !_isAtEnd)
            Fill();
        var text = _buffer.AsSpan(_start, _end - _start);
        if (_isAtEnd && !text.EndsWith(Seal))
            throw new InvalidDataException("it was cut short.");
        var count = Math.Min(text.Length - Seal.Length, buffer.Length);
        text[..count].CopyTo(buffer);
        _start += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _gzip.Dispose();
        base.Dispose(disposing);
    }

    private void Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        var read = _gzip.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _isAtEnd = read == 0;
    }

    private static byte[] Pack(byte[] text)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(text);
        return packed.ToArray();
    }

    /// <summary>The file's bytes and the seal behind them.</summary>
    private sealed class Sealed(Stream packed) : ReadOnlyStream
    {
        private readonly MemoryStream _seal = new(PackedSeal);

        public override int Read(Span<byte> buffer) => packed.Read(buffer) is > 0 and var read ? read : _seal.Read(buffer);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                packed.Dispose();
            base.Dispose(disposing);
        }
    }
}
