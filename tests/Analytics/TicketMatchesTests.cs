namespace Insights.Analytics.Tests;

/// <summary>DECISIONS.md, "The same ticket on both sides". The client's list is the source "own", its provider's tool the source "desk".</summary>
public sealed class TicketMatchesTests
{
    [Fact]
    public void The_example_of_the_definition_pairs_four_records_and_leaves_one_on_each_side()
    {
        using var given = Example().Refresh();
        Assert.Equal(
        [
            "o1|yes|d1|A|number|0|600|∅",
            "o2|yes|d2|B|person_words|0.6667|144000|∅",
            "o3|yes|d4|C|words|0.8|3600|∅",
            "o4|yes|d6|E|time|0|1200|∅",
            "o5|no|∅|∅|∅|∅|∅|by_phone",
        ], given.Rows("select ticket_id, is_matched, other_ticket_id, tier, basis, score, gap_seconds, reasons from marts.ticket_matches where side = 'client' order by 1"));
        Assert.Equal(["d3|beside_matched,other_person|yes|o3", "d5|by_tool|yes|∅"], given.Rows(
            "select ticket_id, reasons, is_excused, beside_ticket_id from marts.ticket_matches where side = 'provider' and not is_matched order by 1"));
    }

    [Theory]
    [InlineData("[#4711] Εκτυπωτής", "4711", true)]
    [InlineData("Ticket 48211: εκτυπωτής", "48211", true)]
    [InlineData("Σφάλμα 4711", "4711", false)] // too short for a number nobody marked as one
    [InlineData("Τιμολόγιο 148211", "48211", false)]
    [InlineData("Σφάλμα 0x48211", "48211", false)]
    [InlineData("Ποσό 48211,50", "48211", false)]
    public void A_number_is_a_tickets_where_it_is_marked_or_long_and_stands_alone(string subject, string number, bool isMatched)
    {
        using var given = Both().Ticket("own", "o", "Alpha", "2026-03-02 08:00:00", $"subject = '{subject}'").Ticket("desk", "d", "Alpha", "2026-03-06 08:00:00", $"number = '{number}'; subject = 'Printer'").Refresh();
        Assert.Equal([isMatched ? "yes" : "no"], given.Rows("select is_matched from marts.ticket_matches where side = 'client'"));
    }

    [Theory]
    [InlineData("2026-03-02 08:00:00", "2026-03-05 08:00:00", "maria", "B")]
    [InlineData("2026-03-02 08:00:00", "2026-03-05 08:00:01", "maria", "∅")]
    [InlineData("2026-03-02 08:00:00", "2026-03-01 08:00:00", "maria", "B")]
    [InlineData("2026-03-02 08:00:00", "2026-03-01 07:59:59", "maria", "∅")]
    [InlineData("2026-03-02 08:00:00", "2026-03-02 09:00:00", "nikos", "∅")]
    public void Words_count_from_a_day_before_to_three_days_after(string asked, string opened, string person, string tier)
    {
        using var given = Both().Ticket("own", "o", "Alpha", asked, "subject = 'εκτυπωτής ταμείο αποθήκη'; requester = 'Maria'")
            .Ticket("desk", "d", "Alpha", opened, $"subject = 'εκτυπωτής χωρίς μελάνι'; requester = '{person}'").Refresh();
        Assert.Equal([tier], given.Rows("select tier from marts.ticket_matches where side = 'client'"));
    }

    [Fact]
    public void One_ticket_is_never_of_two_pairs_and_the_one_left_says_beside_which()
    {
        using var given = Both()
            .Ticket("own", "o1", "Alpha", "2026-03-02 08:00:00", "subject = 'δεν ανοίγει το VPN στο λογιστήριο'; requester = 'Maria'")
            .Ticket("own", "o2", "Alpha", "2026-03-02 12:00:00", "subject = 'πάλι το VPN'; requester = 'Maria'")
            .Ticket("desk", "d", "Alpha", "2026-03-02 08:10:00", "number = '77'; subject = 'VPN λογιστήριο'; requester = 'Maria'").Refresh();
        Assert.Equal(["o1|yes|d|∅|∅", "o2|no|∅|beside_matched|77"], given.Rows("select ticket_id, is_matched, other_ticket_id, reasons, beside_number from marts.ticket_matches where side = 'client' order by 1"));
    }

    [Fact]
    public void Tickets_of_another_client_and_of_clients_with_one_side_are_not_asked()
    {
        using var given = Both().Client("Beta").Ticket("own", "o", "Alpha", "2026-03-02 08:00:00", "subject = 'printer'").Ticket("desk", "d", "Beta", "2026-03-02 08:00:00", "subject = 'printer'").Refresh();
        Assert.Empty(given.Rows("from marts.ticket_matches"));
    }

