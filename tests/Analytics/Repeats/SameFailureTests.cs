namespace Insights.Analytics.Tests.Repeats;

/// <summary>DECISIONS.md, "The same failure".</summary>
public sealed class SameFailureTests
{
    private const string Joined = "select ticket_id, earlier_ticket_id, tier, shared_terms from marts.repeat_links where is_joined order by 1";

    [Fact]
    public void One_person_in_greek_greeklish_and_english_reports_one_failure_and_the_words_that_say_so_are_shown()
    {
        using var given = Given();
        Report(given, "1", "2026-01-05 09:00", "Ο εκτυπωτής δεν τυπώνει", "requester = 'Maria'");
        Report(given, "2", "2026-01-12 09:00", "o ektypwths den typwnei", "requester = 'Maria'");
        Report(given, "3", "2026-01-19 09:00", "Printer does not print", "requester = 'MARIA'");
        Assert.Equal(["2|1|C|ektypwths = εκτυπωτής · typwnei = τυπώνει", "3|2|C|Printer = ektypwths · print = typwnei"],
            given.Refresh().Rows(Joined).Select(Sorted));
        Assert.Equal(["3|requester"], given.Rows("select ticket_count, evidence from marts.failure_groups"));
    }

    [Theory]
    [InlineData("category = 'email'", "category = 'hardware'", 0)]
    [InlineData("category = 'email'", "category = 'EMAIL'", 1)]
    [InlineData("category = 'n/a'", "category = 'email'", 1)]
    public void The_same_person_with_similar_words_has_two_failures_where_the_desk_called_them_two_kinds(string one, string other, int joined)
    {
        using var given = Given();
        Report(given, "1", "2026-01-05 09:00", "Το Outlook δεν ανοίγει", "requester = 'Maria'; " + one);
        Report(given, "2", "2026-01-12 09:00", "Το laptop δεν ανοίγει", "requester = 'Maria'; " + other);
        given.Run("update raw.reference_settings set value = 0.2 where setting in ('link_requester_ratio', 'link_group_ratio')");
        Assert.Equal(joined, given.Refresh().Rows(Joined).Count);
    }

    [Fact]
    public void Two_people_days_apart_have_a_failure_each_and_within_two_hours_one_together()
    {
        using var given = Given();
        Report(given, "1", "2026-01-05 09:00", "Το email δεν ανοίγει", "requester = 'Maria'; category = 'email'");
        Report(given, "2", "2026-01-05 10:30", "δεν ανοιγει το mail", "requester = 'Nikos'; category = 'email'");
        Report(given, "3", "2026-01-09 09:00", "Το email δεν ανοίγει", "requester = 'Eleni'; category = 'email'");
        given.Refresh();
        Assert.Equal(["2|1|C"], given.Rows("select ticket_id, earlier_ticket_id, tier from marts.repeat_links where is_joined"));
        Assert.Equal(["3|1|D"], given.Rows("select ticket_id, earlier_ticket_id, tier from marts.repeat_links where ticket_id = '3' and earlier_ticket_id = '1'"));
        Assert.Equal(["1", "2"], given.Rows("select ticket_count from marts.failure_groups order by 1"));
    }

    [Fact]
    public void Devices_that_differ_block_a_link_and_a_device_that_names_nothing_makes_none()
    {
        using var given = Given();
        Report(given, "1", "2026-01-05 09:00", "Χαρτί κολλημένο", "requester = 'Maria'; asset = 'PRN-1'");
        Report(given, "2", "2026-01-06 09:00", "Χαρτί κολλημένο", "requester = 'Maria'; asset = 'PRN-2'");
        Report(given, "3", "2026-01-07 09:00", "Σελίδες λευκές", "category = 'x1'; asset = 'n/a'");
        Report(given, "4", "2026-01-08 09:00", "Τόνερ τέλος", "category = 'x1'; asset = 'N/A'");
        Assert.Empty(given.Refresh().Rows(Joined));
    }

    [Fact]
    public void A_ticket_without_a_device_is_no_bridge_between_two_devices()
    {
        using var given = Given();
        Report(given, "1", "2026-01-05 09:00", "Χαρτί κολλημένο", "requester = 'Maria'; asset = 'PRN-1'");
        Report(given, "2", "2026-01-06 09:00", "Χαρτί κολλημένο", "requester = 'Maria'");
        Report(given, "3", "2026-01-07 09:00", "Χαρτί κολλημένο", "requester = 'Maria'; asset = 'PRN-2'");
        Report(given, "4", "2026-01-08 09:00", "Χαρτί κολλημένο", "requester = 'Maria'; asset = 'PRN-1'");
        Assert.Equal(["2|1", "4|1"], given.Refresh().Rows("select ticket_id, earlier_ticket_id from marts.repeat_links where is_joined order by 1"));
    }

