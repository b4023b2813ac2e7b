using static Insights.Samples.Timeline;

namespace Insights.Samples;

/// <summary>
/// Numbers the episodes of every failure: overlapping tickets (two hours' grace) are one; one that starts within 30 days of the last
/// one's end is a repeat.
/// </summary>
internal static class Episodes
{
    public static void Number(IEnumerable<Ticket> tickets)
    {
        foreach (var failure in tickets.Where(Counts).GroupBy(t => t.FailureId, StringComparer.Ordinal))
            Number(failure.OrderBy(t => t.CreatedAt).ThenBy(t => t.Id, StringComparer.Ordinal).ToList());
    }

    private static bool Counts(Ticket ticket) => ticket.FailureId.Length > 0 && ticket.Kind.IsIncident && !ticket.Planted.Contains("monitoring_self_cleared");

    private static void Number(List<Ticket> failure)
    {
        var (episode, isRepeat, end) = (0, false, long.MinValue);
        foreach (var ticket in failure)
        {
            if (episode == 0 || ticket.CreatedAt > end + 2 * Hour)
            {
                isRepeat = episode > 0 && ticket.CreatedAt - end <= 30 * Day;
                episode++;
            }

            end = Math.Max(end, ticket.ResolvedAt ?? Math.Min(ExportedAt, ticket.UpdatedAt + 7 * Day));
            ticket.Episode = episode;
            ticket.IsRepeat = isRepeat;
            if (isRepeat)
                ticket.Planted.Add("repeat_failure");
        }
    }
}
