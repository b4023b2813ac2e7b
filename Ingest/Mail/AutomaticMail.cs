using MimeKit;

namespace Insights.Ingest.Mail;

/// <summary>Tells from its headers that no person wrote a message: RFC 3834 and what mail systems did before and beside it.</summary>
internal static class AutomaticMail
{
    private static readonly string[] Marks = ["X-Auto-Response-Suppress", "X-Autoreply", "X-Autorespond", "X-Autoresponder"];
    private static readonly string[] Precedences = ["auto_reply", "auto-reply", "bulk", "list", "junk"];
    private static readonly string[] Daemons = ["mailer-daemon", "postmaster"];

    /// <param name="headers">The message's own.</param>
    /// <param name="type">Its Content-Type.</param>
    /// <param name="author">The address in From.</param>
    public static bool Is(HeaderList headers, ContentType type, string author) =>
        IsAutoSubmitted(headers[HeaderId.AutoSubmitted])
        || Marks.Any(headers.Contains)
        || Precedences.Contains(headers[HeaderId.Precedence]?.Trim().ToLowerInvariant())
        || headers[HeaderId.ReturnPath]?.Trim() == "<>"
        || type.IsMimeType("multipart", "report")
        || IsCalendarReply(type)
        || Daemons.Contains(author.Split('@')[0].ToLowerInvariant());

    /// <summary>A calendar's answer to an invitation; the part that says so may be one of several.</summary>
    public static bool IsCalendarReply(ContentType type) =>
        type.IsMimeType("text", "calendar") && string.Equals(type.Parameters["method"], "REPLY", StringComparison.OrdinalIgnoreCase);

    private static bool IsAutoSubmitted(string? value) =>
        value is not null && !value.Split(';')[0].Trim().Equals("no", StringComparison.OrdinalIgnoreCase);
}
