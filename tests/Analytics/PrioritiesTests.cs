namespace Insights.Analytics.Tests;

/// <summary>DECISIONS.md, "Asked, assigned, final": given rows, expect rows. Promises on the client clock: P1 30 min, P2 1 h, P3 4 h, P4 1 day.</summary>
public sealed class PrioritiesTests
{
    private const string DataEnd = "2026-03-10 12:00:00";
    private const string Created = "2026-03-02 08:00:00";
    private const string Views = "select ticket_id, priority_asked, asked_by, priority_assigned, priority_final, priority_highest from intermediate.priorities join intermediate.tickets using (ticket_key) order by ticket_id";
    private const string Disputes = "select ticket_id, direction, response_outcome, response_outcome_asked, is_met_only_lowered, is_before_breach from marts.priority_disputes order by ticket_id";

    [Theory]
    [InlineData("actor = 'Eva'", "2|client")]
    [InlineData("actor = ' EVA '", "2|client")]
    [InlineData("actor = 'eva@alpha.example'", "2|client")]
    [InlineData("actor = 'Agent'", "∅|none")]
    [InlineData("actor = null", "∅|none")]
    [InlineData("actor = null", "2|client", "Eva")]
    [InlineData("actor = null", "∅|none", "Agent")]
    public void A_priority_of_the_creation_is_asked_for_only_when_the_client_set_it(string by, string asked, string? opener = null)
    {
        using var given = Given("responded_at = '2026-03-02 08:50:00'; priority = 2").Load("desk", DataEnd, "events");
        if (opener is not null)
            given.Event("desk", "1", Created, "created", null, $"actor = '{opener}'");
        given.Event("desk", "1", Created, "priority", "2", by).Refresh();
        Assert.Equal([$"1|{asked}|2|2|2"], given.Rows(Views));
    }

    [Fact]
    public void The_first_priority_the_client_set_is_the_one_it_asked_for_whoever_set_one_before()
    {
        using var given = Given("responded_at = '2026-03-02 08:50:00'; priority = 3").Load("desk", DataEnd, "events")
            .Event("desk", "1", Created, "priority", "4", "actor = 'Trigger'")
            .Event("desk", "1", "2026-03-02 08:05:00", "priority", "1", "actor = 'Eva'; old_text = '4'")
            .Event("desk", "1", "2026-03-02 08:40:00", "priority", "2", "actor = 'Agent'; old_text = '1'")
            .Event("desk", "1", "2026-03-02 09:40:00", "priority", "3", "actor = 'Agent'; old_text = '2'").Refresh();
        Assert.Equal(["1|1|client|2|3|1"], given.Rows(Views));
        Assert.Equal(["2026-03-02 08:40:00|Agent"], given.Rows("select lowered_at, lowered_by from marts.priority_disputes"));
    }

    [Fact]
    public void Who_lowered_and_who_raised_a_priority_is_named_where_the_lists_name_the_agent_of_the_history()
    {
        using var given = Given("priority = 3; responded_at = '2026-03-02 08:50:00'; agent = 'Anna'")
            .Ticket("desk", "2", "Alpha", Created, "priority = 1; requester = 'Eva'; agent = 'Anna'")
            .Ticket("desk", "3", "Alpha", Created, "priority = 1; requester = 'Eva'; agent = 'Bill'").Load("desk", DataEnd, "events");
        foreach (var (id, agent) in new[] { ("1", "103"), ("2", "103"), ("3", "104") })
            given.Event("desk", id, "2026-03-02 08:10:00", "agent", agent).Event("desk", id, Created, "priority", "2", "actor = 'Eva'");
        given.Event("desk", "1", "2026-03-02 08:40:00", "priority", "3", "actor = '103'; old_text = '2'")
            .Event("desk", "2", "2026-03-02 08:41:00", "priority", "1", "actor = '104'; old_text = '2'")
            .Event("desk", "3", "2026-03-02 08:42:00", "priority", "1", "actor = '999'; old_text = '2'").Refresh();
        Assert.Equal(["1|lowered|2026-03-02 08:40:00|Anna|∅|∅", "2|raised|∅|∅|2026-03-02 08:41:00|Bill", "3|raised|∅|∅|2026-03-02 08:42:00|999"],
            given.Rows("select ticket_id, direction, lowered_at, lowered_by, raised_at, raised_by from marts.priority_disputes order by 1"));
    }

    [Fact]
    public void A_history_that_tells_changes_only_tells_the_first_by_its_old_word_and_an_unchanged_one_by_its_silence()
    {
        using var given = Given("priority = 3; responded_at = '2026-03-02 08:50:00'")
            .Ticket("desk", "2", "Alpha", Created, "priority = 2; requester = 'Eva'").Load("desk", DataEnd, "events");
        given.Run("insert into raw.reference_vocabulary (load_id, file, line, source, field, text, value) values (1, 'v', 2, '*', 'priority', 'High', '2')");
        foreach (var id in new[] { "1", "2" })
            given.Event("desk", id, Created, "created", null, "actor = 'Eva'");
        given.Event("desk", "1", "2026-03-02 08:55:00", "priority", "3", "actor = 'Agent'; old_text = 'High'").Refresh();
        Assert.Equal(["1|2|client|2|3|2", "2|2|client|2|2|∅"], given.Rows(Views));
    }

