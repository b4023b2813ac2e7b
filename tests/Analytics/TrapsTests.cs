using System.Globalization;
using Insights.Analytics.Calendars;
using NodaTime;

namespace Insights.Analytics.Tests;

/// <summary>Where other programs' reports went wrong, asked of the marts: given rows, expected rows. Instants UTC; Athens is two hours ahead, three in summer.</summary>
public sealed class TrapsTests
{
    private const string DataEnd = "2026-11-20 12:00:00";
    private const string Monday = "2026-03-02 08:00:00";

    /// <summary>Eight working hours from Tuesday 16:00 Athens, waiting from 16:30 to Thursday 10:00: 30 min used, 450 left, due Friday 09:30, Wednesday a holiday or not.</summary>
    [Theory]
    [InlineData(true, 5400, 28800)]
    [InlineData(false, 34200, 0)]
    public void A_pause_over_a_holiday_moves_the_due_time_by_its_open_hours_alone(bool isHoliday, int agreed, int holiday)
    {
        using var given = Given().Promise("Alpha", "resolve", null, 28800).Ticket("desk", "1", "Alpha", "2026-10-27 14:00:00", "resolved_at = '2026-10-30 07:30:00'; state = 'closed'");
        if (isHoliday)
            given.Run("insert into raw.reference_holidays (load_id, file, line, holidays, rule, name) values (1, 'h', 2, 'GR', '10-28', 'Ochi'); update raw.reference_calendars set holidays = 'GR'");
        States(given, "2026-10-27 14:00:00 open, 2026-10-27 14:30:00 pending, 2026-10-29 08:00:00 open, 2026-10-30 07:30:00 closed");
        Assert.Equal(["2026-10-30 07:30:00|met|28800"], given.Refresh().Rows("select resolve_due_at, resolve_outcome, resolve_contract_seconds from marts.tickets"));
        Assert.Equal([$"{agreed}|{holiday}"], given.Rows("select agreed_pause_seconds, holiday_seconds from marts.ticket_clocks where measure = 'resolve'"));
    }

    /// <summary>Waiting 08:30 to 09:30. Asked as P3 (8 h) and raised to P2 (2 h) at 09:45 it is due 11:00: its final priority, moved by its pause.</summary>
    [Theory]
    [InlineData("2026-03-02 11:00:00", "met")]
    [InlineData("2026-03-02 11:00:01", "breached")]
    public void A_ticket_that_waited_and_was_then_raised_is_due_by_its_final_priority_moved_by_its_pause(string resolvedAt, string outcome)
    {
        using var given = Given().Promise("Alpha", "resolve", 2, 7200).Promise("Alpha", "resolve", 3, 28800)
            .Ticket("desk", "1", "Alpha", Monday, $"priority = 2; state = 'resolved'; resolved_at = '{resolvedAt}'; requester = 'Eva'");
        States(given, $"{Monday} open, 2026-03-02 08:30:00 pending, 2026-03-02 09:30:00 open, {resolvedAt} resolved");
        given.Event("desk", "1", Monday, "priority", "3", "actor = 'Eva'").Event("desk", "1", "2026-03-02 09:45:00", "priority", "2", "actor = 'Agent'; old_text = '3'").Refresh();
        Assert.Equal([$"2026-03-02 11:00:00|{outcome}"], given.Rows("select resolve_due_at, resolve_outcome from marts.tickets"));
        Assert.Equal([$"raised|{outcome}|met|no"], given.Rows("select direction, resolve_outcome, resolve_outcome_asked, is_resolve_met_only_lowered from marts.priority_disputes"));
    }

