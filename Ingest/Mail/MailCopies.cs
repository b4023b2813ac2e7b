namespace Insights.Ingest.Mail;

/// <summary>Which of several copies of one message counts: the same whatever the order they are met in.</summary>
internal static class MailCopies
{
    /// <summary>Negative when <paramref name="a"/> is the better: stamped by a server, then the earlier, then by its other facts.</summary>
    public static int Compare(MailMessage a, MailMessage b)
    {
        int[] steps =
        [
            b.IsReceived.CompareTo(a.IsReceived),
            (a.SentAt ?? long.MaxValue).CompareTo(b.SentAt ?? long.MaxValue),
            b.AttachmentCount.CompareTo(a.AttachmentCount),
            b.References.Count.CompareTo(a.References.Count),
            string.CompareOrdinal(a.Subject, b.Subject),
            string.CompareOrdinal(a.AuthorAddress, b.AuthorAddress),
            string.CompareOrdinal(a.Author, b.Author),
            string.CompareOrdinal(string.Join(' ', a.References), string.Join(' ', b.References)),
            string.CompareOrdinal(string.Join(' ', a.ClientAddresses), string.Join(' ', b.ClientAddresses)),
            (b.Body?.Length ?? 0).CompareTo(a.Body?.Length ?? 0),
        ];
        return steps.FirstOrDefault(step => step != 0);
    }
}
