using Insights.Analytics.Calendars;
using NodaTime;

namespace Insights.Analytics.Tests;

/// <summary>Pauses, and the two clocks they stand between. The cases of other programs' suites: dates in, minutes out.</summary>
public sealed class PausesTests
{
    private const string DataEnd = "2014-01-10 12:00:00";

    [Fact]
    public void A_pause_moves_the_due_time_of_answer_and_solution_by_its_working_time()
    {
        using var given = Berlin("response", 7200, "pending").Promise("Alpha", "resolve", null, 15000, more: "pauses = 'pending'").Ticket("desk", "1", "Alpha", "2013-06-04 09:00:00",
            "responded_at = '2013-06-04 10:45:00'; resolved_at = '2013-06-04 12:00:00'; state = 'closed'").Load("desk", DataEnd, "events");
        States(given, "09:00 open, 10:00 pending, 10:30 open, 12:00 closed");
        given.Run("update raw.reference_promises set calendar = 'daily'");
        given.Refresh();
        Assert.Equal(["4500|2013-06-04 11:30:00|9000|2013-06-04 13:40:00"],
            given.Rows("select response_contract_seconds, response_due_at, resolve_contract_seconds, resolve_due_at from marts.tickets"));
        Assert.Equal(["resolve|10800|0|0|1800|0|9000", "response|6300|0|0|1800|0|4500"], given.Rows(
            "select measure, client_seconds, out_of_hours_seconds, holiday_seconds, agreed_pause_seconds, unsupported_pause_seconds, contract_seconds from marts.ticket_clocks order by 1"));
    }

    [Theory]
    [InlineData("pending, resolved", "09:00 open, 09:30 pending, 09:45 open, 10:00 closed, 10:30 open, 12:00 closed", "2013-06-04 11:45:00")]
    [InlineData("pending", "09:00 open, 09:30 pending, 09:45 open, 10:00 closed, 10:30 open, 12:00 closed", "2013-06-04 11:15:00")]
    [InlineData("pending", "09:00 open, 10:00 pending, 15:00 open, 15:30 closed", "2013-06-04 16:00:00")]
    [InlineData("pending", "09:00 open, 11:00 pending, 15:00 open, 15:30 closed", "2013-06-04 11:00:00")]
    [InlineData("", "09:00 open, 10:00 pending, 15:00 open, 15:30 closed", "2013-06-04 11:00:00")]
    [InlineData("pending", "09:00 open, 10:00 pending, 10:00 open, 15:30 closed", "2013-06-04 11:00:00")]
    public void A_solution_promised_within_two_hours_is_due_when_two_hours_outside_the_agreed_pauses_have_passed(string pauses, string states, string due)
    {
        using var given = Berlin("resolve", 7200, pauses.Replace(" ", "", StringComparison.Ordinal)).Ticket("desk", "1", "Alpha", "2013-06-04 09:00:00", $"resolved_at = '2013-06-04 {states[^12..^7]}:00'; state = 'closed'")
            .Load("desk", DataEnd, "events");
        States(given, states);
        Assert.Equal([due], given.Refresh().Rows("select resolve_due_at from marts.tickets"));
    }

    [Fact]
    public void A_ticket_that_waits_from_its_first_minute_uses_none_of_the_contract_clock_and_is_not_late_while_it_waits()
    {
        using var given = Berlin("resolve", 7200, "pending").Ticket("desk", "1", "Alpha", "2013-06-04 09:00:00", "resolved_at = '2013-06-04 12:00:00'; state = 'closed'")
            .Ticket("desk", "2", "Alpha", "2013-06-04 09:00:00", "state = 'pending'").Load("desk", DataEnd, "events");
        States(given, "09:00 pending, 12:00 closed");
        given.Event("desk", "2", "2013-06-04 09:00:00", "state", "open").Event("desk", "2", "2013-06-04 09:30:00", "state", "pending").Refresh();
        Assert.Equal(["1|0|met|2013-06-04 14:00:00", "2|∅|running|∅"], given.Rows("select ticket_id, resolve_contract_seconds, resolve_outcome, resolve_due_at from marts.tickets order by 1"));
    }

