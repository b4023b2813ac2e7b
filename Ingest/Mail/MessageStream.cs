namespace Insights.Ingest.Mail;

/// <summary>One message as bytes from its headers to its end, or as far as a message is looked at; read once, forwards.</summary>
internal sealed class MessageStream(MessageSource source) : Stream
{
    /// <summary>No server passes on a larger message; what is behind it is not looked at.</summary>
    private const long Longest = 1 << 28;

    private int _used;
    private long _left = Longest;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var headers = source.Headers.Span[_used..];
        if (headers.IsEmpty)
            return ReadBody(buffer);
        var count = Math.Min(headers.Length, buffer.Length);
        headers[..count].CopyTo(buffer);
        _used += count;
        return count;
    }

    private int ReadBody(Span<byte> buffer)
    {
        var count = source.Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
        _left -= count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
