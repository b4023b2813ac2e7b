namespace Insights.Analytics.Tests;

public sealed class ClientMonthsTests
{
    [Fact]
    public void A_ticket_after_midnight_in_athens_belongs_to_the_new_month()
    {
        using var given = Given().Ticket("desk", "1", "Alpha", "2026-01-31 22:30:00").Refresh();
        Assert.Equal(["2026-02-01"], given.Rows("select month from marts.tickets"));
    }

    [Fact]
    public void The_backlog_at_month_end_is_what_was_opened_and_not_yet_ended()
    {
        using var given = Given()
            .Ticket("desk", "1", "Alpha", "2026-01-10 09:00:00", "resolved_at = '2026-01-11 09:00:00'; state = 'resolved'")
            .Ticket("desk", "2", "Alpha", "2026-01-20 09:00:00", "resolved_at = '2026-03-05 09:00:00'; state = 'resolved'")
            .Ticket("desk", "3", "Alpha", "2026-02-20 09:00:00", "state = 'open'")
            .Ticket("desk", "4", "Alpha", "2026-02-20 09:00:00", "state = 'closed'")
            .Refresh();
        Assert.Equal(
            ["2026-01-01|2|1|1", "2026-02-01|2|1|2", "2026-03-01|0|1|1"],
            given.Rows("select month, ticket_count, resolved_count, backlog_count from marts.client_months order by 1"));
    }

    [Fact]
    public void A_ticket_closed_before_it_was_created_is_never_left_in_the_backlog()
    {
        using var given = Given().Ticket("desk", "1", "Alpha", "2026-02-10 09:00:00", "closed_at = '2026-01-20 09:00:00'; state = 'closed'").Refresh();
        Assert.Equal(["2026-02-01|1|1|0", "2026-03-01|0|0|0"], given.Rows("select month, ticket_count, resolved_count, backlog_count from marts.client_months order by 1"));
    }

    [Fact]
    public void The_clients_own_record_of_a_ticket_is_not_counted_beside_its_providers()
    {
        using var given = Given().Ticket("desk", "1", "Alpha", "2026-03-02 09:00:00", "responded_at = '2026-03-02 10:00:00'")
            .Source("own", "2026-03-20 12:00:00", semantics: "assignment", side: "client")
            .Ticket("own", "A-1", "Alpha", "2026-02-27 09:00:00", "responded_at = '2026-03-05 10:00:00'").Refresh();
        Assert.Equal(["2026-03-01|1|1|public_reply|2026-03-10 12:00:00"],
            given.Rows("select month, ticket_count, answered_count, response_semantics, as_of_at from marts.client_months"));
        Assert.Equal(["desk|yes|∅", "own|no|client_side"], given.Rows("select source, is_counted, exclusion from marts.tickets order by 1"));
        Assert.Equal(["1"], given.Rows("select ticket_count from marts.response_times where clock = 'client'"));
    }

    [Fact]
    public void The_clients_own_record_counts_where_the_provider_gave_none()
    {
        using var given = new GivenWarehouse().Client("Alpha").Client("Beta").Source("desk", "2026-03-10 12:00:00").Ticket("desk", "1", "Beta", "2026-03-02 09:00:00")
            .Source("own", "2026-03-10 12:00:00", side: "client").Ticket("own", "A-1", "Alpha", "2026-03-02 09:00:00").Refresh();
        Assert.Equal(["Alpha|1", "Beta|1"], given.Rows("select client, ticket_count from marts.client_months order by 1"));
    }

