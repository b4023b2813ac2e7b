namespace Insights.Analytics.Tests.Repeats;

/// <summary>DECISIONS.md, "Trend of a failure" and "Lost work": what one failure costs, and whether it gets worse.</summary>
public sealed class FailureMonthsTests
{
    [Fact]
    public void A_past_month_shows_the_failure_as_it_stood_then_whatever_came_later()
    {
        using var given = Given("2026-06-01 00:00:00");
        Failure(given, "1", At(1, 5), "NAS", "maria");
        Failure(given, "2", At(1, 15), "NAS", "kostas");
        const string January = "select title, ticket_count, episode_count, repeats_30d, person_count, month_count, last_at, days_since_last_fix_failed from marts.failure_months where month = '2026-01-01'";
        var before = given.Refresh().Rows(January);
        Assert.Equal(["2 down|2|2|1|2|2|2026-01-15 08:00:00|16.5833"], before);
        Failure(given, "3", At(2, 5), "NAS", "eleni");
        Failure(given, "4", At(4, 5), "NAS", "eleni");
        Assert.Equal(before, given.Refresh().Rows(January));
        Assert.Equal(["4 down|4|4|2|3|1"], given.Rows("select title, ticket_count, episode_count, repeats_30d, person_count, month_count from marts.failure_months where month = '2026-04-01'"));
    }

    [Fact]
    public void A_failure_costs_what_its_people_lost_in_the_trailing_months()
    {
        using var given = Given("2026-06-01 00:00:00");
        given.Run("update raw.reference_clients set calendar = 'support'");
        Failure(given, "0", new DateTime(2025, 1, 7, 8, 0, 0, DateTimeKind.Utc), "NAS", "maria");
        Failure(given, "1", At(1, 5), "NAS", "maria");
        Failure(given, "2", At(1, 15), "NAS", "kostas");
        // One hour each, of medium importance: 6 to 18 minutes, and 24 to find the thread.
        Assert.Equal(["3|2|2|2|720|5040"], given.Refresh().Rows(
            "select episode_count, trailing_count, measured_count, person_count, lost_low_seconds, lost_high_seconds from marts.failure_months where month = '2026-01-01'"));
    }

    [Fact]
    public void Fewer_than_three_returns_are_dates_three_are_counted_and_many_that_come_faster_are_a_trend()
    {
        using var given = Given("2026-07-01 00:00:00");
        given.Run("update raw.reference_settings set value = 100 where setting = 'link_busy_count'");
        for (var i = 0; i < 23; i++)
            Failure(given, $"n{i}", new DateTime(2026, 6, 29, 8, 0, 0, DateTimeKind.Utc).AddDays(-i * (i + 1) / 3.0), "NAS", "maria");
        for (var i = 0; i < 4; i++)
            Failure(given, $"u{i}", At(2, 1).AddDays(i * 30), "UPS", "maria");
        for (var i = 0; i < 3; i++)
            Failure(given, $"p{i}", At(2, 1).AddDays(i * 30), "PRN", "maria");
        Assert.Equal(["NAS|22|trend|worse", "PRN|∅|dates|∅", "UPS|3|counts|∅"],
            given.Refresh().Rows("select asset, event_count, wording, direction from marts.failure_months where month = '2026-06-01' order by 1"));
        Assert.Equal(["NAS|not_distinguishable|∅"], given.Rows("select asset, wording, direction from marts.failure_months where month = '2026-05-01' and asset = 'NAS'"));
        Assert.Equal(["NAS|22"], given.Rows("select asset, event_count from marts.device_months where month = '2026-06-01' and event_count > 3"));
    }

    [Fact]
    public void The_words_most_links_rest_on_are_named_as_written()
    {
        using var given = Given("2026-06-01 00:00:00");
        foreach (var (id, day) in new[] { ("1", 5), ("2", 15), ("3", 25) })
            given.Ticket("desk", id, "Alpha", $"2026-01-{day:00} 08:00:00", "subject = 'Το Outlook κολλάει'; requester = 'maria'; state = 'resolved'; resolved_at = '" + $"2026-01-{day:00} 09:00:00'");
        foreach (var (id, words) in new[] { ("a", "Σπασμένη οθόνη"), ("b", "Χαλασμένο πληκτρολόγιο"), ("c", "Αργό διαδίκτυο") })
            given.Ticket("desk", id, "Alpha", "2026-01-07 08:00:00", $"subject = '{words}'; requester = 'p{id}'; state = 'resolved'; resolved_at = '2026-01-07 09:00:00'");
        Assert.Equal(["requester|2|Outlook · κολλάει"],
            given.Refresh().Rows("select evidence, tier_c_count, shared_words from marts.failure_months where month = '2026-01-01' and ticket_count > 1"));
    }

    [Theory]
    [InlineData(41, "yes")]
    [InlineData(40, "no")]
    public void Words_that_are_more_than_a_share_of_all_failures_are_for_review_and_not_told(int others, string expected)
    {
        using var given = new GivenWarehouse("update raw.reference_settings set value = 44 where setting = 'guard_n'").Client("Alpha").Source("desk", "2026-02-01 00:00:00");
        for (var i = 0; i < 4; i++)
            given.Ticket("desk", $"w{i}", "Alpha", $"2026-01-{5 + (5 * i):00} 08:00:00", $"subject = 'Το SoftOne κολλάει'; requester = 'maria'; state = 'resolved'; resolved_at = '2026-01-{5 + (5 * i):00} 09:00:00'");
        for (var i = 0; i < others - 1; i++)
            Failure(given, $"o{i}", At(1, 3).AddHours(i), $"PC-{i}", $"p{i}");
        Assert.Equal([expected], given.Refresh().Rows("select is_for_review from marts.failure_months where month = '2026-01-01' and ticket_count = 4"));
    }

    [Fact]
    public void The_mean_number_of_failures_of_a_device_grows_with_each_by_one_over_the_devices_watched()
    {
        using var given = Given("2026-04-01 00:00:00");
        foreach (var asset in new[] { "A", "B" })
            given.Ticket("desk", $"0{asset}", "Alpha", "2026-01-01 08:00:00", $"asset = '{asset}'; kind = 'request'");
        Failure(given, "1", At(1, 11), "A", "maria");
        Failure(given, "2", At(1, 21), "B", "maria");
        Failure(given, "3", At(2, 10), "A", "maria");
        Assert.Equal(["10|2|0.5", "20|2|1", "40|2|1.5"], given.Refresh().Rows("select age_days, device_count, mean_failures from marts.mean_failures order by 1"));
    }

    private static DateTime At(int month, int day) => new(2026, month, day, 8, 0, 0, DateTimeKind.Utc);

    private static GivenWarehouse Given(string dataEnd) => new GivenWarehouse().Client("Alpha").Source("desk", dataEnd);

    private static void Failure(GivenWarehouse given, string id, DateTime at, string asset, string requester) => given.Ticket("desk", id, "Alpha", $"{at:yyyy-MM-dd HH:mm:ss}",
        $"subject = '{id} down'; asset = '{asset}'; category = 'hardware'; requester = '{requester}'; kind = 'incident'; state = 'resolved'; resolved_at = '{at.AddHours(1):yyyy-MM-dd HH:mm:ss}'");
}
