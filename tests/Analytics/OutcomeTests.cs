namespace Insights.Analytics.Tests;

/// <summary>DECISIONS.md, "Outcome": each row of the table, given rows, expect rows. Promises here run on the client clock, 1 hour.</summary>
public sealed class OutcomeTests
{
    private const string DataEnd = "2026-03-10 12:00:00";

    [Theory]
    [InlineData("responded_at = '2026-03-02 09:00:00'", "met")]
    [InlineData("responded_at = '2026-03-02 09:00:01'", "breached")]
    [InlineData("state = 'open'", "breached")]
    [InlineData("state = 'closed'; closed_at = '2026-03-02 08:30:00'", "unknown")]
    [InlineData("state = 'closed'; closed_at = '2026-03-02 11:00:00'", "breached")]
    [InlineData("state = 'closed'", "unknown")]
    [InlineData("responded_at = '2026-03-02 07:59:00'", "unknown")]
    public void A_ticket_of_08_00_promised_an_answer_within_the_hour(string then, string outcome)
    {
        using var given = Given().Ticket("desk", "1", "Alpha", "2026-03-02 08:00:00", then).Refresh();
        Assert.Equal([outcome], given.Rows("select response_outcome from marts.tickets"));
    }

    [Fact]
    public void An_open_ticket_due_after_the_data_ends_is_running_until_a_later_as_of_makes_it_unknown()
    {
        using var given = Given().Ticket("desk", "1", "Alpha", "2026-03-10 11:30:00", "state = 'open'").Refresh();
        Assert.Equal(["running"], given.Rows("select response_outcome from marts.tickets"));
        given.Refresh(new DateTime(2026, 3, 11, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(["unknown"], given.Rows("select response_outcome from marts.tickets"));
    }

    [Fact]
    public void An_earlier_as_of_sees_neither_later_tickets_nor_later_answers()
    {
        using var given = Given()
            .Ticket("desk", "1", "Alpha", "2026-03-02 08:00:00", "responded_at = '2026-03-02 08:50:00'; resolved_at = '2026-03-03 08:00:00'; state = 'resolved'")
            .Ticket("desk", "2", "Alpha", "2026-03-04 08:00:00")
            .Refresh(new DateTime(2026, 3, 2, 8, 30, 0, DateTimeKind.Utc));
        Assert.Equal(["1|∅|∅|open|running"], given.Rows("select ticket_id, responded_at, resolved_at, state, response_outcome from marts.tickets"));
    }

    [Fact]
    public void A_tool_that_exports_no_response_leaves_the_response_unknown_not_zero()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", DataEnd, "resolved_at,closed_at", "none").Promise("Alpha", "response", null, 3600, "client")
            .Ticket("desk", "1", "Alpha", "2026-03-02 08:00:00").Refresh();
        Assert.Equal(["unknown|∅|T1"], given.Rows("select response_outcome, response_client_seconds, evidence_tier from marts.tickets"));
        Assert.Empty(given.Rows("from marts.response_ladder"));
        Assert.Empty(given.Rows("from marts.response_times"));
    }

    [Fact]
    public void A_client_without_a_contract_is_not_promised_and_has_no_contract_clock()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", DataEnd).Ticket("desk", "1", "Alpha", "2026-03-02 08:00:00", "responded_at = '2026-03-02 09:00:00'").Refresh();
        Assert.Equal(["not_promised|3600|∅"], given.Rows("select response_outcome, response_client_seconds, response_contract_seconds from marts.tickets"));
    }

    [Fact]
    public void A_ticket_dated_after_the_end_of_its_own_data_is_kept_and_has_no_waiting_time()
    {
        using var given = Given().Ticket("desk", "1", "Alpha", "2026-03-11 09:00:00", "state = 'open'").Refresh();
        Assert.Equal(["running|∅"], given.Rows("select response_outcome, response_client_seconds from marts.tickets"));
        Assert.Empty(given.Rows("from marts.response_times"));
    }