    [Fact]
    public void A_client_is_found_by_alias_by_its_own_name_by_an_address_or_by_mail_domain_and_the_rest_is_listed()
    {
        using var given = new GivenWarehouse().Source("desk", "2026-03-10 12:00:00");
        given.Run("insert into raw.reference_clients (load_id, file, line, client, provider, zone, mail_domains) values (1, 'c', 2, 'Άλφα', 'Provider', 'Europe/Athens', 'alpha.example; alpha2.example')");
        given.Run("insert into raw.reference_aliases values (1, 'a', 2, 'desk', 'Alpha Ltd', 'Άλφα', null), (1, 'a', 3, '*', 'alpha.owner@gmail.com', 'Άλφα', null)");
        given.Ticket("desk", "alias", " alpha LTD", "2026-03-01 09:00:00").Ticket("desk", "name", "Άλφα", "2026-03-01 09:00:00")
            .Ticket("desk", "mail", "", "2026-03-01 09:00:00", "requester_mail = 'x@Alpha2.example'")
            .Ticket("desk", "address", "", "2026-03-01 09:00:00", "requester_mail = 'Alpha.Owner@gmail.com'").Ticket("desk", "nobody", "Beta", "2026-03-01 09:00:00").Refresh();
        Assert.Equal(["address|Άλφα", "alias|Άλφα", "mail|Άλφα", "name|Άλφα", "nobody|∅"], given.Rows("select ticket_id, client from marts.tickets order by 1"));
        Assert.Equal(["desk|Beta|1"], given.Rows("select source, text, ticket_count from marts.gaps where kind = 'client'"));
        Assert.Equal(["5|1"], given.Rows("select ticket_count, unassigned_count from marts.providers"));
    }

    [Fact]
    public void A_word_nobody_explained_is_listed_and_a_vocabulary_row_explains_it()
    {
        using var given = Given().Ticket("desk", "1", "Alpha", "2026-03-01 09:00:00", "priority_text = 'Πολύ επείγον'; state_text = 'Σε αναμονή'").Refresh();
        Assert.Equal(["priority|Πολύ επείγον", "state|Σε αναμονή"], given.Rows("select kind, text from marts.gaps where kind in ('priority', 'state') order by 1"));
        given.Run("insert into raw.reference_vocabulary values (1, 'v', 2, '*', 'priority', 'πολύ επείγον', '1', null), (1, 'v', 3, 'desk', 'state', 'σε αναμονή', 'pending', null)");
        given.Refresh(new DateTime(2026, 3, 10, 12, 0, 0, DateTimeKind.Utc));
        Assert.Equal(["1|pending"], given.Rows("select priority_final, state from marts.tickets"));
        Assert.Empty(given.Rows("from marts.gaps where kind in ('priority', 'state')"));
    }

    [Fact]
    public void A_category_can_say_what_tickets_without_a_type_are_and_never_overrules_the_export()
    {
        using var given = Given().Ticket("desk", "1", "Alpha", "2026-03-01 09:00:00", "category = 'Αίτημα / Εκτυπωτές'")
            .Ticket("desk", "2", "Alpha", "2026-03-01 09:00:00", "category = 'Αίτημα / Εκτυπωτές'; kind = 'incident'").Ticket("desk", "3", "Alpha", "2026-03-01 09:00:00", "category = 'Άλλο'");
        given.Run("insert into raw.reference_vocabulary values (1, 'v', 2, '*', 'kind', 'αίτημα / εκτυπωτές', 'request', null)");
        Assert.Equal(["1|request", "2|incident", "3|∅"], given.Refresh().Rows("select ticket_id, kind from marts.tickets order by 1"));
    }

    [Fact]
    public void The_version_exported_last_wins_whatever_the_order_of_loading()
    {
        using var given = Given().Ticket("desk", "1", "Alpha", "2026-03-01 09:00:00", "subject = 'new'; updated_at = '2026-03-05 09:00:00'");
        given.Run("insert into raw.tickets (load_id, line, source, ticket_id, row_hash, client_text, created_at, is_time_ambiguous, subject, updated_at) values (1, 9, 'desk', '1', 5, 'Alpha', '2026-03-01 09:00:00', false, 'old', '2026-03-02 09:00:00')");
        given.Refresh();
        Assert.Equal(["new"], given.Rows("select subject from marts.tickets"));
    }

    private static GivenWarehouse Given() => new GivenWarehouse().Client("Alpha").Source("desk", "2026-03-10 12:00:00");
}
