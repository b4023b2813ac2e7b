using System.IO.Hashing;
using System.Text;

namespace Insights.Ingest.Mail;

/// <summary>
/// The ids of messages that do not concern the provider, as numbers that cannot be read back, for as long as the mailbox is read: they tell
/// a thread that began in the client's own house from one whose beginning is missing.
/// </summary>
internal sealed class OtherMail
{
    private const int LongestId = 1000;

    private readonly HashSet<ulong> _ids = [];

    /// <param name="headers">Of the message.</param>
    /// <param name="lower">The same, ASCII letters lower-case.</param>
    public void Add(ReadOnlySpan<byte> headers, ReadOnlySpan<byte> lower)
    {
        var name = lower.IndexOf("\nmessage-id:"u8);
        if (name < 0 && !lower.StartsWith("message-id:"u8))
            return;
        var value = headers[(Math.Max(name, 0) + "message-id:".Length)..];
        var start = value.IndexOf((byte)'<') + 1;
        var length = value[start..].IndexOf((byte)'>');
        if (start is > 0 and < 10 && length is > 0 and < LongestId)
            _ids.Add(XxHash3.HashToUInt64(value.Slice(start, length)));
    }

    public bool Contains(string id) => _ids.Contains(XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(id)));
}
