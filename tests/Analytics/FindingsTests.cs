namespace Insights.Analytics.Tests;

/// <summary>marts.findings: what may be said about a month, from what was known then, in order of weight.</summary>
public sealed class FindingsTests
{
    [Fact]
    public void A_failure_is_called_chronic_only_from_the_month_it_became_so()
    {
        using var given = Given();
        foreach (var day in new[] { "2026-01-05", "2026-03-20", "2026-07-05", "2026-07-20", "2026-08-05" })
            given.Ticket("desk", day, "Alpha", $"{day} 09:00:00", $"category = 'vpn'; asset = 'router'; state = 'resolved'; resolved_at = '{day} 10:00:00'");
        given.Refresh();
        Assert.Equal(["2026-08-01|5|router · vpn", "2026-09-01|5|router · vpn"],
            given.Rows("select month, count, detail from marts.findings where code = 'chronic_failure' order by 1"));
        Assert.Equal(["yes"], given.Rows("select is_chronic from marts.failure_groups"));
    }

    [Fact]
    public void A_backlog_is_measured_against_the_months_there_are()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", "2026-02-20 12:00:00");
        for (var i = 0; i < 12; i++)
            given.Ticket("desk", $"{i}", "Alpha", $"2026-0{1 + (i % 2)}-10 09:00:00", i < 4 ? "state = 'open'" : "state = 'closed'; closed_at = '2026-02-11 09:00:00'");
        given.Refresh();
        Assert.Equal(["2026-01-01|6|1|6", "2026-02-01|4|2|12"],
            given.Rows("select month, backlog_count, trailing_month_count, trailing_ticket_count from marts.client_months order by 1"));
        Assert.Empty(given.Rows("from marts.findings where code in ('backlog_high', 'backlog_low')"));
    }

    [Fact]
    public void Six_months_are_compared_only_with_six_months()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", "2026-06-20 12:00:00");
        var first = new DateTime(2025, 7, 10, 9, 0, 0);
        for (var month = 0; month < 12; month++)
            for (var i = 0; i < 8; i++)
                given.Ticket("desk", $"{month}-{i}", "Alpha", $"{first.AddMonths(month):yyyy-MM-dd HH:mm:ss}",
                    $"responded_at = '{first.AddMonths(month).AddMinutes((month < 6 ? 100 : 10) + i):yyyy-MM-dd HH:mm:ss}'");
        given.Refresh();
        Assert.Equal(["2026-06-01|response_faster|780|6180"],
            given.Rows("select month, code, seconds, other_seconds from marts.findings where code in ('response_faster', 'response_slower')"));
    }

    [Fact]
    public void The_heaviest_comes_first_and_the_best_favourable_one_third_at_the_latest()
    {
        using var given = Given();
        for (var i = 0; i < 4; i++)
            given.Ticket("desk", $"{i}", "Alpha", "2026-03-02 09:00:00", "responded_at = '2026-03-02 09:30:00'; state = 'resolved'; resolved_at = '2026-03-02 10:00:00'");
        given.Refresh();
        Assert.Equal(["1|no_promise|70", "2|backlog_low|30", "3|response_median|15", "4|resolve_median|10"],
            given.Rows("select rank, code, weight from marts.findings where month = '2026-03-01' order by rank"));
        given.Promise("Alpha", "response", null, 600, "client").Promise("Alpha", "resolve", null, 1200, "client").Run("update raw.loads set load_id = load_id + 100; update raw.tickets set load_id = load_id + 100");
        given.Refresh();
        Assert.Equal(["response_target_missed", "resolve_target_missed", "backlog_low"],
            given.Rows("select code from marts.findings where month = '2026-03-01' and rank <= 3 order by rank"));
    }

    [Fact]
    public void Failures_that_return_are_held_against_nobody_while_the_interval_reaches_below_the_limit()
    {
        using var given = Given();
        for (var month = 1; month <= 8; month++)
            given.Ticket("desk", $"{month}", "Alpha", $"2026-0{month}-01 09:00:00", $"category = 'vpn'; asset = 'router{(month < 3 ? 0 : month)}'; state = 'resolved'; resolved_at = '2026-0{month}-05 09:00:00'");
        given.Refresh();
        Assert.Equal(["1|0.125|∅"], given.Rows("select count, ratio, is_favourable from marts.findings where code = 'failures_return' and month = '2026-08-01'"));
    }

    private static GivenWarehouse Given() => new GivenWarehouse().Client("Alpha").Source("desk", "2026-09-20 12:00:00");
}
