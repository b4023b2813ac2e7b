namespace Insights.Analytics.Tests.Repeats;

/// <summary>DECISIONS.md, "Failures that many have" and "Lost work".</summary>
public sealed class SharedFailureTests
{
    [Fact]
    public void One_failure_that_three_people_report_within_the_hour_is_a_mass_outage_and_counts_once()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", "2026-06-01 00:00:00");
        Server(given, "T1", "2026-01-05 09:00", "2026-01-05 11:00", "maria");
        Server(given, "T2", "2026-01-05 09:10", "2026-01-05 11:00", "kostas");
        Server(given, "T3", "2026-01-05 09:20", "2026-01-05 10:50", "eleni");
        Server(given, "T4", "2026-01-05 11:30", "2026-01-05 12:00", "maria");
        Server(given, "T5", "2026-01-20 09:00", "2026-01-20 15:00", "maria");
        Server(given, "T6", "2026-01-25 09:00", null, "maria", "; updated_at = '2026-01-25 10:00:00'");
        Server(given, "T7", "2026-04-01 09:00", "2026-04-01 10:00", "maria");
        Assert.Equal(["1|4|3|yes|∅", "2|1|1|no|15", "3|1|1|no|5", "4|1|1|no|59"], given.Refresh().Rows(
            "select episode_number, ticket_count, person_count, is_mass, round(days_since_previous)::int from intermediate.failure_episodes order by 1"));
        Assert.Equal(["client|T1|4|3"], given.Rows("select scope, split_part(title, ' ', 1), ticket_count, person_count from marts.outages"));
    }

    [Fact]
    public void Two_of_a_handful_of_users_are_a_mass_outage_and_a_machine_is_nobody()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", "2026-06-01 00:00:00");
        given.Run("update raw.reference_clients set users = 5");
        Server(given, "T1", "2026-01-05 09:00", "2026-01-05 11:00", "maria");
        Server(given, "T2", "2026-01-05 09:10", "2026-01-05 11:00", "Monitoring");
        Server(given, "T3", "2026-03-05 09:00", "2026-03-05 11:00", "maria");
        Server(given, "T4", "2026-03-05 09:50", "2026-03-05 11:00", "kostas");
        Server(given, "T5", "2026-05-05 09:00", "2026-05-05 12:00", "maria");
        Server(given, "T6", "2026-05-05 10:10", "2026-05-05 12:00", "kostas");
        Assert.Equal(["1|1|no", "2|2|yes", "3|2|no"], given.Refresh().Rows("select episode_number, person_count, is_mass from intermediate.failure_episodes order by 1"));
    }

    [Fact]
    public void What_three_clients_have_within_the_hour_is_upstream_and_nobody_s_repeat()
    {
        using var given = new GivenWarehouse().Client("Alpha").Client("Beta").Client("Gamma").Client("Delta").Source("desk", "2026-06-01 00:00:00");
        given.Ticket("desk", "0", "Alpha", "2026-03-01 09:00:00", "subject = 'Microsoft 365 δεν ανοίγει'; state = 'resolved'; resolved_at = '2026-03-01 10:00:00'; requester = 'maria'; asset = 'M365'");
        foreach (var (id, client, minute) in new[] { ("1", "Alpha", "00"), ("2", "Beta", "20"), ("3", "Gamma", "55") })
            given.Ticket("desk", id, client, $"2026-03-10 09:{minute}:00", "subject = 'Το Microsoft 365 δεν ανοίγει'; state = 'resolved'; resolved_at = '2026-03-10 12:00:00'; requester = 'maria'; asset = 'M365'");
        given.Ticket("desk", "4", "Delta", "2026-03-10 09:30:00", "subject = 'Χαρτί κολλημένο στον εκτυπωτή'; state = 'resolved'; resolved_at = '2026-03-10 12:00:00'; requester = 'maria'");
        Assert.Equal(["Alpha|upstream|1|3|3", "Beta|upstream|1|3|3", "Gamma|upstream|1|3|3"],
            given.Refresh().Rows("select client, scope, ticket_count, client_count, all_ticket_count from marts.outages order by 1"));
        Assert.Equal(["1|no|no", "2|yes|no"],
            given.Rows("select episode_number, is_upstream, is_repeat_30d from intermediate.failure_episodes where client = 'Alpha' order by 1"));
        Assert.Equal(["1"], given.Rows("select trailing_episode_count from marts.client_months where client = 'Alpha' and month = '2026-03-01'"));
    }

    [Fact]
    public void What_comes_after_an_upstream_outage_is_counted_from_the_failure_before_it()
    {
        using var given = new GivenWarehouse().Client("Alpha").Client("Beta").Client("Gamma").Source("desk", "2026-06-01 00:00:00");
        given.Run("update raw.reference_clients set calendar = 'support'");
        const string Words = "subject = 'Το Microsoft 365 δεν ανοίγει'; state = 'resolved'; requester = 'maria'; asset = 'M365'; priority = 1; resolved_at = ";
        given.Ticket("desk", "0", "Alpha", "2026-03-02 08:00:00", Words + "'2026-03-02 09:00:00'");
        foreach (var (id, client, minute) in new[] { ("1", "Alpha", "00"), ("2", "Beta", "20"), ("3", "Gamma", "55") })
            given.Ticket("desk", id, client, $"2026-03-10 09:{minute}:00", Words + "'2026-03-10 12:00:00'");
        given.Ticket("desk", "4", "Alpha", "2026-03-12 09:00:00", Words + "'2026-03-12 10:00:00'");
        given.Refresh();
        Assert.Equal(["1|no|∅|no", "2|yes|∅|no", "3|no|10|yes"], given.Rows(
            "select episode_number, is_upstream, days_since_previous, is_repeat_30d from intermediate.failure_episodes where client = 'Alpha' order by 1"));
        Assert.Equal(["2|1|0|1|1|no"], given.Rows("select episode_count, upstream_count, repeats_7d, repeats_30d, repeats_90d, is_chronic from marts.failure_groups where client = 'Alpha'"));
        // Each hour of one person costs 18 to 60 minutes and 24 to find the thread: two failures of an hour, and three hours of the outage.
        Assert.Equal(["2|2|2160|10080|1080|5040|1|3240|12240"], given.Rows(
            "select episode_count, measured_count, lost_low_seconds, lost_high_seconds, returned_lost_low_seconds, returned_lost_high_seconds, upstream_episode_count, upstream_lost_low_seconds, upstream_lost_high_seconds from marts.lost_work where client = 'Alpha' and month = '2026-03-01' and span = 'month'"));
        Assert.Equal(["3240|12240"], given.Rows("select lost_low_seconds, lost_high_seconds from marts.outages where client = 'Alpha'"));
    }

    [Fact]
    public void Two_clients_or_three_hours_apart_are_no_upstream_outage()
    {
        using var given = new GivenWarehouse().Client("Alpha").Client("Beta").Client("Gamma").Source("desk", "2026-06-01 00:00:00");
        foreach (var (id, client, hour) in new[] { ("1", "Alpha", "09"), ("2", "Beta", "09"), ("3", "Gamma", "12") })
            given.Ticket("desk", id, client, $"2026-03-10 {hour}:00:00", "subject = 'Το Microsoft 365 δεν ανοίγει'; state = 'resolved'; resolved_at = '2026-03-10 13:00:00'");
        Assert.Empty(given.Refresh().Rows("from marts.outages"));
    }

    [Fact]
    public void The_same_words_on_three_devices_within_thirty_days_are_a_fleet_pattern()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", "2026-06-01 00:00:00");
        foreach (var (id, day, asset) in new[] { ("1", "01-05", "POS-1"), ("2", "01-09", "POS-2"), ("3", "01-20", "POS-3"), ("4", "05-05", "POS-9") })
            given.Ticket("desk", id, "Alpha", $"2026-{day} 09:00:00", $"subject = 'Η ταμειακή παγώνει μετά την ενημέρωση'; state = 'resolved'; resolved_at = '2026-{day} 12:00:00'; asset = '{asset}'; requester = 'p{id}'");
        foreach (var (id, day) in new[] { ("5", "01-05"), ("6", "01-09") })
            given.Ticket("desk", id, "Alpha", $"2026-{day} 09:00:00", $"subject = 'Σπασμένη οθόνη'; state = 'resolved'; resolved_at = '2026-{day} 12:00:00'; asset = 'PC-{id}'");
        Assert.Equal(["3|3|3|POS-1, POS-2, POS-3"], given.Refresh().Rows("select asset_count, person_count, ticket_count, assets from marts.fleet_patterns"));
    }

    [Fact]
    public void Lost_work_lies_between_a_share_by_priority_and_a_larger_one_with_time_to_find_the_thread()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", "2026-06-01 00:00:00");
        given.Run("update raw.reference_clients set calendar = 'support'");
        Server(given, "T1", "2026-01-05 08:00", "2026-01-05 12:00", "maria", "; priority = 1");
        Server(given, "T2", "2026-01-05 09:00", "2026-01-05 12:00", "kostas", "; priority = 1");
        Server(given, "T3", "2026-02-09 08:00", "2026-02-09 09:00", "maria", "; priority = 4");
        // Athens: 10:00 to 14:00 and 11:00 to 14:00 of hours open from 9 to 17; seven hours, then one.
        Assert.Equal(["25200|7560|28080", "3600|0|1800"], given.Refresh().Rows("select open_seconds, lost_low_seconds, lost_high_seconds from intermediate.lost_work order by 1 desc"));
        Assert.Equal(["2|2|3|7560|29880"], given.Rows(
            "select episode_count, measured_count, person_count, lost_low_seconds, lost_high_seconds from marts.lost_work where span = 'trailing' and month = '2026-02-01'"));
    }

    [Fact]
    public void Without_opening_hours_of_the_client_lost_work_is_not_measurable()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", "2026-06-01 00:00:00");
        given.Run("update raw.reference_clients set calendar = null");
        Server(given, "T1", "2026-01-05 08:00", "2026-01-05 12:00", "maria");
        Assert.Equal(["1|0|∅"], given.Refresh().Rows("select episode_count, measured_count, lost_low_seconds from marts.lost_work where span = 'month'"));
    }

    private static void Server(GivenWarehouse given, string id, string created, string? resolved, string requester, string set = "") => given.Ticket("desk", id, "Alpha", created + ":00",
        $"subject = '{id} ERP server down'; asset = 'SRV-1'; category = 'server'; requester = '{requester}'; state = '{(resolved is null ? "open" : "resolved")}'"
        + (resolved is null ? "" : $"; resolved_at = '{resolved}:00'") + set);
}