    [Fact]
    public void A_ticket_the_agent_opened_is_answered_by_the_next_public_message_and_its_priority_nobody_asked_for()
    {
        using var given = Given("resolved_at", "none").Promise("Alpha", "response", null, 3600, "client")
            .Ticket("desk", "1", "Alpha", Monday, "requester = 'Maria'; agent = 'Nikos'; priority = 2; channel = 'phone'")
            .Event("desk", "1", Monday, "priority", "2", "actor = 'Nikos'")
            .Message("desk", "1", Monday, "agent", "is_public = true; is_automatic = false; author = 'Nikos'; remarks = ''")
            .Message("desk", "1", "2026-03-02 08:20:00", "agent", "is_public = false; is_automatic = false; author = 'Nikos'; remarks = ''")
            .Message("desk", "1", "2026-03-02 09:00:01", "agent", "is_public = true; is_automatic = false; author = 'Nikos'; remarks = ''").Refresh();
        Assert.Equal(["2026-03-02 09:00:01|breached|∅"], given.Rows("select responded_at, response_outcome, priority_asked from marts.tickets"));
    }

    /// <summary>The list has forgotten Nikos, who answered from an address of the client's domain: as he worked there then, he answered.</summary>
    [Theory]
    [InlineData("agent = null")]
    [InlineData("agent = 'Petros'")]
    [InlineData("agent = '-'")]
    public void An_agent_who_left_stays_the_one_who_answered(string now)
    {
        using var given = Given("resolved_at,agent", "none").Promise("Alpha", "response", null, 3600, "client")
            .Ticket("desk", "1", "Alpha", Monday, "requester = 'Maria'; requester_mail = 'maria@shop.example'; agent = 'Nikos'").Load("desk", DataEnd)
            .Ticket("desk", "1", "Alpha", Monday, $"requester = 'Maria'; requester_mail = 'maria@shop.example'; {now}").Load("desk", DataEnd, "messages")
            .Message("desk", "1", "2026-03-02 08:30:00", "agent", "is_public = true; is_automatic = false; author = 'Nikos'; author_mail = 'nikos@shop.example'; remarks = ''").Refresh();
        Assert.Equal(["2026-03-02 08:30:00|met"], given.Rows("select responded_at, response_outcome from marts.tickets"));
        Assert.Equal(["agent"], given.Rows("select author_side from staging.messages"));
    }

    [Fact]
    public void A_ticket_open_for_more_than_a_year_is_late_waits_in_every_month_and_is_counted_to_the_second()
    {
        var calendar = WorkingTime.Build(new CalendarVersion("support", DateTimeZoneProviders.Tzdb["Europe/Athens"], new LocalDate(2020, 1, 1), [new WeeklyHours("12345", 32400, 61200)], [], null), 2024, 2028);
        using var given = Given().Promise("Alpha", "response", null, 3600).Promise("Alpha", "resolve", null, 3600)
            .Ticket("desk", "open", "Alpha", "2025-05-05 08:00:00", "state = 'open'")
            .Ticket("desk", "done", "Alpha", "2025-05-05 08:00:00", "state = 'closed'; responded_at = '2026-10-05 08:00:00'; resolved_at = '2026-11-05 08:00:00'").Refresh();
        var worked = calendar.Elapsed(Epoch("2025-05-05 08:00:00"), Epoch("2026-11-05 08:00:00"));
        Assert.Equal([$"done|breached|breached|{worked}", "open|breached|breached|∅"], given.Rows("select ticket_id, response_outcome, resolve_outcome, resolve_contract_seconds from marts.tickets order by 1"));
        Assert.Equal(["19|48744000"], given.Rows("select count(distinct month), max(oldest_open_seconds) from marts.backlog"));
        Assert.Equal(["1"], given.Rows("select open_count from marts.backlog where month = '2026-11-01' and age = 'older'"));
    }

