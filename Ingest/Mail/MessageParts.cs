using System.Text;
using MimeKit;
using MimeKit.Text;
using MimeKit.Utils;

namespace Insights.Ingest.Mail;

/// <summary>
/// Goes through the parts of one message as they stream by: counts attachments and keeps the first words of its text, never an
/// attachment. What an attached message holds counts as that one attachment.
/// </summary>
internal sealed class MessageParts(Stream message, int longestText)
    : MimeReader(MailHeaders.Options, message, MimeFormat.Entity), IDisposable
{
    private readonly HeaderList _headers = [];
    private readonly MemoryStream _content = new();
    private string? _plain;
    private string? _html;
    private bool _keepsContent;
    private int _messageDepth;

    public int AttachmentCount { get; private set; }

    /// <summary>True where a part is a calendar's answer to an invitation.</summary>
    public bool HasCalendarReply { get; private set; }

    /// <summary>The plain text, else the words of the HTML; cut at the longest asked for.</summary>
    public string Text => _plain ?? (_html is null ? "" : WordsOf(_html));

    public void Dispose() => _content.Dispose();

    protected override void OnMimeMessageBegin(long beginOffset, int beginLineNumber, CancellationToken cancellationToken) => _messageDepth++;

    protected override void OnMimeMessageEnd(
        long beginOffset, int beginLineNumber, long headersEndOffset, long endOffset, int lines, CancellationToken cancellationToken) => _messageDepth--;

    protected override void OnHeadersBegin(long beginOffset, int beginLineNumber, CancellationToken cancellationToken) => _headers.Clear();

    protected override void OnHeaderRead(Header header, int beginLineNumber, CancellationToken cancellationToken)
    {
        if (header.Id is HeaderId.ContentDisposition or HeaderId.ContentTransferEncoding or HeaderId.ContentId)
            _headers.Add(header);
    }

    protected override void OnMessagePartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken) =>
        AttachmentCount += _messageDepth <= 1 ? 1 : 0;

    protected override void OnMimePartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken)
    {
        _keepsContent = false;
        if (_messageDepth > 1)
            return;
        HasCalendarReply |= AutomaticMail.IsCalendarReply(contentType);
        if (IsAttachment(contentType))
            AttachmentCount++;
        else
            _keepsContent = longestText > 0
                && ((contentType.IsMimeType("text", "plain") && _plain is null) || (contentType.IsMimeType("text", "html") && _html is null));
        _content.SetLength(0);
    }

    protected override void OnMimePartContentRead(byte[] buffer, int startIndex, int count, CancellationToken cancellationToken)
    {
        // Base64 and quoted-printable need more bytes than they mean.
        if (_keepsContent && _content.Length < longestText * 4L)
            _content.Write(buffer, startIndex, count);
    }

    protected override void OnMimePartEnd(
        ContentType contentType, long beginOffset, int beginLineNumber, long headersEndOffset, long endOffset, int lines,
        CancellationToken cancellationToken)
    {
        if (!_keepsContent)
            return;
        _keepsContent = false;
        var text = Decoded(contentType);
        if (contentType.IsMimeType("text", "plain"))
            _plain = text;
        else
            _html = text;
    }

    private bool IsAttachment(ContentType type)
    {
        var disposition = ContentDisposition.TryParse(_headers[HeaderId.ContentDisposition] ?? "", out var parsed) ? parsed : null;
        if (disposition?.IsAttachment == true)
            return true;
        // A picture the text shows (a logo in a signature) is no attachment.
        var isShown = _headers.Contains(HeaderId.ContentId) && type.IsMimeType("image", "*");
        return !isShown && (disposition?.FileName ?? type.Name) is { Length: > 0 };
    }

    private string Decoded(ContentType type)
    {
        var encoding = MimeUtils.TryParse(_headers[HeaderId.ContentTransferEncoding] ?? "", out ContentEncoding named) ? named : ContentEncoding.Default;
        using var part = new TextPart(type.MediaSubtype) { Content = new MimeContent(new MemoryStream(_content.ToArray()), encoding) };
        if (type.Charset is { } charset)
            part.ContentType.Charset = charset;
        var text = part.Text;
        return text.Length > longestText ? text[..longestText] : text;
    }

    private static string WordsOf(string html)
    {
        var words = new StringBuilder();
        var tokens = new HtmlTokenizer(new StringReader(html));
        var inside = HtmlTagId.Unknown;
        while (tokens.ReadNextToken(out var token))
            if (token is HtmlTagToken tag)
            {
                inside = tag.IsEndTag ? HtmlTagId.Unknown : tag.Id;
                if (tag.Id is HtmlTagId.Br or HtmlTagId.P or HtmlTagId.Div or HtmlTagId.TR or HtmlTagId.BlockQuote)
                    words.Append('\n');
            }
            else if (token.Kind == HtmlTokenKind.Data && inside is not (HtmlTagId.Style or HtmlTagId.Script or HtmlTagId.Title))
                words.Append(((HtmlDataToken)token).Data);
        return words.ToString().Trim();
    }
}