    [Fact]
    public void A_service_that_everybody_reports_on_needs_words_beside_the_kind_of_fault()
    {
        using var given = Given();
        given.Run("update raw.reference_settings set value = 3 where setting = 'link_busy_count'");
        Report(given, "1", "2026-01-05 09:00", "Ηχεία", "requester = 'A'; asset = 'ERP'; category = 'x1'");
        Report(given, "2", "2026-01-06 09:00", "Οθόνη", "requester = 'B'; asset = 'ERP'; category = 'x1'");
        Report(given, "3", "2026-01-07 09:00", "Τιμολόγηση", "requester = 'C'; asset = 'ERP'; category = 'x1'");
        Report(given, "4", "2026-01-08 09:00", "Ποντίκι", "requester = 'D'; asset = 'ERP'; category = 'x1'");
        Report(given, "5", "2026-01-09 09:00", "timologish", "requester = 'E'; asset = 'ERP'; category = 'x1'");
        Assert.Equal(["2|1", "3|2", "5|3"], given.Refresh().Rows("select ticket_id, earlier_ticket_id from marts.repeat_links where place = 1 and tier = 'B' order by 1"));
    }

    [Theory]
    [InlineData("link_common_category_ratio", 0.9, "2|B")]
    [InlineData("link_common_category_ratio", 0.5, "")]
    public void What_share_of_the_tickets_makes_a_key_tell_nothing_is_a_setting(string setting, double value, string expected)
    {
        using var given = Given();
        given.Run(FormattableString.Invariant($"update raw.reference_settings set value = {value} where setting = '{setting}'"));
        for (var i = 0; i < 60; i++)
            Report(given, $"{100 + i}", "2026-01-02 09:00", $"q{i}w", $"asset = 'P{i}'; category = '{(i % 5 == 0 ? "x2" : "x1")}'");
        Report(given, "1", "2026-01-05 09:00", "Ηχεία", "asset = 'R1'; category = 'x1'");
        Report(given, "2", "2026-01-06 09:00", "Οθόνη", "asset = 'R1'; category = 'x1'");
        Assert.Equal(expected, string.Join(' ', given.Refresh().Rows("select ticket_id, tier from marts.repeat_links where ticket_id = '2' and is_joined")));
    }

    [Fact]
    public void A_machine_that_reports_everything_links_nothing_by_being_itself()
    {
        using var given = Given();
        Report(given, "1", "2026-01-05 09:00", "Alert: disk almost full on tape", "requester = 'Monitoring'");
        Report(given, "2", "2026-01-06 09:00", "Alert: disk almost full on vault", "requester = 'Monitoring'");
        Assert.Empty(given.Refresh().Rows(Joined));
    }

    [Fact]
    public void A_ticket_that_names_another_belongs_to_it()
    {
        using var given = Given();
        Report(given, "1", "2026-01-05 09:00", "Αργό δίκτυο", "number = '#4711'");
        Report(given, "2", "2026-01-25 09:00", "Πάλι τα ίδια, δείτε #4711", "");
        Assert.Equal(["2|1|A"], given.Refresh().Rows("select ticket_id, earlier_ticket_id, tier from marts.repeat_links where is_joined"));
    }

    [Theory]
    [InlineData("related_to = 't1'")]
    [InlineData("related_to = 'Related to #4711, Blocks #99'")]
    [InlineData("related_to = 'PRB-7'")]
    public void A_ticket_that_the_desk_itself_put_together_with_another_belongs_to_it(string set)
    {
        using var given = Given();
        Report(given, "T1", "2026-01-05 09:00", "Αργό δίκτυο", "number = '4711'; related_to = 'prb-7'");
        Report(given, "T2", "2026-01-25 09:00", "Λευκές σελίδες", set);
        Report(given, "T3", "2026-01-26 09:00", "Κλειδωμένη πόρτα", "related_to = '0'");
        Report(given, "T4", "2026-01-27 09:00", "Σπασμένη οθόνη", "related_to = '0'");
        Assert.Equal(["T2|T1|A"], given.Refresh().Rows("select ticket_id, earlier_ticket_id, tier from marts.repeat_links where is_joined"));
    }

    [Fact]
    public void The_fault_of_a_device_is_one_story_however_long_ago_and_a_year_later_no_repeat()
    {
        using var given = Given();
        Report(given, "1", "2025-01-05 09:00", "Router restart", "asset = 'R1'; category = 'network'");
        Report(given, "2", "2026-01-05 09:00", "Router restart", "asset = 'R1'; category = 'network'");
        Assert.Equal(["2|2|0"], given.Refresh().Rows("select ticket_count, episode_count, repeats_90d from marts.failure_groups"));
    }