    [Fact]
    public void Hours_that_change_after_a_ticket_is_closed_judge_only_what_is_created_from_then_on()
    {
        const string Judged = "select ticket_id, response_contract_seconds, response_due_at, response_outcome from marts.tickets order by 1";
        using var given = Given().Promise("Alpha", "response", null, 3600)
            .Ticket("desk", "before", "Alpha", "2026-03-02 14:30:00", "responded_at = '2026-03-03 07:20:00'; state = 'closed'")
            .Ticket("desk", "from then", "Alpha", "2026-03-04 14:30:00", "responded_at = '2026-03-05 07:20:00'; state = 'closed'").Refresh();
        Assert.Equal(["before|3000|2026-03-03 07:30:00|met", "from then|3000|2026-03-05 07:30:00|met"], given.Rows(Judged));

        given.Run("""
            insert into raw.reference_calendars (load_id, file, line, calendar, zone, valid_from, kind, weekdays, opens_second, closes_second)
              values (1, 'c', 3, 'support', 'Europe/Athens', '2026-03-04', 'open', '12345', 28800, 72000);
            update raw.loads set load_id = load_id + 100; update raw.tickets set load_id = load_id + 100
            """);
        Assert.Equal(["before|3000|2026-03-03 07:30:00|met", "from then|17400|2026-03-04 15:30:00|breached"], given.Refresh().Rows(Judged));
    }

