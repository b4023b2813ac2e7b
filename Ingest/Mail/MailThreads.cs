namespace Insights.Ingest.Mail;

/// <summary>
/// Puts messages together by the ids they name (Message-ID, References, In-Reply-To), also through messages that are not there; an answer
/// that names none joins the thread of the same subject and client it follows within 14 days. The order of the messages does not matter.
/// </summary>
internal static class MailThreads
{
    /// <summary>Of one subject; a mailbox with more of them in 14 days is a machine's.</summary>
    private const int MostLookedAt = 1000;

    /// <summary>The threads, by when they began.</summary>
    /// <param name="messages">The provider's, each once.</param>
    /// <param name="isOthers">True for the id of a message that was met and is not the provider's.</param>
    public static IReadOnlyList<MailThread> Of(IEnumerable<MailMessage> messages, Func<string, bool> isOthers)
    {
        var ordered = messages.OrderBy(Time).ThenBy(m => m.Id, StringComparer.Ordinal).ToList();
        var byId = ordered.ToDictionary(m => m.Id, StringComparer.Ordinal);
        var groups = new DisjointSets();
        foreach (var message in ordered)
            foreach (var reference in message.References)
                groups.Join(message.Id, reference);
        JoinBySubject(ordered, groups);
        return [.. ordered.GroupBy(m => groups.Of(m.Id), StringComparer.Ordinal)
            .Select(group => Thread([.. group], byId, isOthers))
            .OrderBy(t => Time(t.First)).ThenBy(t => t.Id, StringComparer.Ordinal)];
    }

    private static MailThread Thread(List<MailMessage> messages, Dictionary<string, MailMessage> byId, Func<string, bool> isOthers)
    {
        // A stable sort: what is equal stays in the order of its own time.
        List<MailMessage> sorted = [.. messages.OrderBy(m => Rank(m, byId)).ThenBy(m => m.References.Count)];
        return new MailThread(Root(sorted[0], byId), sorted, sorted[0].References.Any(isOthers));
    }

    /// <summary>A message's time, or its question's where a clock that is wrong puts the answer before it.</summary>
    private static long Rank(MailMessage message, Dictionary<string, MailMessage> byId)
    {
        var rank = Time(message);
        foreach (var reference in message.References)
            if (byId.TryGetValue(reference, out var earlier))
                rank = Math.Max(rank, earlier.SentAt ?? rank);
        return rank;
    }

    /// <summary>The oldest message named, and the oldest that one names: the same in every export that has any of the thread.</summary>
    private static string Root(MailMessage first, Dictionary<string, MailMessage> byId)
    {
        var met = new HashSet<string>(StringComparer.Ordinal);
        var id = first.Id;
        while (met.Add(id) && byId.TryGetValue(id, out var message) && message.References is [var oldest, ..])
            id = oldest;
        return id;
    }

    private static void JoinBySubject(List<MailMessage> ordered, DisjointSets groups)
    {
        var earlier = new Dictionary<string, List<MailMessage>>(StringComparer.Ordinal);
        foreach (var message in ordered.Where(m => m.SentAt is not null && m.Topic.Key.Length > 0))
        {
            if (!earlier.TryGetValue(message.Topic.Key, out var same))
                earlier.Add(message.Topic.Key, same = []);
            if (message.References.Count == 0 && message.Topic.IsAnswer && Followed(message, same) is { } question)
                groups.Join(message.Id, question.Id);
            same.Add(message);
        }
    }

    /// <summary>The latest of the same subject and client, at most 14 days before.</summary>
    private static MailMessage? Followed(MailMessage answer, List<MailMessage> same)
    {
        for (var i = same.Count - 1; i >= Math.Max(0, same.Count - MostLookedAt) && answer.SentAt - same[i].SentAt <= MailThread.LongSilence; i--)
            if (same[i].ClientAddresses.Intersect(answer.ClientAddresses, StringComparer.Ordinal).Any())
                return same[i];
        return null;
    }

    private static long Time(MailMessage message) => message.SentAt ?? long.MaxValue;
}
