using System.Text;
using MimeKit;
using MimeKit.Utils;

namespace Insights.Ingest.Mail;

/// <summary>The headers of one message, taken apart.</summary>
internal static class MailHeaders
{
    /// <summary>Greek headers written as bare bytes are windows-1253 where they are no UTF-8.</summary>
    public static ParserOptions Options { get; } = Create();

    /// <summary>Null when they are no headers.</summary>
    public static HeaderList? Parse(ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Span.StartsWith(">From "u8))
            bytes = bytes[(bytes.Span.IndexOf((byte)'\n') + 1)..];
        try
        {
            using var stream = new MemoryStream(bytes.ToArray());
            return HeaderList.Load(Options, stream);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    public static IEnumerable<MailboxAddress> Mailboxes(HeaderList headers, HeaderId name)
    {
        foreach (var header in headers)
            if (header.Id == name && InternetAddressList.TryParse(Options, header.RawValue, out var list))
                foreach (var mailbox in list.Mailboxes)
                    yield return mailbox;
    }

    /// <summary>The messages this one answers, the oldest first, each once.</summary>
    public static IReadOnlyList<string> References(HeaderList headers)
    {
        var ids = MimeUtils.EnumerateReferences(headers[HeaderId.References] ?? "")
            .Concat(MimeUtils.EnumerateReferences(headers[HeaderId.InReplyTo] ?? ""));
        return [.. ids.Where(id => id.Length is > 2 and <= LongestId).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The Message-ID without brackets; null where there is none.</summary>
    public static string? MessageId(HeaderList headers) =>
        headers[HeaderId.MessageId] is { } written && MimeUtils.ParseMessageId(written) is { Length: > 2 and <= LongestId } id ? id : null;

    /// <summary>True for a message that was never sent, by Gmail's label (in the account's language) or Thunderbird's mark.</summary>
    public static bool IsDraft(HeaderList headers) =>
        headers.Contains("X-Mozilla-Draft-Info")
        || (headers["X-Gmail-Labels"] ?? "").Split(',').Any(label => label.Trim() is "Drafts" or "Draft" or "Πρόχειρα");

    /// <summary>Longer ones are no ids.</summary>
    private const int LongestId = 998;

    private static ParserOptions Create()
    {
        var options = ParserOptions.Default.Clone();
        options.CharsetEncoding = CodePagesEncodingProvider.Instance.GetEncoding(1253)!;
        options.MaxMimeDepth = 64;
        return options;
    }
}
