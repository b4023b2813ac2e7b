namespace Insights.Analytics.Tests;

public sealed class RepeatsTests
{
    [Fact]
    public void Overlapping_tickets_are_one_episode_and_only_a_later_one_is_a_repeat()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", "2026-06-01 00:00:00");
        Report(given, "T1", "2026-01-05 09:00", "2026-01-05 11:00", "maria");
        Report(given, "T2", "2026-01-05 09:10", "2026-01-05 11:00", "kostas");
        Report(given, "T3", "2026-01-05 09:20", "2026-01-05 10:50", "eleni");
        Report(given, "T4", "2026-01-05 11:30", "2026-01-05 12:00", "maria");
        Report(given, "T5", "2026-01-20 09:00", "2026-01-20 15:00", "maria");
        given.Ticket("desk", "T6", "Alpha", "2026-01-25 09:00:00", "category = 'vpn'; asset = 'router'; state = 'open'; updated_at = '2026-01-25 10:00:00'");
        Report(given, "T7", "2026-04-01 09:00", "2026-04-01 10:00", "maria");
        given.Refresh();

        Assert.Equal(
            ["1|4|3|∅|no", "2|1|1|14.875|yes", "3|1|0|4.75|yes", "4|1|1|58.9583|no"],
            given.Rows("select episode_number, ticket_count, person_count, days_since_previous, is_repeat_30d from intermediate.failure_episodes order by 1"));
        Assert.Equal(["7|4|1|2|3|yes"], given.Rows("select ticket_count, episode_count, repeats_7d, repeats_30d, repeats_90d, is_chronic from marts.failure_groups"));
        Assert.Equal(["T5|T4|B|router · vpn"], given.Rows("select ticket_id, earlier_ticket_id, tier, shared_terms from marts.repeat_links where ticket_id = 'T5' and is_joined"));
        Assert.Equal(["2026-01-01|3|1|2|2|3|1|2|2", "2026-02-01|0|0|0|0|3|1|2|2", "2026-03-01|0|0|0|0|3|1|2|2", "2026-04-01|1|0|0|1|4|1|2|3"],
            given.Rows("select month, episode_count, repeat_7d_count, repeat_30d_count, repeat_90d_count, trailing_episode_count, trailing_repeat_7d_count, trailing_repeat_30d_count, trailing_repeat_90d_count from marts.client_months where month < '2026-05-01' order by 1"));
    }

    [Fact]
    public void A_request_is_no_failure_and_another_device_is_another_failure()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", "2026-06-01 00:00:00")
            .Ticket("desk", "1", "Alpha", "2026-01-05 09:00:00", "category = 'printer'; asset = 'P1'; kind = 'incident'; resolved_at = '2026-01-05 10:00:00'")
            .Ticket("desk", "2", "Alpha", "2026-01-07 09:00:00", "category = 'printer'; asset = 'P2'; kind = 'incident'; resolved_at = '2026-01-07 10:00:00'")
            .Ticket("desk", "3", "Alpha", "2026-01-09 09:00:00", "category = 'printer'; asset = 'P1'; kind = 'request'; resolved_at = '2026-01-09 10:00:00'")
            .Refresh();
        Assert.Equal(["1", "1"], given.Rows("select episode_count from marts.failure_groups"));
        Assert.Equal(["∅"], given.Rows("select failure_group_id from marts.tickets where ticket_id = '3'"));
    }

    [Fact]
    public void The_group_keeps_its_name_when_more_tickets_arrive()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", "2026-06-01 00:00:00");
        Report(given, "T1", "2026-01-05 09:00", "2026-01-05 11:00", "maria");
        var before = given.Refresh().Rows("select failure_group_id from marts.failure_groups");
        Report(given, "T2", "2026-01-10 09:00", "2026-01-10 11:00", "maria");
        given.Run("update raw.loads set load_id = load_id");
        Assert.Equal(before, given.Refresh(new DateTime(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc)).Rows("select failure_group_id from marts.failure_groups"));
    }

    private static void Report(GivenWarehouse given, string id, string created, string resolved, string requester) =>
        given.Ticket("desk", id, "Alpha", created + ":00", $"category = 'vpn'; asset = 'router'; requester = '{requester}'; state = 'resolved'; resolved_at = '{resolved}:00'");
}