    /// <summary>Answered within 30 working minutes of the 60 promised: 30 left; after 270: 210 too many. Another suite's case, Berlin, 21 March 2013.</summary>
    [Theory]
    [InlineData("2013-03-21 10:00:00", 1800, "met", 1800)]
    [InlineData("2013-03-21 14:00:00", -12600, "breached", -12600)]
    public void What_is_left_of_a_promise_is_the_promise_less_the_working_time_used(string respondedAt, int left, string outcome, int untilDue)
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", "2014-01-10 12:00:00").Promise("Alpha", "response", null, 3600)
            .Ticket("desk", "1", "Alpha", "2013-03-21 09:30:00", $"responded_at = '{respondedAt}'; state = 'open'");
        given.Run("update raw.reference_calendars set zone = 'Europe/Berlin', valid_from = '2000-01-01'");
        Assert.Equal([$"{left}|{outcome}|{untilDue}"], given.Refresh().Rows("select response_promise_seconds - response_contract_seconds, response_outcome, epoch(response_due_at - responded_at)::bigint from marts.tickets"));
    }

    /// <summary>Twelve tickets, four of them not answered yet: of those answered 6 in 8 were within 4 h; of all, 52 %.</summary>
    [Fact]
    public void Leaving_out_the_unanswered_says_75_percent_within_four_hours_where_the_curve_says_52()
    {
        using var given = Given("responded_at");
        var minutes = new[] { (30, true), (60, true), (72, true), (120, true), (150, false), (180, true), (240, true), (270, false), (360, true), (480, true), (540, false), (1200, false) };
        var end = DateTime.Parse(DataEnd, CultureInfo.InvariantCulture);
        foreach (var (wait, isAnswered) in minutes)
            given.Ticket("desk", $"{wait}", "Alpha", Text(end.AddMinutes(-wait)), isAnswered ? $"state = 'open'; responded_at = '{DataEnd}'" : "state = 'open'");
        Assert.Equal(["12|8|14400|∅|0.75"], given.Refresh().Rows("""
            select r.ticket_count, r.answered_count, r.median_seconds, r.p90_seconds,
              (select count(*) filter (response_client_seconds <= 14400) / count(response_client_seconds)::double from marts.tickets)
            from marts.response_times as r where r.clock = 'client'
            """));
        var curve = Statistics.KaplanMeier.Of(
            [.. given.Rows("select seconds from intermediate.survival_samples where measure = 'response' and clock = 'client' order by seconds").Select(r => long.Parse(r, CultureInfo.InvariantCulture))],
            [.. given.Rows("select is_event from intermediate.survival_samples where measure = 'response' and clock = 'client' order by seconds").Select(r => r == "yes")]);
        Assert.Equal(.5238, curve.AnsweredWithin(14400).Ratio, 4);
        Assert.Equal(.2763, curve.AnsweredWithin(14400).Interval.Low, 4);
        Assert.Equal(.8177, curve.AnsweredWithin(14400).Interval.High, 4);
    }

    /// <summary>DuckDB's quantile of decimals is cut to their digits: 52.6 for ten values whose P90 is 52.7. So no relation of ours may hold any.</summary>
    [Fact]
    public void Quantiles_are_never_taken_of_decimals_which_the_database_cuts()
    {
        using var given = Given().Promise("Alpha", "response", null, 3600).Ticket("desk", "1", "Alpha", Monday, "responded_at = '2026-03-02 08:30:00'");
        const string Values = "(values (49.6), (47.6), (49.9), (51.3), (47.8), (51.2), (52.6), (52.4), (53.6), (52.1)) as t (value)";
        Assert.Equal(["52.6|52.7"], given.Rows($"select quantile_cont(value, 0.9), quantile_cont(value::double, 0.9) from {Values}"));
        given.RefreshAll();
        Assert.Equal(["yes"], given.Rows("select count(*) > 500 from duckdb_columns() where schema_name in ('reference', 'staging', 'intermediate', 'computed', 'marts')"));
        Assert.Empty(given.Rows("select schema_name, table_name, column_name from duckdb_columns() where data_type like 'DECIMAL%'"));
    }

    /// <summary>Promised 60 min on the contract clock without pauses; solved after 180 min, or answered after 90. The tool says met.</summary>
    [Theory]
    [InlineData("resolve", "vendor_resolve_outcome = 'met'; resolved_at = '2026-03-02 11:00:00'; vendor_resolve_due_at = '2026-03-02 12:00:00'", true, "priority_changed")]
    [InlineData("resolve", "vendor_resolve_outcome = 'met'; resolved_at = '2026-03-02 11:00:00'; vendor_resolve_due_at = '2026-03-02 12:00:00'", false, "other_due")]
    [InlineData("response", "vendor_response_outcome = 'met'; responded_at = '2026-03-02 09:30:00'; vendor_response_due_at = '2026-03-02 09:00:00'", false, "response_differs")]
    [InlineData("response", "vendor_response_outcome = 'met'; responded_at = '2026-03-02 09:30:00'; vendor_response_due_at = '2026-03-02 09:00:00'", true, "priority_changed")]
    [InlineData("response", "vendor_response_outcome = 'breached'; responded_at = '2026-03-02 08:30:00'", false, "response_differs")]
    [InlineData("resolve", "vendor_resolve_outcome = 'breached'; resolved_at = '2026-03-02 08:30:00'; state = 'closed'", false, "due_not_stated")]
    public void Why_the_tools_verdict_differs_from_ours(string kind, string ticket, bool hasTwoPriorities, string reason)
    {
        using var given = Given(semantics: "assignment").Promise("Alpha", kind, null, 3600, "contract", "pauses = ''").Ticket("desk", "1", "Alpha", Monday, ticket + "; priority = 2").Load("desk", DataEnd, "events");
        if (hasTwoPriorities)
            given.Event("desk", "1", Monday, "priority", "3").Event("desk", "1", "2026-03-02 08:10:00", "priority", "2");
        Assert.Equal([$"{kind}|{reason}"], given.Refresh().Rows("select promise_kind, reason from marts.ticket_differences"));
    }

    private static GivenWarehouse Given(string fields = "responded_at,resolved_at,closed_at", string semantics = "public_reply") =>
        new GivenWarehouse().Client("Alpha").Source("desk", DataEnd, fields, semantics);

    /// <summary>States of ticket 1: "2026-03-02 08:00:00 open, 2026-03-02 08:30:00 pending".</summary>
    private static void States(GivenWarehouse given, string states)
    {
        given.Load("desk", DataEnd, "events");
        foreach (var state in states.Split(", "))
            given.Event("desk", "1", state[..19], "state", state[20..]);
    }

    private static string Text(DateTime at) => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static long Epoch(string at) => DateTimeOffset.Parse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUnixTimeSeconds();
}