    [Fact]
    public void On_the_contract_clock_friday_evening_to_monday_morning_is_five_minutes()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", DataEnd).Promise("Alpha", "response", null, 1800)
            .Ticket("desk", "1", "Alpha", "2026-02-27 15:50:00", "responded_at = '2026-03-02 07:05:00'").Refresh();
        Assert.Equal(["227700|300|met|2026-03-02 07:30:00"], given.Rows("select response_client_seconds, response_contract_seconds, response_outcome, response_due_at from marts.tickets"));
    }

    [Fact]
    public void The_row_for_the_very_priority_wins_over_the_row_for_every_priority()
    {
        using var given = Given().Promise("Alpha", "response", 1, 600, "client")
            .Ticket("desk", "1", "Alpha", "2026-03-02 08:00:00", "priority = 1").Ticket("desk", "2", "Alpha", "2026-03-02 08:00:00", "priority = 2").Refresh();
        Assert.Equal(["1|600", "2|3600"], given.Rows("select ticket_id, response_promise_seconds from marts.tickets order by 1"));
    }

    [Fact]
    public void A_contract_that_changes_at_new_year_judges_each_ticket_by_the_row_of_its_own_local_day()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", DataEnd)
            .Promise("Alpha", "response", null, 14400, "client", "valid_to = '2025-12-31'").Promise("Alpha", "response", null, 7200, "client", "valid_from = '2026-01-01'")
            .Ticket("desk", "old", "Alpha", "2025-12-31 21:50:00").Ticket("desk", "new", "Alpha", "2025-12-31 22:10:00").Refresh();
        Assert.Equal(["new|7200", "old|14400"], given.Rows("select ticket_id, response_promise_seconds from marts.tickets order by 1"));
    }

    [Fact]
    public void Attainment_keeps_everybody_and_its_bounds_hold_the_running_and_unknown()
    {
        using var given = Given();
        for (var i = 0; i < 29; i++)
            given.Ticket("desk", $"met{i}", "Alpha", "2026-03-02 08:00:00", "responded_at = '2026-03-02 08:30:00'");
        given.Ticket("desk", "late", "Alpha", "2026-03-02 08:00:00", "responded_at = '2026-03-02 10:00:00'")
            .Ticket("desk", "running", "Alpha", "2026-03-10 11:30:00", "state = 'open'")
            .Ticket("desk", "phone", "Alpha", "2026-03-02 08:00:00", "state = 'closed'; closed_at = '2026-03-02 08:10:00'")
            .Ticket("desk", "merged", "Alpha", "2026-03-02 08:00:00", "state = 'merged'").Refresh();
        Assert.Equal(
            ["32|29|1|1|1|0.9667|0.9062|0.9688"],
            given.Rows("select promised_count, met_count, breached_count, running_count, unknown_count, attained_ratio, bound_low, bound_high from marts.attainment where promise_kind = 'response' and priority is null"));
    }

    [Fact]
    public void Targets_that_differ_are_judged_by_their_mean_over_the_promised_tickets()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", DataEnd).Promise("Alpha", "response", 1, 3600, "client").Promise("Alpha", "response", 4, 3600, "client");
        given.Run("update raw.reference_promises set target_ratio = case priority when 1 then 0.99 else 0.9 end");
        for (var i = 0; i < 10; i++)
            given.Ticket("desk", $"{i}", "Alpha", i < 4 ? "2026-02-02 08:00:00" : "2026-03-02 08:00:00", $"priority = {(i % 5 == 0 ? 1 : 4)}");
        given.Refresh();
        Assert.Equal(["1|0.99", "4|0.9", "∅|0.918"], given.Rows(Target("2026-03-01")));
        given.Run("update raw.reference_promises set target_ratio = null where priority = 1; update raw.loads set load_id = load_id + 100; update raw.tickets set load_id = load_id + 100");
        Assert.Equal(["1|∅", "4|0.9", "∅|∅"], given.Refresh().Rows(Target("2026-03-01")));

        static string Target(string month) => $"select priority, target_ratio from marts.attainment_trailing where promise_kind = 'response' and month = '{month}' order by 1";
    }

    [Fact]
    public void An_expectation_is_judged_on_decided_tickets_only()
    {
        using var given = Given()
            .Ticket("desk", "soon", "Alpha", "2026-03-02 08:00:00", "priority = 1; responded_at = '2026-03-02 08:05:00'")
            .Ticket("desk", "late", "Alpha", "2026-03-02 08:00:00", "priority = 1; responded_at = '2026-03-02 09:00:00'")
            .Ticket("desk", "waits", "Alpha", "2026-03-02 08:00:00", "priority = 1; state = 'open'")
            .Ticket("desk", "just in", "Alpha", "2026-03-10 11:55:00", "priority = 1; state = 'open'")
            .Ticket("desk", "phone", "Alpha", "2026-03-02 08:00:00", "priority = 1; state = 'closed'; closed_at = '2026-03-02 08:05:00'");
        given.Run("insert into raw.reference_expectations (load_id, file, line, client, priority, promise_kind, expectation, seconds, clock) values (1, 'e', 2, 'Alpha', 1, 'response', '10m', 600, 'client')");
        given.Refresh();
        Assert.Equal(["1|5|0.3333", "2|0|∅"], given.Rows("select priority, ticket_count, within_expected_ratio from marts.expectations where promise_kind = 'response' and priority < 3 and month = '2026-03-01' order by 1"));
        given.Run("delete from raw.reference_expectations; update raw.loads set load_id = load_id + 100; update raw.tickets set load_id = load_id + 100");
        Assert.Equal(["1|5|∅"], given.Refresh().Rows("select priority, ticket_count, within_expected_ratio from marts.expectations where promise_kind = 'response' and priority = 1 and month = '2026-03-01'"));
    }

    [Fact]
    public void The_two_clocks_are_summed_over_the_same_tickets_or_not_at_all()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", DataEnd).Promise("Alpha", "response", null, 3600, more: "valid_from = '2026-02-01'");
        given.Run("update raw.reference_calendars set valid_from = '2026-02-10'");
        given.Ticket("desk", "before", "Alpha", "2026-02-02 08:00:00", "responded_at = '2026-02-02 08:30:00'")
            .Ticket("desk", "after", "Alpha", "2026-02-12 08:00:00", "responded_at = '2026-02-12 08:30:00'")
            .Ticket("desk", "next", "Alpha", "2026-03-02 08:00:00", "responded_at = '2026-03-02 08:30:00'").Refresh();
        Assert.Equal(["2026-02-01|2|3600|∅", "2026-03-01|1|1800|1800"],
            given.Rows("select month, answered_count, response_client_seconds_total, response_contract_seconds_total from marts.client_months order by 1"));
        Assert.Equal(["after|met", "before|unknown", "next|met"], given.Rows("select ticket_id, response_outcome from marts.tickets order by 1"));
    }

    [Theory]
    [InlineData(0, 0, "not_measurable")]
    [InlineData(9, 9, "too_few")]
    [InlineData(100, 100, "met")]
    [InlineData(92, 100, "not_distinguishable")]
    [InlineData(80, 100, "missed")]
    public void A_reading_against_95_percent_rests_on_the_whole_interval(int met, int decided, string reading)
    {
        using var given = new GivenWarehouse().Refresh();
        Assert.Equal([reading], given.Rows($"select computed.target_reading({met}, {decided}, 0.95, 10)"));
        Assert.Equal([decided < 10 ? reading : "no_target"], given.Rows($"select computed.target_reading({met}, {decided}, null, 10)"));
    }

    [Fact]
    public void Outcomes_add_up_to_the_promised_and_the_ratio_lies_between_its_bounds()
    {
        using var given = Given();
        var random = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var created = new DateTime(2026, 2, 1).AddMinutes(random.Next(0, 40 * 1440));
            var set = random.Next(5) switch
            {
                0 => "state = 'open'",
                1 => $"state = 'closed'; closed_at = '{created.AddMinutes(random.Next(200)):yyyy-MM-dd HH:mm:ss}'",
                _ => $"responded_at = '{created.AddMinutes(random.Next(200)):yyyy-MM-dd HH:mm:ss}'; priority = {random.Next(1, 5)}",
            };
            given.Ticket("desk", $"{i}", "Alpha", $"{created:yyyy-MM-dd HH:mm:ss}", set);
        }

        given.Refresh();
        Assert.Empty(given.Rows("from marts.attainment where promised_count <> met_count + breached_count + running_count + unknown_count"));
        Assert.Empty(given.Rows("from marts.attainment where not (bound_low <= attained_ratio and attained_ratio <= bound_high and wilson_low <= attained_ratio and attained_ratio <= wilson_high)"));
        Assert.Equal(["300"], given.Rows("select sum(promised_count) from marts.attainment where promise_kind = 'response' and priority is null"));
        Assert.Equal(
            given.Rows("select month, sum(met_count) from marts.attainment where priority is not null and promise_kind = 'response' group by month order by 1").Count,
            given.Rows("select month from marts.client_months").Count);
    }

    private static GivenWarehouse Given() => new GivenWarehouse().Client("Alpha").Source("desk", DataEnd).Promise("Alpha", "response", null, 3600, "client");
}