    [Fact]
    public void What_a_machine_sets_nobody_asked_for()
    {
        using var given = Given("priority = 2").Load("desk", DataEnd, "events").Event("desk", "1", Created, "priority", "2", "actor = 'Eva'")
            .Load("desk", DataEnd, "messages").Message("desk", "1", Created, "system").Refresh();
        Assert.Equal(["1|∅|none|2|2|2"], given.Rows(Views));
    }

    [Fact]
    public void A_ticket_without_a_history_has_neither_an_asked_nor_an_assigned_priority_and_is_no_dispute()
    {
        using var given = Given("priority = 2").Refresh();
        Assert.Equal(["1|∅|none|∅|2|∅"], given.Rows(Views));
        Assert.Empty(given.Rows(Disputes));
    }

    [Fact]
    public void A_priority_nearly_every_ticket_of_a_channel_begins_with_is_the_forms_own()
    {
        using var given = Given("priority = 3; channel = 'portal'").Load("desk", DataEnd, "events");
        for (var i = 0; i < 31; i++)
        {
            var (id, priority) = ($"t{i:00}", i == 0 ? 1 : 3);
            given.Load("desk", DataEnd).Ticket("desk", id, "Alpha", Created, $"priority = {priority}; requester = 'Eva'; channel = 'portal'");
            given.Event("desk", id, Created, "priority", $"{priority}", "actor = 'Eva'");
        }

        given.Refresh();
        Assert.Equal(["t00|1|client"], given.Rows("select ticket_id, priority_asked, asked_by from intermediate.priorities join intermediate.tickets using (ticket_key) where asked_by <> 'none'"));
    }

    [Theory]
    [InlineData("2026-03-02 08:59:00", "4", "2026-03-02 10:00:00", "lowered|met|breached|yes|yes")]
    [InlineData("2026-03-02 08:00:00", "4", "2026-03-02 10:00:00", "lowered|met|breached|yes|yes")]
    [InlineData("2026-03-02 09:00:01", "4", "2026-03-02 10:00:00", "lowered|met|breached|yes|no")]
    [InlineData("2026-03-02 08:40:00", "4", "2026-03-02 08:55:00", "lowered|met|met|no|no")]
    [InlineData("2026-03-02 08:40:00", "3", "2026-03-02 12:30:00", "lowered|breached|breached|no|yes")]
    [InlineData("2026-03-02 08:20:00", "1", "2026-03-02 08:45:00", "raised|breached|met|no|no")]
    public void A_ticket_of_08_00_asked_for_as_P2_due_09_00(string changedAt, string priority, string respondedAt, string then)
    {
        using var given = Given($"priority = {priority}; responded_at = '{respondedAt}'").Load("desk", DataEnd, "events")
            .Event("desk", "1", Created, "priority", "2", "actor = 'Eva'").Event("desk", "1", changedAt, "priority", priority, "actor = 'Agent'; old_text = '2'").Refresh();
        Assert.Equal([$"1|{then}"], given.Rows(Disputes));
    }

    [Theory]
    [InlineData("2026-03-02 09:30:00", "lowered|met|met|no")] // 90 min less 60 of waiting: 30 of 60
    [InlineData("2026-03-02 10:00:00", "lowered|met|met|no")]
    [InlineData("2026-03-02 10:00:01", "lowered|met|breached|yes")]
    public void Pauses_move_what_it_would_have_been_as_they_move_what_it_was(string resolvedAt, string then)
    {
        using var given = Given($"priority = 4; state = 'resolved'; resolved_at = '{resolvedAt}'")
            .Promise("Alpha", "resolve", 2, 3600).Promise("Alpha", "resolve", 4, null, more: "business_days = 2").Load("desk", DataEnd, "events")
            .Event("desk", "1", Created, "priority", "2", "actor = 'Eva'").Event("desk", "1", "2026-03-02 08:05:00", "priority", "4", "actor = 'Agent'; old_text = '2'")
            .Event("desk", "1", Created, "state", "open").Event("desk", "1", "2026-03-02 08:10:00", "state", "pending")
            .Event("desk", "1", "2026-03-02 09:10:00", "state", "open").Event("desk", "1", resolvedAt, "state", "resolved").Refresh();
        Assert.Equal([then], given.Rows("select direction, resolve_outcome, resolve_outcome_asked, is_resolve_met_only_lowered from marts.priority_disputes"));
    }

    [Fact]
    public void A_priority_that_came_back_is_restored_and_met_only_where_it_stayed_lowered()
    {
        using var given = Given("priority = 2; responded_at = '2026-03-02 10:00:00'").Load("desk", DataEnd, "events")
            .Event("desk", "1", Created, "priority", "2", "actor = 'Eva'").Event("desk", "1", "2026-03-02 08:59:00", "priority", "4", "actor = 'Agent'; old_text = '2'")
            .Event("desk", "1", "2026-03-02 11:00:00", "priority", "2", "actor = 'Agent'; old_text = '4'").Refresh();
        Assert.Equal(["1|restored|breached|breached|no|yes"], given.Rows(Disputes));
    }