    [Fact]
    public void Round_the_clock_an_hour_new_half_an_hour_open_and_half_an_hour_waiting_are_ninety_minutes()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", DataEnd).Promise("Alpha", "resolve", null, 7200, "client").Ticket("desk", "1", "Alpha", "2013-06-01 22:00:00", "resolved_at = '2013-06-02 00:00:00'; state = 'closed'")
            .Load("desk", DataEnd, "events").Event("desk", "1", "2013-06-01 22:00:00", "state", "new").Event("desk", "1", "2013-06-01 23:00:00", "state", "open")
            .Event("desk", "1", "2013-06-01 23:30:00", "state", "pending").Event("desk", "1", "2013-06-02 00:00:00", "state", "closed").Refresh();
        Assert.Equal(["5400|7200"], given.Rows("select resolve_contract_seconds, resolve_client_seconds from marts.tickets"));
    }

    [Fact]
    public void A_promise_of_business_days_is_moved_by_the_working_time_of_a_pause()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", DataEnd).Promise("Alpha", "resolve", null, null, more: "business_days = 1")
            .Ticket("desk", "1", "Alpha", "2013-06-03 07:00:00", "resolved_at = '2013-06-04 12:00:00'; state = 'closed'").Load("desk", DataEnd, "events")
            .Event("desk", "1", "2013-06-03 07:00:00", "state", "open").Event("desk", "1", "2013-06-03 12:00:00", "state", "pending").Event("desk", "1", "2013-06-04 06:30:00", "state", "open")
            .Event("desk", "1", "2013-06-04 12:00:00", "state", "closed");
        given.Run("update raw.reference_calendars set valid_from = '2000-01-01'");
        given.Refresh();
        Assert.Equal(["2013-06-04 09:30:00|breached"], given.Rows("select resolve_due_at, resolve_outcome from marts.tickets"));
    }

    [Theory]
    [InlineData("2026-03-02 08:50:00", "question", true)]
    [InlineData("2026-03-02 08:50:00", "", false)]
    [InlineData("2026-03-02 09:05:00", "question", true)]
    [InlineData("2026-03-02 09:15:00", "question", false)]
    [InlineData("2026-03-02 08:10:00", "question", false)]
    [InlineData("2026-03-02 08:55:00", null, true)]
    [InlineData("2026-03-02 08:45:00", null, false)]
    public void A_pause_is_supported_by_a_question_since_the_clients_last_word(string told, string? remarks, bool isSupported)
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", "2026-03-10 12:00:00").Promise("Alpha", "resolve", null, 3600).Ticket("desk", "1", "Alpha", "2026-03-02 08:00:00", "resolved_at = '2026-03-02 11:00:00'; state = 'closed'")
            .Load("desk", "2026-03-10 12:00:00", "messages").Message("desk", "1", "2026-03-02 08:00:00", "requester").Message("desk", "1", "2026-03-02 08:30:00", "requester")
            .Message("desk", "1", told, "agent", $"is_public = true; is_automatic = false; remarks = {(remarks is null ? "null" : $"'{remarks}'")}").Load("desk", "2026-03-10 12:00:00", "events")
            .Event("desk", "1", "2026-03-02 08:00:00", "state", "open").Event("desk", "1", "2026-03-02 09:00:00", "state", "pending").Event("desk", "1", "2026-03-02 10:30:00", "state", "open")
            .Event("desk", "1", "2026-03-02 11:00:00", "state", "closed").Refresh();
        var (agreed, unsupported) = isSupported ? (5400, 0) : (0, 5400);
        Assert.Equal([$"pending|{(isSupported ? "yes" : "no")}|{agreed}|{unsupported}|5400|10800"],
            given.Rows("select p.state, p.is_supported, c.agreed_pause_seconds, c.unsupported_pause_seconds, c.contract_seconds, c.client_seconds from marts.pauses as p cross join marts.ticket_clocks as c where c.measure = 'resolve'"));
        Assert.Equal([isSupported ? "breached|1|0" : "breached|1|1"], given.Rows(
            "select t.resolve_outcome, e.paused_count, e.unsupported_count from marts.tickets as t cross join marts.pause_effects as e where e.promise_kind = 'resolve' and e.span = 'month'"));
    }

    [Theory]
    [InlineData(3600, "met", "met", "breached")]
    [InlineData(1800, "breached", "breached", "breached")]
    [InlineData(10800, "met", "met", "met")]
    public void What_pauses_did_for_the_promise_is_told_with_and_without_them(int promised, string outcome, string supported, string unpaused)
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", "2026-03-10 12:00:00").Promise("Alpha", "resolve", null, promised).Ticket("desk", "1", "Alpha", "2026-03-02 08:00:00", "resolved_at = '2026-03-02 10:30:00'; state = 'closed'")
            .Load("desk", "2026-03-10 12:00:00", "events").Event("desk", "1", "2026-03-02 08:00:00", "state", "open").Event("desk", "1", "2026-03-02 08:30:00", "state", "pending")
            .Event("desk", "1", "2026-03-02 10:00:00", "state", "open").Event("desk", "1", "2026-03-02 10:30:00", "state", "closed").Refresh();
        Assert.Equal([$"{outcome}|{supported}|{unpaused}"], given.Rows("select outcome, outcome_supported, outcome_unpaused from intermediate.outcomes"));
    }

    [Theory]
    [InlineData("2026-03-02 10:00:00", 3600, 3600, "met")]
    [InlineData("2026-03-02 10:00:00", 3599, 3601, "breached")]
    [InlineData("2026-03-03 08:00:00", 57600, 9600, "unknown")]
    [InlineData("2026-03-03 08:00:00", 3600, 27600, "breached")]
    [InlineData("2026-03-03 08:00:00", 86000, 133, "met")]
    public void Waiting_that_is_only_counted_is_subtracted_as_far_as_it_must_lie_in_working_hours(string resolved, int counted, int contract, string outcome)
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", "2026-03-10 12:00:00").Promise("Alpha", "resolve", null, 3600)
            .Ticket("desk", "1", "Alpha", "2026-03-02 08:00:00", $"resolved_at = '{resolved}'; state = 'closed'; paused_seconds = {counted}").Refresh();
        Assert.Equal([$"{contract}|{outcome}|{counted}"], given.Rows("select resolve_contract_seconds, resolve_outcome, paused_seconds from marts.tickets"));
    }

    [Fact]
    public void The_gap_between_the_clocks_is_itemised_and_the_clients_own_hours_stand_beside_it()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", "2026-11-10 12:00:00").Promise("Alpha", "response", null, 3600);
        given.Run("""
            insert into raw.reference_holidays (load_id, file, line, holidays, rule, name) values (1, 'h', 2, 'GR', '10-28', 'Ochi');
            update raw.reference_calendars set holidays = 'GR';
            insert into raw.reference_calendars (load_id, file, line, calendar, zone, valid_from, kind, weekdays, opens_second, closes_second) values (1, 'c', 3, 'shop', 'Europe/Athens', '2020-01-01', 'open', '123456', 36000, 72000);
            update raw.reference_clients set calendar = 'shop'
            """);
        // Tuesday 27 October 16:00 to Thursday 29 October 10:00, Athens; Wednesday is a holiday of the provider.
        given.Ticket("desk", "1", "Alpha", "2026-10-27 14:00:00", "responded_at = '2026-10-29 08:00:00'").Refresh();
        Assert.Equal(["month|1|151200|7200|115200|28800|0|0|50400", "trailing|1|151200|7200|115200|28800|0|0|50400"], given.Rows("""
            select span, ticket_count, client_seconds, contract_seconds, out_of_hours_seconds, holiday_seconds, agreed_pause_seconds, unsupported_pause_seconds, client_open_seconds
            from marts.clock_gaps where measure = 'response' and month = '2026-10-01' order by 1
            """));
    }

    [Fact]
    public void Who_still_waits_is_counted_beside_the_gap_and_not_in_it()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", "2026-03-02 12:00:00").Promise("Alpha", "response", null, 3600)
            .Ticket("desk", "1", "Alpha", "2026-03-02 08:00:00", "responded_at = '2026-03-02 08:30:00'").Ticket("desk", "2", "Alpha", "2026-03-02 10:00:00", "state = 'open'").Refresh();
        Assert.Equal(["1|1800|1|7200"], given.Rows("select ticket_count, client_seconds, waiting_count, waiting_client_seconds from marts.clock_gaps where measure = 'response' and span = 'month'"));
    }

    [Fact]
    public void Random_pauses_give_the_same_due_times_and_clocks_as_binary_search_and_the_parts_sum_to_the_whole()
    {
        var random = new Random(20261123);
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", "2026-06-01 12:00:00").Promise("Alpha", "resolve", null, 14400).Load("desk", "2026-06-01 12:00:00", "events");
        var start = new DateTime(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc);
        var planted = new List<(string Id, long From, long To, List<(long, long)> Pauses)>();
        for (var i = 0; i < 150; i++)
        {
            var at = start.AddMinutes(random.Next(60 * 24 * 60));
            var (id, created, waits) = ($"t{i}", at, new List<(long, long)>());
            given.Event("desk", id, Text(at), "state", "open");
            for (var j = random.Next(5); j > 0; j--)
            {
                var from = at = at.AddMinutes(random.Next(1, 900));
                at = at.AddMinutes(random.Next(1, 2000));
                given.Event("desk", id, Text(from), "state", "pending").Event("desk", id, Text(at), "state", "open");
                waits.Add((Epoch(from), Epoch(at)));
            }

            at = at.AddMinutes(random.Next(1, 900));
            given.Event("desk", id, Text(at), "state", "resolved").Ticket("desk", id, "Alpha", Text(created), $"resolved_at = '{Text(at)}'; state = 'resolved'");
            planted.Add((id, Epoch(created), Epoch(at), waits));
        }

        given.Refresh();
        var calendar = WorkingTime.Build(new CalendarVersion("support", DateTimeZoneProviders.Tzdb["Europe/Athens"], new LocalDate(2020, 1, 1), [new WeeklyHours("12345", 32400, 61200)], [], null), 2025, 2028);
        var expected = planted.Select(p => (p.Id, Pauses: new Pauses(p.Pauses), p.From, p.To))
            .Select(p => $"{p.Id}|{p.Pauses.Elapsed(calendar, p.From, p.To)}|{p.Pauses.Due(calendar, p.From, 14400)}|{(p.To <= p.Pauses.Due(calendar, p.From, 14400) ? "met" : "breached")}").Order(StringComparer.Ordinal);
        Assert.Equal(expected, given.Rows("select ticket_id, resolve_contract_seconds, epoch(resolve_due_at)::bigint, resolve_outcome from marts.tickets").Order(StringComparer.Ordinal));
        Assert.Empty(given.Rows("""
            select ticket_id from marts.ticket_clocks
            where client_seconds <> contract_seconds + out_of_hours_seconds + holiday_seconds + agreed_pause_seconds + unsupported_pause_seconds
            """));
        Assert.Empty(given.Rows("""
            select ticket_id from marts.clock_segments as s join marts.ticket_clocks as c using (source, ticket_id, measure) group by ticket_id, measure, c.client_seconds, c.contract_seconds
            having sum(wall_seconds) <> c.client_seconds or sum(s.out_of_hours_seconds + s.holiday_seconds + s.open_seconds) <> c.client_seconds or sum(open_seconds) filter (not is_agreed) <> c.contract_seconds
            """));
        Assert.Equal(["yes|yes"], given.Rows("""
            select bool_and(unpaused_ratio <= supported_ratio and supported_ratio <= attained_ratio),
              bool_and(attained_ratio between attained_low and attained_high and supported_ratio between supported_low and supported_high
                and unpaused_ratio between unpaused_low and unpaused_high and unpaused_low < attained_low)
            from marts.pause_effects where promise_kind = 'resolve'
            """));
    }

    private static GivenWarehouse Berlin(string kind, int seconds, string pauses)
    {
        var given = new GivenWarehouse().Client("Alpha").Source("desk", DataEnd).Promise("Alpha", kind, null, seconds, more: $"pauses = '{pauses}'");
        given.Run("""
            insert into raw.reference_calendars (load_id, file, line, calendar, zone, valid_from, kind, weekdays, opens_second, closes_second) values (1, 'c', 3, 'daily', 'Europe/Berlin', '2000-01-01', 'open', '1234567', 32400, 64800);
            update raw.reference_promises set calendar = 'daily'
            """);
        return given;
    }

    /// <summary>States of ticket 1 on 4 June 2013: "09:00 open, 10:00 pending".</summary>
    private static void States(GivenWarehouse given, string states)
    {
        foreach (var state in states.Split(", "))
            given.Event("desk", "1", $"2013-06-04 {state[..5]}:00", "state", state[6..]);
    }

    private static string Text(DateTime at) => at.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);

    private static long Epoch(DateTime at) => new DateTimeOffset(at).ToUnixTimeSeconds();
}