    [Fact]
    public void An_older_ticket_that_arrives_late_joins_a_group_and_does_not_rename_it()
    {
        using var given = Given();
        Report(given, "2", "2026-01-12 09:00", "VPN drops", "asset = 'R1'; category = 'network'");
        var name = Assert.Single(given.Refresh().Rows("select failure_group_id from marts.failure_groups"));
        given.Load("desk", "2026-06-01 00:00:00");
        Report(given, "1", "2026-01-05 09:00", "VPN drops", "asset = 'R1'; category = 'network'");
        Assert.Equal([$"{name}|2"], given.Refresh().Rows("select failure_group_id, ticket_count from marts.failure_groups"));
    }

    [Theory]
    [InlineData("kind = 'request'")]
    [InlineData("state = 'merged'")]
    [InlineData("state = 'deleted'")]
    public void A_group_keeps_its_name_when_the_ticket_that_leads_it_is_found_to_be_no_failure(string set)
    {
        using var given = Given();
        Report(given, "1", "2026-01-05 09:00", "VPN drops", "asset = 'R1'; category = 'network'");
        Report(given, "2", "2026-01-12 09:00", "VPN drops", "asset = 'R1'; category = 'network'");
        Report(given, "3", "2026-01-19 09:00", "VPN drops", "asset = 'R1'; category = 'network'");
        var name = Assert.Single(given.Refresh().Rows("select failure_group_id from marts.failure_groups where ticket_count = 3"));
        given.Load("desk", "2026-07-01 00:00:00").Ticket("desk", "1", "Alpha", "2026-01-05 09:00:00", "subject = 'VPN drops'; updated_at = '2026-06-15 00:00:00'; " + set);
        Assert.Equal([$"{name}|2"], given.Refresh().Rows("select failure_group_id, ticket_count from marts.failure_groups"));
    }

    [Fact]
    public void A_ticket_is_compared_by_the_device_category_and_person_first_known()
    {
        using var given = Given();
        Report(given, "1", "2026-01-05 09:00", "VPN drops", "asset = 'R1'; category = 'network'; requester = 'Maria'");
        Report(given, "2", "2026-01-12 09:00", "VPN drops", "asset = 'R1'; category = 'network'; requester = 'Maria'");
        Report(given, "3", "2026-01-19 09:00", "Λευκές σελίδες", "asset = 'P1'; category = 'printing'; requester = 'Nikos'");
        given.Load("desk", "2026-07-01 00:00:00");
        Report(given, "2", "2026-01-12 09:00", "VPN drops", "asset = 'P1'; category = 'printing'; requester = 'Nikos'; updated_at = '2026-06-15 00:00:00'");
        Assert.Equal(["2|1|B"], given.Refresh().Rows("select ticket_id, earlier_ticket_id, tier from marts.repeat_links where is_joined"));
    }

    [Fact]
    public void A_request_found_to_be_a_failure_is_one_from_then_on_and_leads_nobody_known_before()
    {
        using var given = Given();
        Report(given, "1", "2026-01-05 09:00", "VPN drops", "asset = 'R1'; category = 'network'; kind = 'request'");
        Report(given, "2", "2026-01-12 09:00", "VPN drops", "asset = 'R1'; category = 'network'");
        var name = Assert.Single(given.Refresh().Rows("select failure_group_id from marts.failure_groups"));
        given.Load("desk", "2026-07-01 00:00:00");
        Report(given, "1", "2026-01-05 09:00", "VPN drops", "asset = 'R1'; category = 'network'; kind = 'incident'; updated_at = '2026-06-15 00:00:00'");
        Assert.Equal([$"{name}|2"], given.Refresh().Rows("select failure_group_id, ticket_count from marts.failure_groups"));
    }

    [Fact]
    public void An_older_ticket_finds_its_neighbours_however_much_newer_the_newest_are()
    {
        using var given = Given();
        Report(given, "3", "2025-09-01 09:00", "VPN drops", "requester = 'Maria'");
        Report(given, "4", "2026-05-25 09:00", "VPN drops", "requester = 'Maria'");
        given.Load("desk", "2026-06-01 00:00:00");
        Report(given, "1", "2025-03-01 09:00", "VPN drops", "requester = 'Maria'");
        Report(given, "2", "2025-07-01 09:00", "VPN drops", "requester = 'Maria'");
        Report(given, "5", "2026-03-10 09:00", "VPN drops", "requester = 'Maria'");
        Assert.Equal(["2|3", "5|4"], given.Refresh().Rows("select ticket_id, earlier_ticket_id from marts.repeat_links where is_joined order by 1"));
    }

