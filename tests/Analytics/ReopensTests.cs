namespace Insights.Analytics.Tests;

/// <summary>DECISIONS.md, "Reopened" and "Fixed for good".</summary>
public sealed class ReopensTests
{
    private const string Reopens = "select resolved_count, reopened_count, thanks_count, round(reopened_ratio, 3), timed_count, median_seconds from marts.reopens where span = 'month' and month = '2026-03-01'";

    [Fact]
    public void A_ticket_reopened_by_thanks_alone_is_not_reopened_and_the_time_is_from_the_solution_to_the_first_return()
    {
        using var given = Given();
        History(given, "1", "2026-03-02 10:00", "2026-03-04 10:00", "2026-03-04 12:00");
        given.Message("desk", "1", "2026-03-04 09:59:00", "requester", "is_public = true; is_automatic = false; remarks = 'question'");
        History(given, "2", "2026-03-02 10:00", "2026-03-02 10:30", "2026-03-02 10:31");
        given.Message("desk", "2", "2026-03-02 10:30:20", "requester", "is_public = true; is_automatic = false; remarks = 'thanks'");
        History(given, "3", "2026-03-02 10:00", "2026-03-06 10:00", null);
        given.Message("desk", "3", "2026-03-02 10:30:00", "requester", "is_public = true; is_automatic = false; remarks = 'thanks'");
        given.Message("desk", "3", "2026-03-06 09:30:00", "requester", "is_public = true; is_automatic = false");
        History(given, "4", "2026-03-02 10:00", null, null);
        // Two days, and four: three days.
        Assert.Equal(["4|2|1|0.5|2|259200"], given.Refresh().Rows(Reopens));
    }

    [Fact]
    public void Without_messages_every_reopening_counts_and_without_a_count_it_is_not_measurable()
    {
        using var given = Given();
        given.Ticket("desk", "1", "Alpha", "2026-03-02 09:00:00", "state = 'resolved'; resolved_at = '2026-03-02 10:00:00'; reopen_count = 1");
        given.Ticket("desk", "2", "Alpha", "2026-03-02 09:00:00", "state = 'resolved'; resolved_at = '2026-03-02 10:00:00'; reopen_count = 0");
        given.Ticket("desk", "3", "Alpha", "2026-03-02 09:00:00", "state = 'open'; reopen_count = 0");
        Assert.Equal(["2|1|0|0.5|0|∅"], given.Refresh().Rows(Reopens));
        using var unknown = Given();
        unknown.Ticket("desk", "1", "Alpha", "2026-03-02 09:00:00", "state = 'resolved'; resolved_at = '2026-03-02 10:00:00'");
        Assert.Equal(["∅|∅|∅|∅|0|∅"], unknown.Refresh().Rows(Reopens));
    }

    [Fact]
    public void A_chronic_failure_that_was_looked_into_stayed_away_came_back_or_is_too_young_to_say()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", "2026-09-01 00:00:00");
        foreach (var asset in new[] { "AWAY", "BACK", "NONE", "YOUNG" })
            foreach (var day in new[] { "01-05", "01-15", "02-05" })
                Failure(given, $"{asset}{day}", day, asset);
        Failure(given, "late", "05-05", "BACK");
        for (var i = 1; i <= 12; i++)
            Failure(given, $"other{i}", $"01-{i:00}", $"PC-{i}");
        Work(given, "w1", "02-10", "kind = 'problem'; requester = 'Nikos'; asset = 'away'");
        Work(given, "w2", "02-10", "kind = 'change'; subject = 'After #BACK02-05'");
        Work(given, "w3", "08-01", "subject = 'Firmware migration'; asset = 'YOUNG'");
        Work(given, "w4", "01-03", "kind = 'change'; asset = 'NONE'");
        Work(given, "w5", "03-03", "kind = 'problem'; requester = 'Maria'; asset = 'NONE'");
        const string Outcomes = "select g.asset, f.episode_count, f.fix_ticket_id, f.outcome, f.after_count from marts.permanent_fixes as f join marts.failure_groups as g using (failure_group_id) where f.month = ";
        Assert.Equal(["AWAY|3|w1|stayed_away|0", "BACK|4|w2|came_back|1", "NONE|3|∅|none|0", "YOUNG|3|w3|too_young|0"], given.Refresh().Rows(Outcomes + "'2026-08-01' order by 1"));
        Assert.Equal(["AWAY|w1|too_young", "BACK|w2|too_young", "NONE|∅|none", "YOUNG|∅|none"],
            given.Rows("select g.asset, f.fix_ticket_id, f.outcome from marts.permanent_fixes as f join marts.failure_groups as g using (failure_group_id) where f.month = '2026-03-01' order by 1"));
    }

    private static GivenWarehouse Given() => new GivenWarehouse().Client("Alpha").Source("desk", "2026-04-30 00:00:00");

    private static void History(GivenWarehouse given, string id, string resolved, string? reopened, string? again)
    {
        given.Event("desk", id, "2026-03-02 09:00:00", "created").Event("desk", id, "2026-03-02 09:00:00", "state", "open").Event("desk", id, resolved + ":00", "state", "resolved");
        given.Ticket("desk", id, "Alpha", "2026-03-02 09:00:00", $"subject = '{id}'; state = '{(reopened is not null && again is null ? "open" : "resolved")}'");
        if (reopened is not null)
            given.Event("desk", id, reopened + ":00", "state", "open");
        if (again is not null)
            given.Event("desk", id, again + ":00", "state", "resolved");
    }

    private static void Failure(GivenWarehouse given, string id, string day, string asset) => given.Ticket("desk", id, "Alpha", $"2026-{day} 08:00:00",
        $"number = '{id}'; subject = '{asset} down'; asset = '{asset}'; category = 'of {asset}'; requester = 'user of {asset}'; agent = 'Nikos'; kind = 'incident'; state = 'resolved'; resolved_at = '2026-{day} 09:00:00'");

    private static void Work(GivenWarehouse given, string id, string day, string set) => given.Ticket("desk", id, "Alpha", $"2026-{day} 08:00:00",
        $"agent = 'Nikos'; state = 'resolved'; resolved_at = '2026-{day} 12:00:00'; {set}");
}
