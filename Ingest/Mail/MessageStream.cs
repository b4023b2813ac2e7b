namespace Insights.Ingest.Mail;

/// <summary>One message as bytes from its headers to its end; read once, forwards.</summary>
internal sealed class MessageStream(MessageSource source) : Stream
{
    private int _used;

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
            return source.Read(buffer);
        var count = Math.Min(headers.Length, buffer.Length);
        headers[..count].CopyTo(buffer);
        _used += count;
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
