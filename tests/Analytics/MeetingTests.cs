namespace Insights.Analytics.Tests;

/// <summary>DECISIONS.md, "The memory of the meeting": given rows, expect rows. Promises here run on the client clock, 1 hour.</summary>
public sealed class MeetingTests
{
    private const string InTime = "responded_at = '2026-02-03 08:30:00'";
    private const string Late = "responded_at = '2026-02-03 12:00:00'";

    [Fact]
    public void An_action_belongs_to_the_last_month_that_was_over_and_is_done_open_or_overdue_at_the_as_of()
    {
        using var given = Given().Ticket("desk", "1", "Alpha", "2026-02-03 08:00:00", InTime);
        given.Run("""
            insert into raw.reference_actions (load_id, file, line, client, agreed_on, side, action, due, done_on) values
              (1, 'a', 2, 'Alpha', '2026-02-06', 'provider', 'done', '2026-02-20', '2026-02-25'), (1, 'a', 3, 'Alpha', '2026-02-28', 'client', 'late', '2026-03-09', null),
              (1, 'a', 4, 'Alpha', '2026-03-05', 'client', 'due today', '2026-03-10', '2026-03-11'), (1, 'a', 5, 'Alpha', '2026-03-05', 'client', 'no day', null, null),
              (1, 'a', 6, 'Alpha', '2026-03-11', 'client', 'agreed later', null, null)
            """);
        given.Refresh();
        Assert.Equal(["done|2026-01-01|done|2026-02-25", "due today|2026-02-01|open|∅", "late|2026-01-01|overdue|∅", "no day|2026-02-01|open|∅"],
            given.Rows("select action, month, state, done_on from marts.actions order by action"));
        given.Refresh(new DateTime(2026, 2, 24, 12, 0, 0, DateTimeKind.Utc));
        Assert.Equal(["done|overdue|∅"], given.Rows("select action, state, done_on from marts.actions"));
    }

    [Fact]
    public void A_ticket_is_left_out_only_where_both_sides_agree_and_the_parts_make_the_whole()
    {
        using var given = Given();
        for (var i = 1; i <= 6; i++)
            given.Ticket("desk", $"{i}", "Alpha", "2026-02-03 08:00:00", i <= 3 ? InTime : Late);
        given.Ticket("desk", "7", "Beta", "2026-02-03 08:00:00", Late);
        given.Run("""
            insert into raw.reference_agreed_exclusions (load_id, file, line, source, ticket_id, reason, agreed_by_client, agreed_by_provider) values
              (1, 'e', 2, 'desk', '4', 'power cut', true, true), (1, 'e', 3, 'desk', '5', 'power cut', null, true),
              (1, 'e', 4, 'desk', '6', 'power cut', false, true), (1, 'e', 5, 'desk', '99', 'unknown', true, true)
            """);
        given.Refresh();
        Assert.Equal(["4|counts|breached", "5|awaited|breached", "6|refused|breached", "99|not_found|∅"], given.Rows("select ticket_id, state, response_outcome from marts.agreed_exclusions order by ticket_id::int"));
        Assert.Equal(["Alpha|month|5|3|2|1|1|0.6", "Alpha|trailing|5|3|2|1|1|0.6"],
            given.Rows("select client, span, promised_count, met_count, breached_count, excluded_count, excluded_breached_count, attained_ratio from marts.attainment_excluded where month = '2026-02-01' order by all"));
        Assert.Equal(["trailing|1"], given.Rows("select span, excluded_count from marts.attainment_excluded where month = '2026-03-01'"));
        Assert.Empty(given.Rows("""
            select * from marts.attainment_excluded as e
            join (select 'month' as span, * from marts.attainment union all by name select 'trailing' as span, * from marts.attainment_trailing) as a using (client, month, span, promise_kind)
            where a.priority is null and (e.promised_count + e.excluded_count <> a.promised_count or e.met_count + e.excluded_met_count <> a.met_count
              or e.breached_count + e.excluded_breached_count <> a.breached_count or e.running_count + e.excluded_running_count <> a.running_count
              or e.unknown_count + e.excluded_unknown_count <> a.unknown_count)
            """));
    }

    [Fact]
    public void A_comment_stands_in_the_month_of_its_ticket_or_its_own_and_in_none_where_the_ticket_is_unknown()
    {
        using var given = Given().Ticket("desk", "1", "Alpha", "2026-02-03 08:00:00", Late).Ticket("desk", "2", "Alpha", "2026-03-03 08:00:00");
        given.Run("""
            insert into raw.reference_comments (load_id, file, line, client, source, ticket_id, month, said_by, comment, cause) values
              (1, 'k', 2, 'Alpha', 'desk', '1', null, 'provider', null, 'staffing'), (1, 'k', 3, 'Alpha', null, null, '2026-03-01', 'client', 'a better month', null),
              (1, 'k', 4, 'Beta', 'desk', '1', null, 'client', 'not ours', null), (1, 'k', 5, 'Alpha', 'desk', '77', null, 'client', 'lost', null)
            """);
        given.Ticket("desk", "3", "Beta", "2026-03-03 08:00:00").Refresh();
        Assert.Equal(["2026-02-01|ticket|provider|∅|staffing|yes", "2026-03-01|month|client|a better month|∅|∅", "∅|ticket|client|lost|∅|∅", "∅|ticket|client|not ours|∅|∅"],
            given.Rows("select month, about, said_by, comment, cause, is_breach from marts.comments order by all"));
    }

    private static GivenWarehouse Given() => new GivenWarehouse().Client("Alpha").Client("Beta").Source("desk", "2026-03-10 12:00:00").Promise("Alpha", "response", null, 3600, "client").Promise("Beta", "response", null, 3600, "client");
}
