namespace Insights.Analytics.Tests;

/// <summary>DECISIONS.md, "Chasers" and "Next reply". Calendar: Monday to Friday 09:00 to 17:00 in Athens, which is 07:00 to 15:00 UTC in March 2026.</summary>
public sealed class ChasersTests
{
    [Fact]
    public void The_example_of_the_definition_has_two_chasers_and_one_turn_after_a_reply()
    {
        using var given = Talk("09:00 c", "09:05 c", "12:00 c", "33:00 c", "33:30 p", "39:00 c", "40:00 p", "40:05 c thanks").Refresh();
        Assert.Equal(["1|2026-03-02 12:00:00|10800|10800|yes|no|asked_again|no", "2|2026-03-03 09:00:00|86400|28800|yes|no|asked_again|no"], given.Rows(
            "select chaser_number, sent_at, waited_client_seconds, waited_contract_seconds, is_before_answer, is_after_due, purpose, is_headline from marts.chasers order by 1"));
        Assert.Equal(["1|1|0|3600"], given.Rows("select turn_count, answered_count, unanswered_count, median_seconds from marts.reply_times where span = 'month'"));
        Assert.Equal(["1|2|1|0|1|0|2|0|0|10800|10800"], given.Rows("""
            select ticket_count, chaser_count, chased_count, one_count, two_count, three_count, before_answer_chaser_count, after_due_chaser_count, headline_count, median_waited_client_seconds, median_waited_contract_seconds
            from marts.chaser_months where span = 'month'
            """));
    }

    [Theory]
    [InlineData("09:29:59", 0)]
    [InlineData("09:30:00", 1)]
    public void A_chaser_comes_half_an_hour_after_the_last_message_or_later(string second, int count)
    {
        using var given = Talk("09:00 c", $"{second} c").Refresh();
        Assert.Equal([$"{count}"], given.Rows("select chaser_count from intermediate.chaser_counts"));
    }

    [Theory]
    [InlineData("09:30 a", 1)] // an automatic reply answers nothing
    [InlineData("09:30 n", 1)] // nor does a note the client cannot see
    [InlineData("09:30 ?", 0)] // a writer nobody knows may have been the provider
    [InlineData("09:30 p", 0)]
    public void Only_a_person_the_client_heard_ends_the_wait(string between, int count)
    {
        using var given = Talk("09:00 c", between, "12:00 c").Refresh();
        Assert.Equal([$"{count}"], given.Rows("select chaser_count from intermediate.chaser_counts"));
    }

    [Theory]
    [InlineData("reminder", 0, "asked_again")]
    [InlineData("", 0, "asked_again")]
    [InlineData("detail", 0, "added_information")]
    [InlineData("reminder detail", 0, "asked_again")]
    [InlineData("", 1, "added_information")]
    [InlineData("reminder question", 1, "asked_again")]
    [InlineData("?", 0, "∅")]
    [InlineData("?", 2, "added_information")]
    public void What_a_chaser_is_for(string remarks, int attachments, string purpose)
    {
        using var given = Talk("09:00 c").Message("desk", "1", "2026-03-02 12:00:00", "requester", $"is_public = true; attachment_count = {attachments}; remarks = {(remarks == "?" ? "null" : $"'{remarks}'")}").Refresh();
        Assert.Equal([purpose], given.Rows("select purpose from marts.chasers"));
    }

    [Theory]
    [InlineData("response", 7200, "11:00 c", "no|no")] // due 09:00 + 2 h = 11:00: not after it
    [InlineData("response", 7200, "11:01 c", "yes|yes")]
    [InlineData("resolve", 14400, "11:01 c", "no|no")] // only a solution is promised: due 13:00
    [InlineData("resolve", 14400, "13:01 c", "yes|yes")]
    [InlineData("start", 60, "32:00 c", "no|no")] // neither is promised: one business day of the contract's calendar, Tuesday 09:00
    [InlineData("start", 60, "33:01 c", "yes|yes")]
    public void The_headline_counts_what_was_asked_again_after_the_promise_or_one_business_day(string kind, int seconds, string chaser, string expected)
    {
        using var given = Talk("09:00 c", chaser).Promise("Alpha", kind, null, seconds);
        given.Run("delete from raw.reference_promises where seconds = 86400");
        Assert.Equal([expected], given.Refresh().Rows("select is_after_due, is_headline from marts.chasers"));
    }

