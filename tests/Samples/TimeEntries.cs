using static Insights.Samples.Timeline;

namespace Insights.Samples;

/// <summary>Time somebody worked on a ticket, in whole minutes. StartedAt: seconds since 1970 UTC.</summary>
public sealed record TimeEntry(Ticket Ticket, long StartedAt, long Minutes, bool IsBillable)
{
    /// <summary>The calendar month it is of, on Athens' clock: 2026-10.</summary>
    public string Month => Date(LocalDay(StartedAt)).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>
/// The time entries of the clients in Freshdesk: the provider began to write them down at the beginning of 2026, one for the first answer and one for
/// the solution of a ticket. Every eighth is to be charged.
/// </summary>
internal static class TimeEntries
{
    private static readonly long Began = At(2026, 1, 1);

    public static IReadOnlyList<TimeEntry> Of(IEnumerable<Ticket> tickets, ulong seed)
    {
        var dice = new Dice(seed, 70);
        return [.. tickets.Where(t => t.Client.Source == "freshdesk").OrderBy(t => t.CreatedAt).ThenBy(t => t.Id, StringComparer.Ordinal)
            .SelectMany(t => Of(t, dice)).Where(e => e.StartedAt >= Began && e.StartedAt + (e.Minutes * Minute) <= ExportedAt)];
    }

    private static IEnumerable<TimeEntry> Of(Ticket ticket, Dice dice)
    {
        if (ticket.RespondedAt is { } answered)
            yield return Entry(ticket, answered, dice.Between(1, 6), dice);
        if (ticket.ResolvedAt is { } solved)
            yield return Entry(ticket, solved, dice.Between(2, 18), dice);
    }

    /// <summary>Ends at an instant, and takes as many times five minutes.</summary>
    private static TimeEntry Entry(Ticket ticket, long end, long fives, Dice dice) => new(ticket, end - (fives * 5 * Minute), fives * 5, dice.Chance(0.125));
}