    [Fact]
    public void Where_nobody_knows_what_was_asked_the_highest_it_ever_had_is_the_measure()
    {
        using var given = Given("priority = 4; responded_at = '2026-03-02 10:00:00'").Load("desk", DataEnd, "events")
            .Event("desk", "1", Created, "priority", "2", "actor = 'Agent'").Event("desk", "1", "2026-03-02 08:59:00", "priority", "4", "actor = 'Agent'; old_text = '2'").Refresh();
        Assert.Equal(["1|lowered|met|∅|yes|yes"], given.Rows(Disputes));
    }

    [Fact]
    public void Tickets_that_do_not_count_are_no_disputes()
    {
        using var given = Given("priority = 4; state = 'merged'").Load("desk", DataEnd, "events")
            .Event("desk", "1", Created, "priority", "2", "actor = 'Eva'").Event("desk", "1", "2026-03-02 08:59:00", "priority", "4", "actor = 'Agent'; old_text = '2'").Refresh();
        Assert.Empty(given.Rows(Disputes));
        Assert.Empty(given.Rows("from marts.priority_matrix"));
    }

    [Fact]
    public void Two_hundred_tickets_agree_as_the_published_table_says()
    {
        using var given = Matrix([[12, 6, 2, 0], [8, 20, 14, 3], [2, 10, 60, 18], [0, 1, 9, 35]]);
        Assert.Equal(["200|43|30|0.215|0.15|0.5931|0.7155|0.1597"], given.Rows("""
            select ticket_count, lowered_count, raised_count, lowered_ratio, raised_ratio, kappa_linear, kappa_quadratic, sign_p
            from marts.priority_agreement where span = 'month' and view = 'final'
            """));
        Assert.Equal(["yes"], given.Rows("select bool_and(lowered_low <= lowered_ratio and lowered_ratio <= lowered_high and raised_low <= raised_ratio and raised_ratio <= raised_high and kappa_linear_error > 0) from marts.priority_agreement where view = 'final'"));
        Assert.Equal(["200|43"], given.Rows("select sum(ticket_count), sum(ticket_count) filter (priority > priority_asked) from marts.priority_matrix where span = 'month' and view = 'final'"));
    }

    [Theory]
    [InlineData(29, "29|∅")]
    [InlineData(30, "30|0.9333")]
    public void Below_thirty_tickets_there_is_no_kappa(int tickets, string then)
    {
        using var given = Matrix([[0, 0, 0, 0], [0, tickets - 16, 1, 0], [0, 0, 15, 0], [0, 0, 0, 0]]);
        Assert.Equal([then], given.Rows("select ticket_count, kappa_linear from marts.priority_agreement where span = 'trailing' and view = 'final'"));
    }

    [Fact]
    public void A_provider_that_gives_every_ticket_one_priority_has_no_kappa()
    {
        using var given = Matrix([[0, 0, 0, 0], [0, 0, 20, 0], [0, 0, 20, 0], [0, 0, 0, 0]]);
        Assert.Equal(["40|20|∅|∅"], given.Rows("select ticket_count, lowered_count, kappa_linear, kappa_quadratic from marts.priority_agreement where span = 'month' and view = 'final'"));
    }

    private static GivenWarehouse Given(string set) => Contract(new GivenWarehouse().Client("Alpha").Source("desk", DataEnd))
        .Ticket("desk", "1", "Alpha", Created, "requester = 'Eva'; requester_mail = 'eva@alpha.example'; " + set);

    private static GivenWarehouse Contract(GivenWarehouse given) => given
        .Promise("Alpha", "response", 1, 1800, "client").Promise("Alpha", "response", 2, 3600, "client")
        .Promise("Alpha", "response", 3, 14400, "client").Promise("Alpha", "response", 4, 86400, "client");

    /// <summary>Tickets by the priority asked for (a row each) and the final one (a column each).</summary>
    private static GivenWarehouse Matrix(int[][] counts)
    {
        var given = new GivenWarehouse().Client("Alpha").Source("desk", DataEnd).Load("desk", DataEnd, "events");
        for (var asked = 1; asked <= 4; asked++)
            for (var final = 1; final <= 4; final++)
                given.Run($"""
                    insert into raw.tickets (load_id, line, source, ticket_id, row_hash, client_text, created_at, is_time_ambiguous, requester, priority)
                      select 1, i, 'desk', '{asked}{final}' || i, hash('{asked}{final}' || i), 'Alpha', '{Created}', false, 'Eva', {final} from range({counts[asked - 1][final - 1]}) as r (i);
                    insert into raw.events (load_id, line, source, ticket_id, row_hash, occurred_at, kind, value, value_text, actor, is_time_ambiguous)
                      select 2, i, 'desk', '{asked}{final}' || i, hash('{asked}{final}' || i), '{Created}', 'priority', '{asked}', '{asked}', 'Eva', false from range({counts[asked - 1][final - 1]}) as r (i);
                    """);
        return given.Refresh();
    }
}
