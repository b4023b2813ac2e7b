namespace Insights.Analytics.Tests;

/// <summary>DECISIONS.md, from "Attainment by team" to "Backlog and growth": given rows, expect rows.</summary>
public sealed class DeliveredTests
{
    private const string DataEnd = "2026-03-31 20:00:00";

    [Fact]
    public void The_same_promised_tickets_are_judged_by_agent_and_hour_on_both_clocks()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", DataEnd).Promise("Alpha", "response", null, 14400)
            .Ticket("desk", "1", "Alpha", "2026-03-06 14:50:00", "agent = 'Anna'; responded_at = '2026-03-09 07:05:00'")
            .Ticket("desk", "2", "Alpha", "2026-03-02 08:00:00", "agent = 'Anna'; responded_at = '2026-03-02 09:00:00'")
            .Ticket("desk", "3", "Alpha", "2026-03-02 08:10:00", "responded_at = '2026-03-03 14:00:00'").Refresh();
        Assert.Equal(["client|∅|1|0|1", "client|Anna|2|1|1", "contract|∅|1|0|1", "contract|Anna|2|2|0"],
            given.Rows("select clock, value, promised_count, met_count, breached_count from marts.attainment_by where span = 'month' and dimension = 'agent' order by clock, value nulls first"));
        Assert.Equal(["10|2|1", "16|1|1"], given.Rows("select value, promised_count, met_count from marts.attainment_by where span = 'trailing' and dimension = 'hour' and clock = 'contract' order by 1"));
        Assert.Empty(given.Rows("""
            select dimension, promise_kind, clock, sum(promised_count) from marts.attainment_by where span = 'month' group by all having sum(promised_count) <> 3
            union all select dimension, promise_kind, clock, 0 from marts.attainment_by where attained_ratio not between bound_low and bound_high or attained_ratio not between wilson_low and wilson_high
            """));
    }

    [Theory]
    [InlineData("2026-03-06 16:00:00", "2026-03-09 14:50:00", "0|1, 1|1, 2|1")]
    [InlineData("2026-03-06 14:00:00", "2026-03-09 07:05:00", "0|0, 1|1, 2|1")]
    [InlineData("2026-03-06 14:00:00", "2026-03-06 15:00:00", "0|1, 1|1, 2|1")]
    [InlineData("2026-03-06 14:00:00", "2026-03-06 15:00:01", "0|0, 1|1, 2|1")]
    [InlineData("2026-03-06 14:00:00", null, "0|0, 1|0, 2|0")]
    public void The_same_business_day_ends_with_the_first_closing_after_the_ticket(string created, string? answered, string ladder)
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", DataEnd).Promise("Alpha", "response", null, 3600)
            .Ticket("desk", "1", "Alpha", created, answered is null ? "state = 'open'" : $"responded_at = '{answered}'");
        given.Run("insert into raw.reference_settings (load_id, file, line, setting, value, unit) select 1, 's', 1, 'day_ladder_' || i, i, 'business_days' from range(3) as r (i) where not exists (from raw.reference_settings where setting like 'day_ladder%')");
        Assert.Equal(ladder.Split(", "), given.Refresh().Rows("select business_days, answered_count from marts.response_day_ladder where span = 'month' and clock = 'contract' order by 1"));
    }

    [Fact]
    public void The_ladder_says_what_is_certain_and_what_may_still_be_in_time()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", DataEnd)
            .Ticket("desk", "1", "Alpha", "2026-03-02 08:00:00", "responded_at = '2026-03-02 08:05:00'").Ticket("desk", "2", "Alpha", "2026-03-02 08:00:00", "responded_at = '2026-03-02 08:50:00'")
            .Ticket("desk", "3", "Alpha", "2026-03-31 19:40:00", "state = 'open'").Ticket("desk", "4", "Alpha", "2026-03-28 20:00:00", "state = 'open'")
            .Ticket("desk", "5", "Alpha", "2026-03-02 08:00:00", "state = 'closed'; closed_at = '2026-03-02 08:30:00'");
        given.Run("insert into raw.reference_settings (load_id, file, line, setting, value, unit) values (1, 's', 1, 'ladder_3', 1800, 'seconds')");
        Assert.Equal(["600|5|1|0|0.2|0.2", "1800|5|1|2|0.2|0.6", "3600|5|2|2|0.4|0.8"], given.Refresh().Rows(
            "select threshold_seconds, ticket_count, answered_count, undecided_count, answered_ratio, bound_high from marts.response_ladder where clock = 'client' order by 1"));
        Assert.Empty(given.Rows("from marts.response_ladder_trailing where answered_ratio > bound_high or answered_ratio not between wilson_low and wilson_high"));
    }

    [Fact]
    public void The_promise_that_would_have_been_kept_is_the_time_by_which_that_share_was_answered()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", DataEnd).Promise("Alpha", "response", 2, 3600).Ticket("desk", "slow", "Alpha", "2026-03-02 08:00:00", "priority = 2; responded_at = '2026-03-02 18:00:00'");
        given.Run("insert into raw.reference_expectations (load_id, file, line, client, priority, promise_kind, expectation, seconds, clock) values (1, 'e', 2, 'Alpha', 2, 'response', '10m', 600, 'client'), (1, 'e', 3, 'Alpha', 1, 'response', '10m', 600, 'client')");
        for (var i = 1; i < 20; i++)
            given.Ticket("desk", $"t{i}", "Alpha", "2026-03-02 08:00:00", $"priority = 2; responded_at = timestamp '2026-03-02 08:00:00' + interval {i * 90 / 19} minutes");
        Assert.Equal(["1|∅|not_promised", "2|5400|promise_is_slower"], given.Refresh().Rows("select priority, kept_seconds, parting from marts.expectations where promise_kind = 'response' order by 1"));
    }

    [Fact]
    public void Tickets_of_no_priority_and_of_priorities_nobody_spoke_of_are_rows_so_that_the_parts_are_the_whole()
    {
        using var given = new GivenWarehouse().Client("Alpha").Client("Beta").Source("desk", DataEnd).Promise("Alpha", "response", 2, 3600)
            .Ticket("desk", "1", "Alpha", "2026-03-02 08:00:00", "priority = 2; responded_at = '2026-03-02 08:30:00'")
            .Ticket("desk", "2", "Alpha", "2026-03-02 08:00:00", "responded_at = '2026-03-02 09:00:00'")
            .Ticket("desk", "3", "Alpha", "2026-03-02 08:00:00", "responded_at = '2026-03-02 11:00:00'")
            .Ticket("desk", "4", "Alpha", "2026-03-02 08:00:00", "priority = 4; responded_at = '2026-03-02 12:00:00'")
            .Ticket("desk", "5", "Beta", "2026-03-02 08:00:00", "responded_at = '2026-03-02 12:00:00'").Refresh();
        Assert.Equal(["Alpha|2|as written|1|1800|1800", "Alpha|4|∅|1|14400|14400", "Alpha|∅|∅|2|3600|10800"], given.Rows(
            "select client, priority, promised, ticket_count, median_seconds, p90_seconds from marts.expectations where promise_kind = 'response' order by client, priority nulls last"));
        Assert.Equal(["4"], given.Rows("select ticket_count from marts.response_times_trailing where client = 'Alpha' and clock = 'client' and priority is null and month = '2026-03-01'"));
    }

    [Fact]
    public void The_wait_in_the_clients_own_opening_hours_is_a_clock_where_they_are_known()
    {
        using var given = new GivenWarehouse().Client("Alpha").Client("Beta").Source("desk", DataEnd).Promise("Alpha", "response", 2, 3600)
            .Ticket("desk", "1", "Alpha", "2026-03-06 14:00:00", "priority = 2; responded_at = '2026-03-09 08:10:00'")
            .Ticket("desk", "2", "Beta", "2026-03-06 14:00:00", "priority = 2; responded_at = '2026-03-09 08:10:00'");
        given.Run("""
            insert into raw.reference_calendars (load_id, file, line, calendar, zone, valid_from, kind, weekdays, opens_second, closes_second)
              values (1, 'c', 3, 'shop', 'Europe/Athens', '2020-01-01', 'open', '12345', 36000, 50400);
            update raw.reference_clients set calendar = 'shop' where client = 'Alpha'
            """);
        Assert.Equal(["Alpha|client|238200", "Alpha|client_open|600", "Alpha|contract|7800", "Beta|client|238200"],
            given.Refresh().Rows("select client, clock, median_seconds from marts.response_times order by 1, 2"));
        Assert.Equal(["client|0", "client_open|1", "contract|0"],
            given.Rows("select clock, answered_count from marts.response_ladder where client = 'Alpha' and threshold_seconds = 600 order by 1"));
        Assert.Equal(["238200|600|7800|600"], given.Rows(
            "select median_seconds, median_open_seconds, median_contract_seconds, kept_open_seconds from marts.expectations where promise_kind = 'response'"));
        Assert.Empty(given.Rows("""
            from marts.response_ladder as l
            join marts.response_ladder as w on w.client = l.client and w.month = l.month and w.threshold_seconds = l.threshold_seconds and w.clock = 'client'
            where l.answered_count < w.answered_count
            """));
    }

    [Theory]
    [InlineData(20, 30, "promise_is_slower|slower_than_both")]
    [InlineData(20, 0, "promise_is_slower|∅")]
    [InlineData(20, 15, "promise_is_slower|slower_than_expected")]
    [InlineData(1, 30, "promise_is_slower|∅")]
    public void Delivered_is_slower_than_what_was_said_where_the_whole_interval_lies_below_the_target(int tickets, int minutes, string partings)
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", DataEnd).Promise("Alpha", "response", 1, 1200);
        given.Run("insert into raw.reference_expectations (load_id, file, line, client, priority, promise_kind, expectation, seconds, clock) values (1, 'e', 2, 'Alpha', 1, 'response', '10m', 600, 'client')");
        for (var i = 0; i < tickets; i++)
            given.Ticket("desk", $"t{i}", "Alpha", "2026-03-02 08:00:00", $"priority = 1; responded_at = timestamp '2026-03-02 08:00:00' + interval {minutes} minutes");
        Assert.Equal([partings], given.Refresh().Rows("select parting, delivered_parting from marts.expectations where promise_kind = 'response' and month = '2026-03-01'"));
    }

    [Fact]
    public void Delivered_may_be_slower_than_promised_where_nothing_is_expected_or_more_is()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", DataEnd).Promise("Alpha", "response", 1, 1200);
        for (var i = 0; i < 20; i++)
            given.Ticket("desk", $"t{i}", "Alpha", "2026-03-02 08:00:00", "priority = 1; responded_at = '2026-03-02 08:30:00'");
        Assert.Equal(["not_expected|slower_than_promised"], given.Refresh().Rows("select parting, delivered_parting from marts.expectations where promise_kind = 'response' and month = '2026-03-01'"));
    }

    [Fact]
    public void Tickets_closed_without_an_answer_are_counted_beside_the_median_and_stay_in_it()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", DataEnd);
        for (var i = 1; i <= 10; i++)
            given.Ticket("desk", $"a{i}", "Alpha", "2026-03-02 08:00:00", $"responded_at = timestamp '2026-03-02 08:00:00' + interval {i} hours");
        for (var i = 1; i <= 5; i++)
            given.Ticket("desk", $"c{i}", "Alpha", "2026-03-02 08:00:00", $"state = 'closed'; closed_at = timestamp '2026-03-02 08:00:00' + interval {2 * i - 1} hours");
        given.Ticket("desk", "w", "Alpha", "2026-03-02 08:00:00", "state = 'open'");
        Assert.Equal(["16|10|5|28800"], given.Refresh().Rows("select ticket_count, answered_count, closed_unanswered_count, median_seconds from marts.response_times where clock = 'client'"));
        Assert.Equal(["16|10|5|28800"], given.Rows("select ticket_count, answered_count, closed_unanswered_count, median_seconds from marts.response_times_trailing where clock = 'client'"));
    }

    [Fact]
    public void Open_tickets_stand_in_the_backlog_of_every_month_they_waited_through_with_their_age()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", DataEnd)
            .Ticket("desk", "1", "Alpha", "2026-01-31 10:00:00", "resolved_at = '2026-02-02 10:00:00'; state = 'closed'")
            .Ticket("desk", "2", "Alpha", "2026-02-20 22:00:00", "state = 'open'").Refresh();
        Assert.Equal(["2026-01-01|day|1|43200", "2026-02-01|month|1|691200", "2026-03-01|quarter|1|3362400"], given.Rows("select month, age, open_count, oldest_open_seconds from marts.backlog order by 1"));
        Assert.Equal(["2026-01-01|1", "2026-02-01|1", "2026-03-01|1"], given.Rows("select month, backlog_count from marts.client_months order by 1"));
    }

    [Theory]
    [InlineData(120, 80, "1.5|more")]
    [InlineData(55, 45, "1.2222|not_distinguishable")]
    [InlineData(40, 90, "0.4444|fewer")]
    public void Growth_is_said_where_the_last_months_surely_hold_more_than_those_before(int recent, int before, string growth)
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", "2026-12-31 12:00:00");
        given.Run($"""
            insert into raw.tickets (load_id, line, source, ticket_id, row_hash, client_text, created_at, is_time_ambiguous)
            select 1, i, 'desk', 't' || i, i, 'Alpha', if(i < {before}, timestamp '2026-01-10' + to_days((i % 150)::integer), timestamp '2026-07-10' + to_days((i % 150)::integer)), false from range({recent + before}) as r (i)
            """);
        Assert.Equal([growth], given.Refresh().Rows("select rate_ratio, growth from marts.growth where month = '2026-12-01'"));
        Assert.Equal(["too_few"], given.Rows("select growth from marts.growth where month = '2026-08-01'"));
    }

    [Theory]
    [InlineData("automatic", "met")]
    [InlineData("human", "breached")]
    [InlineData("substantive", "breached")]
    public void The_contract_may_say_which_rung_of_the_ladder_keeps_a_promise(string answeredBy, string outcome)
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", DataEnd, "resolved_at", "none").Promise("Alpha", "response", null, 3600, "client", $"answered_by = '{answeredBy}'")
            .Ticket("desk", "1", "Alpha", "2026-03-02 08:00:00", "requester = 'Maria'").Load("desk", DataEnd, "messages")
            .Message("desk", "1", "2026-03-02 08:00:00", "requester", "is_public = true; is_automatic = false; author = 'Maria'; remarks = ''")
            .Message("desk", "1", "2026-03-02 08:01:00", "agent", "is_public = true; is_automatic = true; author = 'Desk'; remarks = 'automatic'")
            .Message("desk", "1", "2026-03-02 09:30:00", "agent", "is_public = true; is_automatic = false; author = 'Anna'; remarks = ''").Refresh();
        Assert.Equal([outcome], given.Rows("select response_outcome from marts.tickets"));
    }

    [Fact]
    public void Times_stand_by_priority_and_by_kind_and_each_ticket_is_under_one_value_of_either()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", DataEnd)
            .Ticket("desk", "1", "Alpha", "2026-03-02 08:00:00", "priority = 2; kind = 'incident'; responded_at = '2026-03-02 08:10:00'")
            .Ticket("desk", "2", "Alpha", "2026-03-02 08:00:00", "priority = 2; kind = 'request'; responded_at = '2026-03-02 12:00:00'")
            .Ticket("desk", "3", "Alpha", "2026-03-02 08:00:00", "kind = 'request'; responded_at = '2026-03-02 14:00:00'")
            .Ticket("desk", "4", "Alpha", "2026-03-02 08:00:00", "responded_at = '2026-03-02 09:00:00'")
            .Refresh();
        Assert.Equal(
            ["kind|∅|1|3600", "kind|incident|1|600", "kind|request|2|14400", "priority|∅|2|3600", "priority|2|2|600"],
            given.Rows("select dimension, value, ticket_count, median_seconds from marts.times_by where promise_kind = 'response' and clock = 'client' and month = '2026-03-01' order by dimension, value nulls first"));
        Assert.Empty(given.Rows("""
            with whole as (
              select 'response' as promise_kind, * exclude closed_unanswered_count from marts.response_times_trailing where priority is null
              union all by name
              select 'resolve' as promise_kind, * from marts.resolve_times_trailing where priority is null
            )
            select w.client, w.month, w.promise_kind, w.clock, p.dimension
            from whole as w
            left join marts.times_by as p on p.client = w.client and p.month = w.month and p.promise_kind = w.promise_kind and p.clock = w.clock
            group by all
            having sum(p.ticket_count) is distinct from any_value(w.ticket_count)
            """));
    }
}
