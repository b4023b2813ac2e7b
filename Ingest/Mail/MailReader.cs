using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Insights.Ingest.Mapping;
using MimeKit;

namespace Insights.Ingest.Mail;

/// <summary>
/// Reads messages one at a time and keeps the facts of those from or to the provider. Of the others nothing is read beyond their headers
/// and nothing is kept.
/// </summary>
internal sealed partial class MailReader(ProviderAddresses provider, BodyStore? bodies)
{
    private readonly Dictionary<string, MailMessage> _messages = new(StringComparer.Ordinal);
    private readonly OtherMail _others = new();
    private byte[] _lower = [];

    /// <summary>The provider's messages, each once.</summary>
    public IReadOnlyCollection<MailMessage> Messages => _messages.Values;

    /// <summary>Every message met.</summary>
    public long MetCount { get; private set; }

    /// <summary>Further copies of a message: a label's, or Sent beside Inbox.</summary>
    public long DuplicateCount { get; private set; }

    /// <summary>Messages whose headers cannot be read at all.</summary>
    public long BrokenCount { get; private set; }

    /// <summary>Messages to the provider that were never sent.</summary>
    public long DraftCount { get; private set; }

    /// <summary>True for the id of a message that was met and is neither from nor to the provider.</summary>
    public bool IsOthers(string id) => _others.Contains(id);

    public void Read(MessageSource source)
    {
        while (source.Next())
        {
            MetCount++;
            var lower = Lower(source.Headers.Span);
            if (!provider.MayBeIn(lower))
                _others.Add(source.Headers.Span, lower);
            else if (MailHeaders.Parse(source.Headers) is not { } headers)
                BrokenCount++;
            else if (Concerns(headers) && MailHeaders.IsDraft(headers))
                DraftCount++;
            else if (Concerns(headers))
                Keep(Facts(headers, source));
            else
                _others.Add(source.Headers.Span, lower);
        }
    }

    private ReadOnlySpan<byte> Lower(ReadOnlySpan<byte> headers)
    {
        if (_lower.Length < headers.Length)
            _lower = new byte[headers.Length * 2];
        headers.CopyTo(_lower);
        var lower = _lower.AsSpan(0, headers.Length);
        if (Ascii.ToLowerInPlace(lower, out _) == OperationStatus.Done)
            return lower;
        foreach (ref var letter in lower)
            if (letter is >= (byte)'A' and <= (byte)'Z')
                letter |= 0x20;
        return lower;
    }

    private bool Concerns(HeaderList headers) =>
        ((HeaderId[])[HeaderId.From, HeaderId.To, HeaderId.Cc, HeaderId.Bcc])
            .Any(name => MailHeaders.Mailboxes(headers, name).Any(provider.Includes));

    private MailMessage Facts(HeaderList headers, MessageSource source)
    {
        var author = MailHeaders.Mailboxes(headers, HeaderId.From).FirstOrDefault();
        var subject = OneLine(headers[HeaderId.Subject]);
        var time = MailTime.Of(headers, source.Postmark);
        using var parts = Parts(source);
        var text = source.IsMbox ? QuotedFrom().Replace(parts.Text, "$1") : parts.Text;
        var words = MailPhrases.OwnWords(text);
        return new MailMessage
        {
            Id = MailHeaders.MessageId(headers) ?? MadeUpId(headers, subject),
            References = MailHeaders.References(headers),
            Subject = subject,
            Topic = SubjectText.Of(subject),
            SentAt = time.Seconds,
            IsTimeCorrected = time.IsCorrected,
            Author = OneLine(author?.Name),
            AuthorAddress = author?.Address ?? "",
            IsFromProvider = author is not null && provider.Includes(author),
            ClientAddresses = ClientAddresses(headers),
            IsAutomatic = AutomaticMail.Is(headers, TypeOf(headers), author?.Address ?? "") || parts.HasCalendarReply,
            IsReceived = MailTime.WasReceived(headers),
            AttachmentCount = parts.AttachmentCount,
            SaysAnotherProblem = MailPhrases.SayAnotherProblem(subject, words),
            SaysThanks = MailPhrases.SayThanks(words),
            Remarks = Remarks.Cell(MessageText.Body(text)),
            Place = MetCount,
            Body = bodies is null || text.Length == 0 ? null : bodies.Add(text),
        };
    }

    private static MessageParts Parts(MessageSource source)
    {
        using var message = new MessageStream(source);
        var parts = new MessageParts(message, LongestBody);
        try
        {
            parts.ReadMessage();
        }
        catch (FormatException)
        {
            // The parts are broken: what was met before counts, and the headers stand.
        }
        return parts;
    }

    /// <summary>In letters.</summary>
    private const int LongestBody = 1 << 18;

    private string[] ClientAddresses(HeaderList headers) =>
        [.. ((HeaderId[])[HeaderId.From, HeaderId.To, HeaderId.Cc])
            .SelectMany(name => MailHeaders.Mailboxes(headers, name))
            .Select(mailbox => mailbox.Address.ToLowerInvariant())
            .Where(address => !provider.Includes(address))
            .Distinct(StringComparer.Ordinal)];

    /// <summary>Of the copies of a message the one a server stamped counts, and a person's hand on any of them.</summary>
    private void Keep(MailMessage message)
    {
        if (!_messages.TryGetValue(message.Id, out var other))
        {
            _messages.Add(message.Id, message);
            return;
        }
        DuplicateCount++;
        var (better, worse) = MailCopies.Compare(message, other) < 0 ? (message, other) : (other, message);
        _messages[message.Id] = better with
        {
            IsAutomatic = better.IsAutomatic && worse.IsAutomatic,
            Place = Math.Min(better.Place, worse.Place),
        };
    }

    private static ContentType TypeOf(HeaderList headers) =>
        headers[HeaderId.ContentType] is { } written && ContentType.TryParse(written, out var type)
            ? type
            : new ContentType("text", "plain");

    private static string MadeUpId(HeaderList headers, string subject)
    {
        var text = string.Join('\n', headers[HeaderId.Date], headers[HeaderId.From], headers[HeaderId.To], subject);
        return $"no-message-id-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16))}";
    }

    private static string OneLine(string? text) =>
        text is null ? "" : string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    /// <summary>An MBOX quotes a line that starts with From, so that it is no postmark.</summary>
    [GeneratedRegex("^>(>*From )", RegexOptions.Multiline)]
    private static partial Regex QuotedFrom();
}
