namespace Insights.Analytics.Tests;

/// <summary>DECISIONS.md, "Response ladder": one ticket of Monday 2 March 2026, 08:00 UTC, promised an answer within an hour of wall time.</summary>
public sealed class ResponseRungsTests
{
    private const string Public = "is_public = true; is_automatic = false; remarks = ''";
    private const string Rungs = "select strftime(automatic_at, '%X'), strftime(touched_at, '%X'), strftime(human_at, '%X'), strftime(substantive_at, '%X') from intermediate.rungs";

    [Fact]
    public void An_automatic_reply_a_state_a_holding_answer_and_a_solution_are_four_rungs()
    {
        using var given = Given()
            .Message("desk", "1", "2026-03-02 08:00:00", "agent", Public)
            .Message("desk", "1", "2026-03-02 08:01:00", "system", "is_public = true; is_automatic = true; remarks = 'automatic'")
            .Event("desk", "1", "2026-03-02 08:00:00", "state", "new")
            .Event("desk", "1", "2026-03-02 08:05:00", "state", "open", "actor = 'Maria'")
            .Event("desk", "1", "2026-03-02 08:20:00", "agent", "Nikos", "actor = 'Nikos'")
            .Message("desk", "1", "2026-03-02 08:25:00", "agent", "is_public = false; is_automatic = false; remarks = ''")
            .Message("desk", "1", "2026-03-02 08:40:00", "agent", "is_public = true; is_automatic = false; remarks = 'holding'")
            .Message("desk", "1", "2026-03-02 09:30:00", "agent", "is_public = true; is_automatic = false; remarks = 'question holding'")
            .Refresh();
        Assert.Equal(["08:01:00|08:20:00|08:40:00|09:30:00"], given.Rows(Rungs));
        Assert.Equal(["1|1|1|1|0|1"], given.Rows("select promised_count, automatic_met_count, touched_met_count, human_met_count, substantive_met_count, substantive_breached_count from marts.response_rungs where span = 'month'"));
    }

    [Fact]
    public void A_rung_the_export_does_not_show_is_unknown_and_one_it_shows_and_that_was_not_reached_is_breached()
    {
        using var given = Given().Message("desk", "1", "2026-03-02 08:00:00", "requester", "is_public = true; is_automatic = false").Refresh();
        Assert.Equal(["0|1|0|1|1|0|1|0"], given.Rows("""
            select automatic_unknown_count, automatic_breached_count, touched_breached_count, touched_unknown_count, human_breached_count, human_unknown_count, substantive_breached_count, substantive_unknown_count
            from marts.response_rungs where span = 'month'
            """));
    }

    [Fact]
    public void An_answer_whose_words_are_not_in_the_export_leaves_the_substantive_rung_unknown()
    {
        using var given = Given().Message("desk", "1", "2026-03-02 08:30:00", "agent", "is_public = true; is_automatic = false").Refresh();
        Assert.Equal(["1|1"], given.Rows("select human_met_count, substantive_unknown_count from marts.response_rungs where span = 'month'"));
    }

    /// <summary>The list cuts the creation to the minute.</summary>
    [Theory]
    [InlineData("Nikos", "08:40:00")]
    [InlineData("Maria", "08:00:18")] // a client's ticket: whoever of the provider writes first answers
    public void The_message_by_which_an_agent_opened_a_ticket_is_no_answer_to_it(string requester, string human)
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", "2026-03-10 12:00:00")
            .Ticket("desk", "1", "Alpha", "2026-03-02 08:00:00", $"requester = '{requester}'; agent = 'Nikos'")
            .Message("desk", "1", "2026-03-02 08:00:18", "agent", Public + "; author = 'Nikos'").Message("desk", "1", "2026-03-02 08:40:00", "agent", Public + "; author = 'Nikos'").Refresh();
        Assert.Equal([human], given.Rows("select strftime(human_at, '%X') from intermediate.rungs"));
    }

    [Theory]
    [InlineData("public_reply", "∅|∅|08:30:00|∅", "no|no|yes|no")]
    [InlineData("status_change", "∅|08:30:00|∅|∅", "no|yes|no|no")]
    [InlineData("assignment", "∅|08:30:00|∅|∅", "no|yes|no|no")]
    [InlineData("unknown", "∅|∅|∅|∅", "no|no|no|no")]
    public void Where_only_the_tools_own_field_exists_it_is_the_rung_it_means(string semantics, string rungs, string measurable)
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", "2026-03-10 12:00:00", semantics: semantics)
            .Ticket("desk", "1", "Alpha", "2026-03-02 08:00:00", "responded_at = '2026-03-02 08:30:00'").Refresh();
        Assert.Equal([rungs], given.Rows(Rungs));
        Assert.Equal([measurable], given.Rows("select is_automatic_measurable, is_touched_measurable, is_human_measurable, is_substantive_measurable from intermediate.rungs"));
    }

    [Fact]
    public void Who_lets_a_receipt_count_lets_a_persons_reply_count_and_a_reply_is_a_touch()
    {
        using var given = Given().Message("desk", "1", "2026-03-02 08:30:00", "agent", Public)
            .Event("desk", "1", "2026-03-02 08:00:00", "state", "new").Event("desk", "1", "2026-03-02 09:20:00", "state", "open", "actor = 'Nikos'").Refresh();
        Assert.Equal(["08:30:00|08:30:00|08:30:00|08:30:00"], given.Rows(Rungs));
    }

    [Fact]
    public void Parts_sum_to_the_promised_and_no_later_rung_is_kept_more_often_than_the_one_before_it()
    {
        using var given = Given();
        var random = new Random(20260302);
        for (var ticket = 2; ticket < 80; ticket++)
        {
            given.Ticket("desk", $"{ticket}", "Alpha", "2026-03-02 08:00:00", $"requester = 'Maria'; state = '{(random.Next(3) == 0 ? "closed" : "open")}'");
            for (var message = random.Next(5); message > 0; message--)
            {
                var remarks = random.Next(4) switch { 0 => "null", 1 => "'holding'", 2 => "'thanks holding'", _ => "''" };
                given.Message("desk", $"{ticket}", $"2026-03-02 {8 + random.Next(3):00}:{random.Next(60):00}:00", random.Next(3) == 0 ? "requester" : "agent", $"is_public = true; is_automatic = {(random.Next(5) == 0 ? "true" : "false")}; remarks = {remarks}");
            }
        }
        given.Refresh();
        Assert.Equal(["0"], given.Rows("select count(*) from intermediate.rungs where substantive_at < human_at or (human_at is null and substantive_at is not null) or coalesce(automatic_at > human_at, human_at is not null)"));
        Assert.Equal(["8|0|0"], given.Rows("""
            select count(*), count(*) filter (promised_count <> met_count + breached_count + running_count + unknown_count),
              count(*) filter (wilson_low > met_count / (met_count + breached_count) or wilson_high < met_count / (met_count + breached_count))
            from (select *, computed.wilson_low(met_count, met_count + breached_count) as wilson_low, computed.wilson_high(met_count, met_count + breached_count) as wilson_high from intermediate.rung_counts)
            """));
        Assert.Equal(["2"], given.Rows("select count(*) from marts.response_rungs where automatic_met_count >= human_met_count and human_met_count >= substantive_met_count and promised_count = 79"));
    }

    private static GivenWarehouse Given() => new GivenWarehouse().Client("Alpha").Source("desk", "2026-03-10 12:00:00", "state", "none").Promise("Alpha", "response", null, 3600, "client")
        .Ticket("desk", "1", "Alpha", "2026-03-02 08:00:00", "requester = 'Maria'; agent = 'Nikos'; state = 'open'");
}
