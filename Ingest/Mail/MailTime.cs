using System.Text.RegularExpressions;
using MimeKit;
using MimeKit.Utils;

namespace Insights.Ingest.Mail;

/// <summary>
/// When a message was sent: its Date header, by the header's own offset. Where the server that received it stamped a time more than a day
/// away, or the Date is missing or has no offset, that stamp (the topmost Received header) is the time, and failing it the postmark.
/// </summary>
/// <param name="Seconds">Since 1970-01-01 UTC; null where nothing says when.</param>
/// <param name="IsCorrected">True when it is not the Date header's.</param>
internal readonly partial record struct MailTime(long? Seconds, bool IsCorrected)
{
    private const long Day = 86_400;
    private const long Earliest = 631_152_000;  // 1990
    private const long Latest = 4_133_980_800;  // 2101

    public static MailTime Of(HeaderList headers, string postmark)
    {
        var written = headers[HeaderId.Date] ?? "";
        var date = Instant(written);
        var stamp = Received(headers);
        if (date is { } sent && HasOffset(written) && Math.Abs(sent - (stamp ?? sent)) <= Day)
            return new MailTime(sent, false);
        var best = stamp ?? date ?? Postmark(postmark);
        return new MailTime(best, best is not null);
    }

    public static bool WasReceived(HeaderList headers) => headers[HeaderId.Received] is not null;

    private static long? Received(HeaderList headers)
    {
        var stamp = headers[HeaderId.Received];
        return stamp is null ? null : Instant(stamp[(stamp.LastIndexOf(';') + 1)..]);
    }

    /// <summary><c>From sender Mon Nov 24 10:00:00 +0000 2025</c>, in UTC where it has no offset.</summary>
    private static long? Postmark(string line)
    {
        var match = PostmarkDate().Match(line);
        return match.Success
            ? Instant($"{match.Groups["day"]} {match.Groups["month"]} {match.Groups["year"]} {match.Groups["time"]} {Offset(match)}")
            : null;
    }

    private static string Offset(Match match) => match.Groups["offset"] is { Success: true } offset ? offset.Value : "+0000";

    private static long? Instant(string text) =>
        DateUtils.TryParse(text, out var date) && date.ToUnixTimeSeconds() is >= Earliest and < Latest and var seconds ? seconds : null;

    private static bool HasOffset(string date) => OffsetOfDate().IsMatch(date);

    [GeneratedRegex(@"(?<month>[A-Z][a-z]{2})\s+(?<day>\d{1,2})\s+(?<time>\d{1,2}:\d{2}(:\d{2})?)\s+(?<offset>[+-]\d{4}\s+)?(?<year>\d{4})")]
    private static partial Regex PostmarkDate();

    [GeneratedRegex(@"([+-]\d{4}|\b(UTC?|GMT|Z|[ECMP][SD]T))\b")]
    private static partial Regex OffsetOfDate();
}
