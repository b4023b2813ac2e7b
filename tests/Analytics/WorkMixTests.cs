namespace Insights.Analytics.Tests;

/// <summary>DECISIONS.md, "Work mix" and "Red flags".</summary>
public sealed class WorkMixTests
{
    [Fact]
    public void A_rule_of_the_provider_comes_before_the_type_the_type_before_words_and_words_before_the_creator()
    {
        using var given = Given();
        given.Run("insert into raw.reference_vocabulary (load_id, file, line, source, field, text, value) values (1, 'v', 1, '*', 'work', 'Servers', 'project')");
        Ticket(given, "1", "kind = 'incident'; category = 'servers'; subject = 'x'");
        Ticket(given, "2", "kind = 'incident'; subject = 'Προληπτική συντήρηση'");
        Ticket(given, "3", "subject = 'Μηνιαίος έλεγχος backup'; requester = 'Monitoring'");
        Ticket(given, "4", "subject = 'Disk 97% full'; requester = 'Zabbix'");
        Ticket(given, "5", "kind = 'problem'; subject = 'Why the line drops'; requester = 'Nikos'");
        Ticket(given, "8", "kind = 'problem'; subject = 'No line'; requester = 'Maria'; agent = 'Nikos'");
        Ticket(given, "6", "subject = 'Μετακόμιση γραφείου στη Λάρισα'");
        Ticket(given, "7", "subject = 'Καλημέρα'; requester = 'Maria'");
        Assert.Equal(["1|project|vocabulary", "2|reactive|type", "3|proactive|words", "4|proactive|creator", "5|proactive|type", "6|project|words", "7|unclassified|none", "8|reactive|type"],
            given.Refresh().Rows("select k.ticket_id, w.work, w.basis from intermediate.work_kinds as w join computed.ticket_keys as k using (ticket_key) order by 1"));
        Assert.Equal(["8|2|0|3|2|1"], given.Rows(
            "select ticket_count, reactive_count, request_count, proactive_count, project_count, unclassified_count from marts.work_mix where span = 'trailing' and month = '2026-03-01'"));
    }

    [Theory]
    [InlineData(1, "0.60|0.10|0.10")]
    [InlineData(3, "∅|∅|0.25")]
    public void Too_many_unclassified_tickets_leave_no_ratio(int unclassified, string expected)
    {
        using var given = Given();
        for (var i = 0; i < 6; i++)
            Ticket(given, $"i{i}", "kind = 'incident'; subject = 'x'");
        for (var i = 0; i < 2; i++)
            Ticket(given, $"r{i}", "kind = 'request'; subject = 'x'");
        Ticket(given, "p", "subject = 'Monthly check of backups'");
        for (var i = 0; i < unclassified; i++)
            Ticket(given, $"u{i}", "subject = 'Hello'");
        Assert.Equal([expected], given.Refresh().Rows(
            "select format('{:.2f}', reactive_ratio), format('{:.2f}', managed_ratio), format('{:.2f}', unclassified_share) from marts.work_mix where span = 'month' and month = '2026-03-01'"));
    }

    [Fact]
    public void Who_says_monitoring_is_confronted_with_the_tickets_a_tool_opened_and_silence_of_advice_proves_nothing()
    {
        using var given = Given();
        foreach (var (question, answer) in new[] { ("monitoring_tools", "yes"), ("it_manager", "yes"), ("advice_process", "no") })
            given.Run($"insert into raw.reference_answers (load_id, file, line, client, question, answer, answered_on) values (1, 'a', 1, 'Alpha', '{question}', '{answer}', '2026-02-01')");
        for (var i = 0; i < 3; i++)
            Ticket(given, $"{i}", "kind = 'incident'; subject = 'x'; requester = 'Maria'");
        const string Flags = "select question, answer, evidence_count, ticket_count, reading from marts.red_flags where month = '2026-03-01' order by question desc";
        Assert.Equal(["monitoring_tools|yes|0|3|contradicted", "it_manager|yes|0|3|not_shown", "advice_process|no|0|3|confirmed"], given.Refresh().Rows(Flags));
        Ticket(given, "m", "kind = 'incident'; subject = 'Disk full'; requester = 'Zabbix'");
        Ticket(given, "p", "kind = 'problem'; subject = 'Why'; requester = 'Nikos'; agent = 'Nikos'");
        Assert.Equal(["monitoring_tools|yes|1|5|confirmed", "it_manager|yes|1|5|confirmed", "advice_process|no|0|5|confirmed"], given.Refresh().Rows(Flags));
    }

