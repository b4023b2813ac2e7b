using Insights.Ingest.Reading;

namespace Insights.Ingest.Mail;

/// <summary>One message as bytes from its headers to its end, or as far as a message is looked at; read once, forwards.</summary>
internal sealed class MessageStream(MessageSource source) : ReadOnlyStream
{
    /// <summary>No server passes on a larger message; what is behind it is not looked at.</summary>
    private const long Longest = 1 << 28;

    private int _used;
    private long _left = Longest;

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
}