    [Fact]
    public void What_the_providers_file_cannot_hold_is_said()
    {
        using var given = Both();
        given.Ticket("own", "early", "Alpha", "2026-01-02 08:00:00", "subject = 'early'").Ticket("own", "late", "Alpha", "2026-03-21 08:00:00", "subject = 'late'").Ticket("own", "between", "Alpha", "2026-03-08 08:00:00", "subject = 'stray'");
        given.Ticket("desk", "d1", "Alpha", "2026-03-01 08:00:00").Ticket("desk", "d2", "Alpha", "2026-03-15 08:00:00").Ticket("desk", "d3", "Nobody", "2026-03-09 08:00:00").Refresh();
        given.Run("update raw.loads set data_end_at = '2026-03-20' where load_id = 2; update raw.loads set data_end_at = '2026-04-20' where load_id = 1");
        Assert.Equal(["between|unassigned|no", "early|outside_period|yes", "late|outside_period|yes"], given.Rows("select ticket_id, reasons, is_excused from marts.ticket_matches where side = 'client' order by 1"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_order_in_which_tickets_were_loaded_changes_no_pair(int seed)
    {
        var random = new Random(seed);
        var rows = Enumerable.Range(0, 40).Select(i => (Source: i % 2 == 0 ? "own" : "desk", Id: $"t{i}", At: new DateTime(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc).AddMinutes(random.Next(3000)),
            Set: $"subject = '{Words[random.Next(4)]} {Words[random.Next(4)]}'" + (random.Next(2) == 0 ? "; requester = 'Maria'" : ""))).ToList();
        var told = Enumerable.Range(0, 2).Select(_ =>
        {
            using var given = Both();
            foreach (var row in rows.OrderBy(_ => random.Next()))
                given.Ticket(row.Source, row.Id, "Alpha", row.At.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture), row.Set);
            return given.Refresh().Rows("select * from marts.ticket_matches order by side, ticket_id");
        }).ToList();
        Assert.Equal(told[0], told[1]);
        Assert.Contains(told[0], row => row.Contains("|B|", StringComparison.Ordinal) || row.Contains("|C|", StringComparison.Ordinal));
        var partners = told[0].Select(row => row.Split('|')).Where(row => row[13] == "yes").Select(row => row[14] + row[15]).ToList();
        Assert.Equal(partners.Count, partners.Distinct().Count());
    }

    [Fact]
    public void Reminders_of_a_clients_own_mailbox_are_told_beside_the_providers_tickets_and_counted_in_none_of_its_figures()
    {
        using var given = Both().Load("own", "2026-03-20 00:00:00", "messages")
            .Ticket("own", "o", "Alpha", "2026-03-02 08:00:00", "subject = 'VPN'").Ticket("desk", "d", "Alpha", "2026-03-02 08:00:00", "subject = 'VPN'")
            .Message("own", "o", "2026-03-02 08:00:00", "requester").Message("own", "o", "2026-03-02 10:00:00", "requester").Refresh();
        Assert.Equal(["desk|∅", "own|1"], given.Rows("select source, chaser_count from marts.tickets order by 1"));
        Assert.Empty(given.Rows("from marts.chaser_months"));
        Assert.Empty(given.Rows("from marts.chasers"));
    }

    private static readonly string[] Words = ["εκτυπωτής", "VPN", "ταμείο", "email"];

    private static GivenWarehouse Both() => new GivenWarehouse().Client("Alpha").Source("own", "2026-03-20 00:00:00", "responded_at", side: "client").Source("desk", "2026-03-20 00:00:00");

    private static GivenWarehouse Example() => Both()
        .Ticket("own", "o1", "Alpha", "2026-03-02 08:00:00", "subject = 'Re: [#4711]'; requester = 'Maria'")
        .Ticket("own", "o2", "Alpha", "2026-03-03 08:00:00", "subject = 'εκτυπωτής λογιστήριο'; requester = 'Maria'")
        .Ticket("own", "o3", "Alpha", "2026-03-09 08:00:00", "subject = 'VPN αποθήκη'; requester = 'Nikos'")
        .Ticket("own", "o4", "Alpha", "2026-03-12 08:00:00", "subject = 'τίποτα δεν δουλεύει'")
        .Ticket("own", "o5", "Alpha", "2026-03-16 08:00:00", "subject = 'σκάνερ'; channel = 'phone'")
        .Ticket("desk", "d1", "Alpha", "2026-03-02 08:10:00", "number = '4711'; subject = 'Printer'; requester = 'Maria'")
        .Ticket("desk", "d2", "Alpha", "2026-03-05 00:00:00", "subject = 'printer'; requester = 'Maria'")
        .Ticket("desk", "d3", "Alpha", "2026-03-09 10:00:00", "subject = 'VPN αποθήκη γραφείο server'; requester = 'Eleni'")
        .Ticket("desk", "d4", "Alpha", "2026-03-09 09:00:00", "subject = 'VPN αποθήκη router'")
        .Ticket("desk", "d5", "Alpha", "2026-03-14 09:00:00", "subject = 'Disk full'; requester = 'Zabbix'")
        .Ticket("desk", "d6", "Alpha", "2026-03-12 08:20:00", "subject = 'Διακοπή ρεύματος'");
}
