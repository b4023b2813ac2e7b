namespace Insights.Analytics.Tests.Repeats;

/// <summary>DECISIONS.md, "Trend of a failure" and "First-time fix".</summary>
public sealed class DevicesTests
{
    [Fact]
    public void The_time_between_failures_is_counted_from_the_first_ticket_with_its_exact_interval()
    {
        using var given = Given("2029-02-09 00:00:00");
        given.Ticket("desk", "0", "Alpha", "2025-01-01 00:00:00", "asset = 'PRN-1'; kind = 'request'");
        foreach (var day in new[] { 5, 40, 43, 175, 389, 712, 747, 795, 1299, 1478 })
            Failure(given, $"d{day}", new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(day), "PRN-1");
        Assert.Equal(["PRN-1|10|1500|150|37.2281|not_distinguishable|∅"],
            given.Refresh().Rows("select asset, event_count, watched_days, mtbf_days, mil_chi_squared, wording, direction from marts.devices"));
        Assert.Equal(["yes|yes|yes"], given.Rows("select mtbf_low between 81 and 82, mtbf_high between 312 and 313, round(laplace_u, 5) = -1.32695 from marts.devices"));
    }

    [Fact]
    public void A_device_that_never_failed_has_a_lower_bound_only_and_its_first_failure_is_no_event()
    {
        using var given = Given("2026-04-11 00:00:00");
        given.Ticket("desk", "0", "Alpha", "2026-01-01 00:00:00", "asset = 'SRV'; kind = 'request'");
        Failure(given, "1", new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), "PC-1");
        Assert.Equal(["PC-1|0|∅|33.3808|∅|dates", "SRV|0|∅|33.3808|∅|dates"],
            given.Refresh().Rows("select asset, event_count, mtbf_days, mtbf_low, mtbf_high, wording from marts.devices order by 1"));
    }

    [Fact]
    public void Failures_that_come_faster_and_faster_are_a_trend_and_few_are_only_counted()
    {
        using var given = Given("2026-07-01 00:00:00");
        given.Ticket("desk", "0", "Alpha", "2026-01-01 00:00:00", "asset = 'NAS'; kind = 'request'");
        given.Ticket("desk", "00", "Alpha", "2026-01-01 00:00:00", "asset = 'UPS'; kind = 'request'");
        for (var i = 0; i < 22; i++)
            Failure(given, $"n{i}", new DateTime(2026, 6, 30, 0, 0, 0, DateTimeKind.Utc).AddDays(-i * (i + 1) / 3.0), "NAS");
        for (var i = 0; i < 4; i++)
            Failure(given, $"u{i}", new DateTime(2026, 2, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(i * 30), "UPS");
        Assert.Equal(["NAS|22|trend|worse", "UPS|4|counts|∅"], given.Refresh().Rows("select asset, event_count, wording, direction from marts.devices order by 1"));
    }

    [Fact]
    public void A_fix_too_young_to_judge_counts_neither_for_nor_against()
    {
        using var given = Given("2026-03-02 00:30:00");
        Failure(given, "a1", At(1, 1), "A");
        Failure(given, "a2", At(1, 11), "A");
        Failure(given, "b1", At(2, 10), "B");
        Failure(given, "c1", At(1, 5), "C");
        Failure(given, "c2", At(1, 30), "C");
        Failure(given, "d1", At(1, 2), "D");
        Assert.Equal(["6|2|0.625"], given.Refresh().Rows("select episode_count, returned_count, fixed_ratio from marts.first_fixes where month = '2026-02-01'"));
    }

    private static DateTime At(int month, int day) => new(2026, month, day, 0, 0, 0, DateTimeKind.Utc);

    private static GivenWarehouse Given(string dataEnd) => new GivenWarehouse().Client("Alpha").Source("desk", dataEnd);

    private static void Failure(GivenWarehouse given, string id, DateTime at, string asset) => given.Ticket("desk", id, "Alpha", $"{at:yyyy-MM-dd HH:mm:ss}",
        $"asset = '{asset}'; category = 'hardware'; kind = 'incident'; state = 'resolved'; resolved_at = '{at.AddMinutes(30):yyyy-MM-dd HH:mm:ss}'");
}
