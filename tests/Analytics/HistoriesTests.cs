namespace Insights.Analytics.Tests;

/// <summary>What events and messages add to a ticket: its history, its first response, its tier.</summary>
public sealed class HistoriesTests
{
    private const string DataEnd = "2026-03-10 12:00:00";

    [Fact]
    public void A_ticket_no_list_shows_is_built_from_its_events()
    {
        using var given = new GivenWarehouse().Source("desk", DataEnd, "state", "assignment").Load("desk", DataEnd, "events")
            .Event("desk", "7", "2026-03-02 08:00:00", "created").Event("desk", "7", "2026-03-02 08:00:00", "state", "new")
            .Event("desk", "7", "2026-03-02 08:20:00", "responded").Event("desk", "7", "2026-03-02 08:20:00", "agent", "Anna")
            .Event("desk", "7", "2026-03-02 10:00:00", "state", "resolved").Event("desk", "7", "2026-03-03 10:00:00", "state", "open")
            .Event("desk", "7", "2026-03-04 10:00:00", "state", "resolved").Event("desk", "7", "2026-03-05 10:00:00", "state", "closed").Refresh();
        Assert.Equal(["7|closed|2026-03-02 08:00:00|2026-03-02 08:20:00|assignment|2026-03-04 10:00:00|2026-03-05 10:00:00|1|Anna|T3"],
            given.Rows("select ticket_id, state, created_at, responded_at, response_semantics, resolved_at, closed_at, reopen_count, agent, evidence_tier from marts.tickets"));
    }

    [Fact]
    public void A_ticket_opened_again_has_no_solution_until_it_is_solved_again_and_an_earlier_as_of_sees_the_first()
    {
        using var given = new GivenWarehouse().Source("desk", DataEnd, "state", "none").Load("desk", DataEnd, "events")
            .Event("desk", "7", "2026-03-02 08:00:00", "state", "new").Event("desk", "7", "2026-03-02 10:00:00", "state", "resolved").Event("desk", "7", "2026-03-04 10:00:00", "state", "open").Refresh();
        Assert.Equal(["open|∅|1"], given.Rows("select state, resolved_at, reopen_count from marts.tickets"));
        given.Refresh(new DateTime(2026, 3, 3, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(["resolved|2026-03-02 10:00:00|0"], given.Rows("select state, resolved_at, reopen_count from marts.tickets"));
    }

    [Fact]
    public void The_list_wins_where_it_has_a_value_and_the_history_fills_the_rest()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", DataEnd)
            .Ticket("desk", "1", "Alpha", "2026-03-02 08:00:00", "state = 'closed'; resolved_at = '2026-03-02 09:30:00'; responded_at = '2026-03-02 08:10:00'")
            .Ticket("desk", "2", "Alpha", "2026-03-02 08:00:00", "state = 'closed'").Load("desk", DataEnd, "events");
        foreach (var id in new[] { "1", "2" })
            given.Event("desk", id, "2026-03-02 08:15:00", "responded").Event("desk", id, "2026-03-02 09:00:00", "state", "resolved").Event("desk", id, "2026-03-02 10:00:00", "state", "closed");
        Assert.Equal(["1|2026-03-02 08:10:00|2026-03-02 09:30:00|2026-03-02 10:00:00", "2|2026-03-02 08:15:00|2026-03-02 09:00:00|2026-03-02 10:00:00"],
            given.Refresh().Rows("select ticket_id, responded_at, resolved_at, closed_at from marts.tickets order by 1"));
    }

    [Fact]
    public void Messages_give_a_response_to_a_tool_that_exports_none_automatic_private_and_opening_ones_aside()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", DataEnd, "resolved_at", "none").Promise("Alpha", "response", null, 3600, "client")
            .Ticket("desk", "1", "Alpha", "2026-03-02 08:00:00", "requester_mail = 'Eleni@alpha.example'").Ticket("desk", "2", "Alpha", "2026-03-02 08:00:00").Load("desk", DataEnd, "messages")
            .Message("desk", "1", "2026-03-02 08:00:00", "agent")
            .Message("desk", "1", "2026-03-02 08:01:00", "agent", "is_public = true; is_automatic = true")
            .Message("desk", "1", "2026-03-02 08:05:00", "agent", "is_public = false; is_automatic = false")
            .Message("desk", "1", "2026-03-02 08:20:00", null, "is_public = true; author_mail = 'eleni@alpha.example'")
            .Message("desk", "1", "2026-03-02 08:30:00", "agent").Refresh();
        Assert.Equal(["1|2026-03-02 08:30:00|public_reply|met|T4", "2|∅|public_reply|unknown|T4"],
            given.Rows("select ticket_id, responded_at, response_semantics, response_outcome, evidence_tier from marts.tickets order by 1"));
        Assert.Equal(["agent|4", "requester|1"], given.Rows("select author_side, count(*) from staging.messages group by all order by 1"));
    }

