namespace Insights.Analytics.Tests;

/// <summary>DECISIONS.md, "Critical work": given rows, expect rows. 2 March 2026 is a Monday; Athens is two hours ahead of UTC.</summary>
public sealed class CriticalWorkTests
{
    private const string DataEnd = "2026-03-10 12:00:00";
    private const string Matched = "select activity, words, assets, priority_critical from marts.critical_work order by ticket_id";

    [Theory]
    [InlineData("τιμολόγιο", "ΔΕΝ ΒΓΑΙΝΕΙ ΤΙΜΟΛΟΓΙΟ", true)]
    [InlineData("Τιμολογιο", "Το τιμολόγιο χάθηκε", true)]
    [InlineData("τιμολόγιο", "Δεν βγαίνουν τα τιμολόγια", false)]
    [InlineData("τιμολογ*", "Δεν βγαίνουν τα τιμολόγια", true)]
    [InlineData("τιμολογ*", "ανατιμολόγηση", false)]
    [InlineData("ERP", "TO ERP!", true)]
    [InlineData("ERP", "enterprise", false)]
    [InlineData("ERP", "(ERP-2): error", true)]
    [InlineData("card payment*", "Card  payments not going through", true)]
    [InlineData("αριθμός", "ΑΡΙΘΜΟΣ παραστατικού", true)]
    [InlineData("100%", "disk 100% full", true)]
    [InlineData("a.b", "axb", false)]
    [InlineData("'); drop table raw.tickets; --", "drop table raw tickets", true)]
    public void A_word_is_found_whole_whatever_its_case_and_accents(string word, string subject, bool isFound)
    {
        using var given = Given().Ticket("desk", "1", "Alpha", "2026-03-02 08:00:00", $"subject = '{subject}'");
        given.Run($"update raw.reference_critical_work set words = '{word.Replace("'", "''", StringComparison.Ordinal).Replace(";", "", StringComparison.Ordinal)}'");
        Assert.Equal(isFound ? 1 : 0, given.Refresh().Rows(Matched).Count);
    }

    [Theory]
    [InlineData("subject = 'Δεν βγαίνει τιμολόγιο'; asset = 'ERP-01'", "invoicing|τιμολόγιο|ERP-01|1")]
    [InlineData("subject = 'Help'; description = 'the invoice, please'", "invoicing|invoice||1")]
    [InlineData("asset = ' erp-01 '", "invoicing||ERP-01|1")]
    [InlineData("asset = 'ERP-011'", null)]
    [InlineData("subject = 'invoices'", null)]
    public void What_tells_it_stands_beside_it(string set, string? then)
    {
        using var given = Given().Ticket("desk", "1", "Alpha", "2026-03-02 08:00:00", set).Refresh();
        Assert.Equal(then is null ? [] : [then], given.Rows(Matched));
    }

    [Theory]
    [InlineData("2026-03-02 06:00:00", true)] // Monday 08:00 in Athens
    [InlineData("2026-03-02 05:59:59", false)]
    [InlineData("2026-03-02 13:59:59", true)]
    [InlineData("2026-03-02 14:00:00", false)]
    [InlineData("2026-03-01 08:00:00", false)] // Sunday
    public void It_matters_in_its_hours_in_the_clients_own_time(string created, bool isFound)
    {
        using var given = Given().Ticket("desk", "1", "Alpha", created, "asset = 'ERP-01'").Refresh();
        Assert.Equal(isFound ? 1 : 0, given.Rows(Matched).Count);
    }

    [Theory]
    [InlineData("2026-03-06 20:00:00", true)] // Friday 22:00 in Athens
    [InlineData("2026-03-07 03:59:59", true)] // Saturday 05:59:59: still Friday's night
    [InlineData("2026-03-07 04:00:00", false)]
    [InlineData("2026-03-05 20:00:00", false)]
    public void Hours_may_run_into_the_next_day(string created, bool isFound)
    {
        using var given = Given().Ticket("desk", "1", "Alpha", created, "asset = 'ERP-01'");
        given.Run("update raw.reference_critical_work set weekdays = '5', opens_second = 79200, closes_second = 108000");
        Assert.Equal(isFound ? 1 : 0, given.Refresh().Rows(Matched).Count);
    }

    [Theory]
    [InlineData("priority = 3; responded_at = '2026-03-02 08:30:00'", "3|yes|1800|yes|yes")]
    [InlineData("priority = 1; responded_at = '2026-03-02 08:30:01'", "1|no|1801|yes|no")]
    [InlineData("state = 'open'", "∅|∅|705600|no|no")]
    [InlineData("state = 'closed'; closed_at = '2026-03-02 08:10:00'", "∅|∅|705600|no|no")]
    public void Handled_as_normal_and_answered_as_expected(string set, string then)
    {
        using var given = Given().Ticket("desk", "1", "Alpha", "2026-03-02 08:00:00", "asset = 'ERP-01'; " + set).Refresh();
        Assert.Equal([then], given.Rows("select priority_final, is_handled_as_normal, waited_client_seconds, is_answered, is_within_expectation from marts.critical_work"));
    }

    [Fact]
    public void It_stands_in_for_the_priority_nobody_asked_for_and_says_so()
    {
        using var given = Given().Promise("Alpha", "response", 1, 1800, "client").Promise("Alpha", "response", 3, 14400, "client")
            .Ticket("desk", "1", "Alpha", "2026-03-02 08:00:00", "asset = 'ERP-01'; priority = 3; responded_at = '2026-03-02 10:00:00'")
            .Ticket("desk", "2", "Alpha", "2026-03-02 08:00:00", "asset = 'ERP-01'; priority = 1; responded_at = '2026-03-02 10:00:00'").Refresh();
        Assert.Equal(["1|1|inferred|invoicing|3|lowered|met|breached|no"], given.Rows(
            "select ticket_id, priority_asked, asked_by, activity, priority_final, direction, response_outcome, response_outcome_asked, is_met_only_lowered from marts.priority_disputes"));
        Assert.Empty(given.Rows("from marts.priority_matrix"));
    }

    [Fact]
    public void What_the_client_set_itself_goes_before_what_is_inferred()
    {
        using var given = Given().Ticket("desk", "1", "Alpha", "2026-03-02 08:00:00", "asset = 'ERP-01'; priority = 3; requester = 'Eva'")
            .Load("desk", DataEnd, "events").Event("desk", "1", "2026-03-02 08:00:00", "priority", "3", "actor = 'Eva'").Refresh();
        Assert.Equal(["3|client|∅"], given.Rows("select priority_asked, asked_by, activity from intermediate.priorities"));
        Assert.Equal(["yes"], given.Rows("select is_handled_as_normal from marts.critical_work"));
    }

    [Fact]
    public void Of_two_activities_the_more_urgent_counts_and_another_clients_do_not()
    {
        using var given = Given().Client("Beta").Ticket("desk", "1", "Alpha", "2026-03-02 08:00:00", "asset = 'ERP-01'").Ticket("desk", "2", "Beta", "2026-03-02 08:00:00", "asset = 'ERP-01'");
        given.Run("insert into raw.reference_critical_work (load_id, file, line, client, activity, words, assets, priority) values (1, 'w', 1, 'Alpha', 'stock', null, 'ERP-01', 2)");
        Assert.Equal(["invoicing||ERP-01|1"], given.Refresh().Rows(Matched));
    }

    private static GivenWarehouse Given()
    {
        var given = new GivenWarehouse().Client("Alpha").Source("desk", DataEnd);
        given.Run("""
            insert into raw.reference_critical_work (load_id, file, line, client, activity, words, assets, weekdays, opens_second, closes_second, priority, expectation, seconds)
              values (1, 'w', 2, 'Alpha', 'invoicing', 'τιμολόγιο; myDATA; invoice', 'ERP-01', '12345', 28800, 57600, 1, '30m', 1800)
            """);
        return given;
    }
}