    [Fact]
    public void The_tickets_of_a_second_source_link_to_those_of_the_first_and_change_no_group_of_theirs()
    {
        using var given = Given();
        foreach (var (id, day) in new[] { ("1", "2025-03-01"), ("3", "2025-09-01"), ("5", "2026-03-01"), ("6", "2026-05-01") })
            Report(given, id, day + " 09:00", "VPN drops", "requester = 'Maria'");
        var before = given.Refresh().Rows("select ticket_id, failure_group_id from marts.tickets order by 1");
        given.Source("phone", "2026-06-01 00:00:00");
        foreach (var (id, day) in new[] { ("2", "2025-03-05"), ("4", "2025-11-25"), ("7", "2026-05-02") })
            given.Ticket("phone", id, "Alpha", day + " 09:00:00", $"subject = 'VPN drops'; requester = 'Maria'; state = 'resolved'; resolved_at = '{day} 10:00:00'");
        Assert.Equal(["2|1", "4|3", "7|6"], given.Refresh().Rows("select ticket_id, earlier_ticket_id from marts.repeat_links where is_joined and source = 'phone' order by 1"));
        Assert.Equal(before, given.Rows("select ticket_id, failure_group_id from marts.tickets where source = 'desk' order by 1"));
    }

    [Fact]
    public void Later_tickets_never_change_what_earlier_ones_belong_to()
    {
        var random = new Random(20261124);
        string[] words = ["εκτυπωτής", "printer", "vpn", "αργό", "κολλάει", "mail", "δίσκος", "server", "οθόνη", "timologio", "ταμείο", "router"];
        var tickets = Enumerable.Range(0, 120).Select(i => (Id: $"{i}", At: new DateTime(2026, 1, 1, 8, 0, 0, DateTimeKind.Utc).AddHours(i * 9),
            Subject: string.Join(' ', Enumerable.Range(0, 3).Select(_ => words[random.Next(words.Length)])),
            Set: $"requester = 'p{random.Next(4)}'; category = 'c{random.Next(3)}'; asset = {(random.Next(3) == 0 ? $"'A{random.Next(4)}'" : "null")}")).ToList();
        IReadOnlyList<string> Groups(int count)
        {
            using var given = Given();
            foreach (var ticket in tickets.Take(count))
                Report(given, ticket.Id, $"{ticket.At:yyyy-MM-dd HH:mm}", ticket.Subject, ticket.Set);
            return given.Refresh().Rows("select ticket_id, failure_group_id from marts.tickets where ticket_id::int < 80 order by ticket_id::int");
        }

        Assert.Equal(Groups(80), Groups(120));
    }

    /// <summary>Which of the tickets of one instant has the lower id is chance; where devices say what belongs together no count rests on it.</summary>
    [Fact]
    public void Other_ids_for_the_tickets_of_one_instant_change_no_count_of_a_devices_failures()
    {
        var random = new Random(1);
        string[] faults = ["Printer paper jam tray", "VPN tunnel drops", "Mailbox quota full", "Invoice totals wrong"];
        var tickets = Enumerable.Range(0, 60).Select(i => (At: new DateTime(2026, 1, 1, 8, 0, 0, DateTimeKind.Utc).AddHours(i / 3 * 40), Fault: random.Next(faults.Length), Person: random.Next(4))).ToList();
        IReadOnlyList<string> Counts(Func<int, int> id)
        {
            using var given = Given();
            for (var i = 0; i < tickets.Count; i++)
                Report(given, $"{100 + id(i)}", $"{tickets[i].At:yyyy-MM-dd HH:mm}", faults[tickets[i].Fault], $"requester = 'p{tickets[i].Person}'; asset = 'd{tickets[i].Fault}{tickets[i].Person}'; category = 'c{tickets[i].Fault}'");
            return given.Refresh().Rows("select ticket_count, episode_count, repeats_7d, repeats_30d, repeats_90d from marts.failure_groups order by all");
        }

        var plain = Counts(i => i);
        Assert.Equal(tickets.Select(t => (t.Fault, t.Person)).Distinct().Count(), plain.Count);
        Assert.Equal(plain, Counts(i => (i / 3 * 3) + 2 - (i % 3)));
    }

    private static GivenWarehouse Given() => new GivenWarehouse().Client("Alpha").Source("desk", "2026-06-01 00:00:00");

    private static void Report(GivenWarehouse given, string id, string created, string subject, string set) => given.Ticket("desk", id, "Alpha", created + ":00",
        $"subject = '{subject}'; state = 'resolved'; resolved_at = '{created}:30'{(set.Length == 0 ? "" : "; " + set)}");

    /// <summary>Words of equal weight stand in no order that means anything.</summary>
    private static string Sorted(string row)
    {
        var cells = row.Split('|');
        return string.Join('|', [.. cells[..3], string.Join(" · ", cells[3].Split(" · ").Order(StringComparer.Ordinal))]);
    }
}