    [Theory]
    [InlineData("public_reply", "1|2026-03-02 08:30:00|2026-03-02 08:01:00|breached", "2|2026-03-02 08:05:00|2026-03-02 08:05:00|met", "3|∅|2026-03-02 08:07:00|breached")] // no such message: its reply stands; the desk only spoke inside
    [InlineData("status_change", "1|2026-03-02 08:30:00|2026-03-02 08:01:00|breached", "2|∅|2026-03-02 08:05:00|unknown", "3|∅|2026-03-02 08:07:00|breached")]
    public void What_the_client_saw_counts_before_what_the_tool_notes(string semantics, params string[] expected)
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", DataEnd, "responded_at", semantics).Promise("Alpha", "response", null, 900, "client")
            .Ticket("desk", "1", "Alpha", "2026-03-02 08:00:00", "responded_at = '2026-03-02 08:01:00'").Ticket("desk", "2", "Alpha", "2026-03-02 08:00:00", "responded_at = '2026-03-02 08:05:00'")
            .Ticket("desk", "3", "Alpha", "2026-03-02 08:00:00", "responded_at = '2026-03-02 08:07:00'").Load("desk", DataEnd, "messages")
            .Message("desk", "1", "2026-03-02 08:30:00", "agent").Message("desk", "3", "2026-03-02 08:07:00", "agent", "is_public = false").Refresh();
        Assert.Equal(expected, given.Rows("select ticket_id, t.responded_at, t.noted_responded_at, o.outcome from intermediate.tickets as t join intermediate.outcomes as o using (ticket_key) order by 1"));
    }

    [Fact]
    public void Messages_of_a_few_tickets_do_not_replace_a_field_of_another_meaning()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", DataEnd, "responded_at", "assignment");
        for (var i = 1; i <= 3; i++)
            given.Ticket("desk", $"{i}", "Alpha", "2026-03-02 08:00:00", "responded_at = '2026-03-02 08:01:00'");
        given.Load("desk", DataEnd, "messages").Message("desk", "1", "2026-03-02 08:30:00", "agent").Refresh();
        Assert.Equal(["assignment|3|2026-03-02 08:01:00"], given.Rows("select any_value(response_semantics), count(responded_at), max(responded_at) from intermediate.tickets"));
    }

    [Fact]
    public void Messages_that_do_not_say_who_may_read_them_give_no_response()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", DataEnd, "resolved_at", "none").Ticket("desk", "1", "Alpha", "2026-03-02 08:00:00").Load("desk", DataEnd, "messages")
            .Message("desk", "1", "2026-03-02 08:30:00", "agent", "").Refresh();
        Assert.Equal(["∅|none"], given.Rows("select responded_at, response_semantics from marts.tickets"));
    }

    [Fact]
    public void An_event_exported_again_under_its_number_replaces_itself()
    {
        using var given = new GivenWarehouse().Source("desk", DataEnd, "state", "none");
        foreach (var moment in new[] { "2026-03-09 00:00:00", DataEnd })
            given.Load("desk", moment, "events").Event("desk", "7", moment == DataEnd ? "2026-03-02 09:00:00" : "2026-03-02 08:00:00", "state", moment == DataEnd ? "open" : "new")
                .Event("desk", "7", "2026-03-02 10:00:00", "priority", moment == DataEnd ? "2" : "3", "event_id = '55'");
        Assert.Equal(["1|state|new", "2|state|open", "3|priority|2"], given.Refresh().Rows("select event_number, kind, value from staging.events order by 1"));
    }

    [Fact]
    public void A_ticket_written_down_after_the_work_has_no_first_response_of_no_minutes()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", DataEnd).Promise("Alpha", "response", null, 3600, "client")
            .Ticket("desk", "after", "Alpha", "2026-03-02 08:00:00", "responded_at = '2026-03-02 08:00:00'; resolved_at = '2026-03-02 08:01:00'; state = 'closed'")
            .Ticket("desk", "quick", "Alpha", "2026-03-02 08:00:00", "responded_at = '2026-03-02 08:00:00'; resolved_at = '2026-03-02 08:01:01'; state = 'closed'").Refresh();
        Assert.Equal(["after|unknown|∅|60", "quick|met|0|61"], given.Rows("select ticket_id, response_outcome, response_client_seconds, resolve_client_seconds from marts.tickets order by 1"));
        Assert.Equal(["1"], given.Rows("select distinct ticket_count from marts.response_ladder where clock = 'client'"));
    }
}