    [Theory]
    [InlineData("'support'", "2026-03-09 07:30:00", "no")] // asked Friday 15:30 UTC, after closing: one business day of the client's own hours is Tuesday 09:00 in Athens
    [InlineData("'support'", "2026-03-10 07:00:01", "yes")]
    [InlineData("null", "2026-03-07 15:30:00", "no")] // no calendar at all: 24 hours
    [InlineData("null", "2026-03-07 15:30:01", "yes")]
    public void Without_a_contract_the_clients_own_opening_hours_measure_the_business_day(string calendar, string sent, string isAfterDue)
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", "2026-03-31 12:00:00");
        given.Run($"update raw.reference_clients set calendar = {calendar}");
        given.Ticket("desk", "1", "Alpha", "2026-03-06 15:30:00").Message("desk", "1", "2026-03-06 15:30:00", "requester").Message("desk", "1", sent, "requester").Refresh();
        Assert.Equal([$"{isAfterDue}|∅"], given.Rows("select is_after_due, waited_contract_seconds from marts.chasers"));
    }

    [Theory]
    [InlineData("pending", "∅|no|no")] // the promise stands still: nothing is due
    [InlineData("hold", "2026-03-02 10:00:00|yes|yes")] // a state in which its clock runs on
    public void While_the_promise_waits_in_an_agreed_pause_no_reminder_is_after_due(string pause, string expected)
    {
        using var given = Talk("09:00 c", "09:30 p", "12:00 c", "13:00 c").Promise("Alpha", "resolve", null, 3600, more: "pauses = 'pending'")
            .Event("desk", "1", "2026-03-02 09:00:00", "state", "open").Event("desk", "1", "2026-03-02 09:30:00", "state", pause).Refresh();
        Assert.Equal([expected], given.Rows("select due_at, is_after_due, is_headline from marts.chasers"));
    }

    [Fact]
    public void Machines_never_chase_and_merged_tickets_chase_nowhere()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", "2026-03-31 12:00:00")
            .Ticket("desk", "1", "Alpha", "2026-03-02 09:00:00", "requester = 'Server monitoring'; requester_mail = 'monitoring@provider.example'")
            .Ticket("desk", "2", "Alpha", "2026-03-02 09:00:00", "requester = 'Maria'; state = 'merged'");
        foreach (var ticket in new[] { "1", "2" })
            given.Message("desk", ticket, "2026-03-02 09:00:00", "requester").Message("desk", ticket, "2026-03-02 12:00:00", "requester");
        given.Refresh();
        Assert.Empty(given.Rows("from marts.chasers"));
        Assert.Equal(["1|0|no"], given.Rows("select ticket_id, c.chaser_count, c.is_person from intermediate.chaser_counts as c join intermediate.tickets as t using (ticket_key)"));
        Assert.Empty(given.Rows("from marts.chaser_months"));
    }

    [Fact]
    public void What_was_said_in_a_ticket_merged_into_another_was_said_there()
    {
        using var given = Talk("09:00 c", "33:30 p", "34:00 c").Load("desk", "2026-03-10 12:00:00")
            .Ticket("desk", "2", "Alpha", "2026-03-02 12:00:00", "requester = 'Maria'; state = 'merged'; merged_into = '3'").Ticket("desk", "3", "Alpha", "2026-03-02 12:30:00", "requester = 'Maria'; state = 'merged'; merged_into = '1'")
            .Message("desk", "2", "2026-03-02 12:00:00", "requester", "is_public = true; remarks = ''").Message("desk", "3", "2026-03-02 14:00:00", "requester", "is_public = true; remarks = 'thanks'").Refresh();
        Assert.Equal(["1|2026-03-02 12:00:00|10800"], given.Rows("select ticket_id, sent_at, waited_client_seconds from marts.chasers"));
        Assert.Equal(["1|1"], given.Rows("select ticket_id, chaser_count from intermediate.chaser_counts as c join intermediate.tickets using (ticket_key)"));
    }

    [Fact]
    public void An_unanswered_turn_stays_in_until_its_ticket_ends_or_the_data_do()
    {
        using var given = Talk("09:00 c", "09:30 p", "10:00 c", "11:00 p", "12:00 c").Refresh();
        Assert.Equal(["2|1|1|3600"], given.Rows("select turn_count, answered_count, unanswered_count, median_seconds from marts.reply_times where span = 'month'"));
        Assert.Equal(["3600|yes", $"{8 * 24 * 3600}|no"], given.Rows("select seconds, is_event from intermediate.survival_samples where measure = 'reply' order by seconds"));
        given.Load("desk", "2026-03-10 12:00:00").Ticket("desk", "1", "Alpha", "2026-03-02 09:00:00", "requester = 'Maria'; agent = 'Nikos'; state = 'resolved'; resolved_at = '2026-03-02 14:00:00'").Refresh();
        Assert.Equal(["3600|yes", "7200|no"], given.Rows("select seconds, is_event from intermediate.survival_samples where measure = 'reply' order by seconds"));
    }

    [Fact]
    public void The_order_of_loading_changes_nothing()
    {
        string[] talk = ["09:00 c", "09:40 c", "10:30 p", "11:00 c", "12:00 c", "13:00 c"];
        using var forward = Talk(talk).Refresh();
        using var backward = Talk([.. talk.Reverse()]).Refresh();
        const string Chasers = "select chaser_number, sent_at, waited_client_seconds, is_before_answer from marts.chasers order by 1";
        Assert.Equal(3, forward.Rows(Chasers).Count);
        Assert.Equal(forward.Rows(Chasers), backward.Rows(Chasers));
    }

    /// <summary>A ticket of Monday 2 March 2026, 09:00 UTC, promised a first answer in 24 working hours. Each message: hours from Monday 00:00 UTC, who (c, p, a automatic, n note, ?), remarks.</summary>
    private static GivenWarehouse Talk(params string[] messages)
    {
        var given = new GivenWarehouse().Client("Alpha").Source("desk", "2026-03-10 12:00:00").Promise("Alpha", "response", null, 86400)
            .Ticket("desk", "1", "Alpha", "2026-03-02 09:00:00", "requester = 'Maria'; agent = 'Nikos'");
        foreach (var words in messages.Select(message => message.Split(' ', 3)))
        {
            var time = words[0].Split(':');
            var sent = new DateTime(2026, 3, 2).AddHours(int.Parse(time[0], null)).AddMinutes(int.Parse(time[1], null)).AddSeconds(time.Length > 2 ? int.Parse(time[2], null) : 0);
            var side = words[1] switch { "c" => "requester", "?" => null, _ => "agent" };
            given.Message("desk", "1", sent.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture), side,
                $"is_public = {(words[1] == "n" ? "false" : "true")}; is_automatic = {(words[1] == "a" ? "true" : "false")}; remarks = '{(words.Length > 2 ? words[2] : "")}'");
        }
        return given;
    }
}