    [Fact]
    public void Nobody_asked_and_too_few_tickets_are_said_as_such()
    {
        using var given = Given();
        Ticket(given, "1", "subject = 'x'; requester = 'Zabbix'");
        Assert.Equal(["∅|not_measurable"], given.Refresh().Rows("select distinct answer, reading from marts.red_flags where month = '2026-03-01'"));
        Ticket(given, "2", "subject = 'Quarterly review with the owner'");
        Assert.Equal(["monitoring_tools|shown", "it_manager|shown", "advice_process|shown"],
            given.Refresh().Rows("select question, reading from marts.red_flags where month = '2026-03-01' order by question desc"));
    }

    [Fact]
    public void An_alert_that_cleared_itself_is_noise_and_no_failure_and_one_that_somebody_took_is_a_failure()
    {
        using var given = Given();
        given.Ticket("desk", "1", "Alpha", "2026-03-02 09:00:00", "subject = 'CPU high'; asset = 'SRV'; requester = 'Zabbix'; state = 'closed'; resolved_at = '2026-03-02 09:20:00'");
        given.Ticket("desk", "2", "Alpha", "2026-03-03 09:00:00", "subject = 'CPU high'; asset = 'SRV'; requester = 'Zabbix'; state = 'closed'; resolved_at = '2026-03-03 09:20:00'; agent = 'Nikos'");
        given.Ticket("desk", "3", "Alpha", "2026-03-04 09:00:00", "subject = 'CPU high'; asset = 'SRV'; requester = 'Zabbix'; state = 'closed'; resolved_at = '2026-03-04 10:20:00'");
        given.Ticket("desk", "4", "Alpha", "2026-03-05 09:00:00", "subject = 'CPU high'; asset = 'SRV'; requester = 'Maria'; state = 'closed'; resolved_at = '2026-03-05 09:20:00'");
        given.Refresh();
        Assert.Equal(["4|3|1"], given.Rows("select ticket_count, by_tool_count, noise_count from marts.work_mix where span = 'month' and month = '2026-03-01'"));
        Assert.Equal(["2", "3", "4"], given.Rows("select ticket_id from intermediate.failure_tickets order by 1"));
    }

    [Fact]
    public void Who_says_no_and_has_planned_work_is_told_that_some_is_there()
    {
        using var given = Given();
        given.Run("insert into raw.reference_answers (load_id, file, line, client, question, answer) values (1, 'a', 1, 'Alpha', 'it_manager', 'no'), (1, 'a', 2, 'Alpha', 'monitoring_tools', 'no')");
        Ticket(given, "1", "kind = 'change'; subject = 'New firewall'; requester = 'Zabbix'");
        Ticket(given, "2", "kind = 'incident'; subject = 'x'");
        Assert.Equal(["monitoring_tools|contradicted", "it_manager|shown"],
            given.Refresh().Rows("select question, reading from marts.red_flags where month = '2026-03-01' and answer = 'no' order by question desc"));
    }

    [Fact]
    public void A_problem_the_provider_opened_is_work_on_a_failure_and_one_the_client_opened_is_a_failure()
    {
        using var given = Given();
        Ticket(given, "1", "kind = 'problem'; subject = 'Why the line drops'; requester = 'nikos '; agent = 'Maria'");
        Ticket(given, "2", "kind = 'problem'; subject = 'Line down'; requester = 'Anna'; agent = 'Nikos'");
        Ticket(given, "3", "kind = 'problem'; subject = 'Line down'");
        Ticket(given, "4", "kind = 'problem'; subject = 'Disk 97% full'; requester = 'Zabbix'; agent = 'Nikos'");
        given.Refresh();
        Assert.Equal(["2", "3"], given.Rows("select ticket_id from intermediate.failure_tickets order by 1"));
        Assert.Equal(["2|2|2"], given.Rows("select reactive_count, proactive_count, problem_count from marts.work_mix where span = 'month' and month = '2026-03-01'"));
    }

    private static GivenWarehouse Given() => new GivenWarehouse().Client("Alpha").Source("desk", "2026-03-31 00:00:00");

    private static void Ticket(GivenWarehouse given, string id, string set) => given.Ticket("desk", id, "Alpha", "2026-03-02 09:00:00", set + "; state = 'open'");
}
