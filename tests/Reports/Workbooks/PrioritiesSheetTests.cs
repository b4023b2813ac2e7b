using ClosedXML.Excel;

namespace Insights.Reports.Tests.Workbooks;

public sealed class PrioritiesSheetTests(InventedMarts invented) : IClassFixture<InventedMarts>
{
    [Fact]
    public void The_matrix_holds_every_pair_and_its_sums_are_formulas()
    {
        using var workbook = Written(InventedTickets.Judged, "en");
        var sheet = workbook.Worksheet("Priorities and reminders");
        var head = WrittenReview.RowOf(sheet, "In the end");
        var cells = invented.Marts.Rows("priority_matrix", InventedTickets.Judged, InventedTickets.Month)
            .Where(r => r.Text("span") == "trailing" && r.Text("view") == "final").ToList();
        foreach (var (asked, i) in cells.Select(c => c.Whole("priority_asked")!.Value).Distinct().Order().Select((a, i) => (a, i)))
        {
            var own = cells.Where(c => c.Whole("priority_asked") == asked).ToList();
            Assert.Equal(
                Enumerable.Range(1, 5).Select(p => own.Where(c => c.Whole("priority") == p).Sum(c => c.Whole("ticket_count"))!.Value),
                Enumerable.Range(4, 5).Select(c => (long)WrittenReview.Number(sheet.Cell(head + 1 + i, c))));
            Assert.Equal(own.Sum(c => c.Whole("ticket_count"))!.Value, (long)WrittenReview.Number(sheet.Cell(head + 1 + i, "I")));
            Assert.True(sheet.Cell(head + 1 + i, "I").HasFormula);
        }
    }

    [Fact]
    public void Agreement_beyond_chance_is_a_number_without_an_adjective_and_stands_only_where_the_mart_has_it()
    {
        using var few = new InventedMarts("update marts.priority_agreement set kappa_linear = null, kappa_linear_error = null where span = 'month'");
        using var workbook = WrittenReview.Of(few.Marts, InventedTickets.Judged, "en");
        var sheet = workbook.Worksheet("Priorities and reminders");
        var row = WrittenReview.RowOf(sheet, "Agreement beyond chance, weighted kappa (linear)");
        Assert.Equal(["–", "0.84†", "error ±0.08†"], new[] { "D", "G", "I" }.Select(c => sheet.Cell(row, c).GetString()));
        Assert.Equal("< 0.001†", sheet.Cell(WrittenReview.RowOf(sheet, "Chance of so uneven a split if neither way were favoured"), "D").GetString());
    }

    [Fact]
    public void Disputes_say_from_what_to_what_by_whom_and_what_it_changed_the_weighty_ones_first()
    {
        using var workbook = Written(InventedTickets.Judged, "en");
        var sheet = workbook.Worksheet("Priorities and reminders");
        var first = WrittenReview.RowOf(sheet, "Tickets whose priority was judged differently (12 months)") + 3;
        var disputes = invented.Marts.Rows("priority_disputes", InventedTickets.Judged).Where(WrittenReview.IsInWindow).ToList();
        var lowered = disputes.Count(d => d.Flag("is_met_only_lowered") == true);
        Assert.EndsWith("13", sheet.Cell(first, 1).GetString());
        Assert.Equal(["1 → 2 → 3", "less urgent", "=Τάσος"], new[] { "E", "G", "I" }.Select(c => sheet.Cell(first, c).GetString()));
        Assert.False(sheet.Cell(first, "I").HasFormula);
        Assert.Equal("in time only because made less urgent", sheet.Cell(first + lowered - 1, "K").GetString());
        Assert.Equal("shortly before the time was up", sheet.Cell(first + lowered, "K").GetString());
        Assert.Equal(lowered, (int)WrittenReview.Number(sheet.Cell(WrittenReview.RowOf(sheet, "In time only because made less urgent"), "G")));
        Assert.DoesNotContain(Enumerable.Range(first, 12), r => sheet.Cell(r, 1).GetString().EndsWith("23", StringComparison.Ordinal));
        Assert.Equal($"And {disputes.Count(d => d.Text("asked_by") == "client") - 12} more: the tickets sheet has them all.", sheet.Cell(first + 12, 1).GetString());
    }

    [Fact]
    public void Critical_tickets_handled_as_normal_are_listed_with_their_wait_and_the_answer_expected()
    {
        using var workbook = Written(InventedTickets.Judged, "en");
        var sheet = workbook.Worksheet("Priorities and reminders");
        var first = WrittenReview.RowOf(sheet, "Critical to you, handled as normal (12 months)") + 3;
        var normal = invented.Marts.Rows("critical_work", InventedTickets.Judged).Where(t => WrittenReview.IsInWindow(t) && t.Flag("is_handled_as_normal") == true)
            .OrderByDescending(t => t.Instant("created_at")).Take(12).ToList();
        Assert.Equal(normal.Select(t => t.Text("number")), Enumerable.Range(first, normal.Count).Select(r => sheet.Cell(r, 1).GetString()));
        Assert.Equal(["έκδοση τιμολογίων", "30 minutes"], new[] { "E", "K" }.Select(c => sheet.Cell(first, c).GetString()));
    }

    [Fact]
    public void Two_or_more_reminders_are_one_figure_with_its_interval_and_reminders_are_told_apart()
    {
        using var workbook = Written(InventedTickets.Judged, "en");
        var sheet = workbook.Worksheet("Priorities and reminders");
        var year = invented.Marts.Rows("chaser_months", InventedTickets.Judged, InventedTickets.Month).Single(r => r.Text("span") == "trailing");
        double Year(string label) => WrittenReview.Number(sheet.Cell(WrittenReview.RowOf(sheet, label), "G"));
        Assert.Equal(year.Whole("two_count") + year.Whole("three_count"), (long)Year("With two or more"));
        Assert.Equal(year.Number("twice_ratio")!.Value, WrittenReview.Number(sheet.Cell(WrittenReview.RowOf(sheet, "With two or more"), "H")), 9);
        Assert.Contains("–", sheet.Cell(WrittenReview.RowOf(sheet, "With two or more"), "I").GetString());
        Assert.Equal(100.0 * year.Whole("chaser_count")!.Value / year.Whole("ticket_count")!.Value, Year("Reminders per 100 tickets"), 9);
        Assert.Equal(Year("Reminders in all"), Year("Reminders after the time was up") + Year("Reminders before that"));
        Assert.Equal(Year("Reminders in all"), Year("Which asked again") + Year("Which added information") + Year("Whose words the export does not have"));
    }

    [Fact]
    public void A_technician_with_too_few_tickets_has_no_share()
    {
        using var workbook = Written(InventedTickets.Judged, "en");
        var sheet = workbook.Worksheet("Priorities and reminders");
        var agents = invented.Marts.Rows("chasers_by_agent", InventedTickets.Judged, InventedTickets.Month).Where(r => r.Text("span") == "trailing").ToList();
        var nobody = WrittenReview.RowOf(sheet, "Nobody");
        var someone = WrittenReview.RowOf(sheet, "Τάσος");
        Assert.Equal(agents.Single(a => a.Text("agent") is null).Whole("ticket_count"), (long)WrittenReview.Number(sheet.Cell(nobody, "D")));
        Assert.Equal("–", sheet.Cell(nobody, "F").GetString());
        Assert.Equal(agents.Single(a => a.Text("agent") is not null).Number("chased_ratio")!.Value, WrittenReview.Number(sheet.Cell(someone, "F")), 9);
    }

    [Fact]
    public void The_tickets_reminded_in_the_month_are_listed_once_each_the_most_reminded_first()
    {
        using var workbook = Written(InventedTickets.Judged, "en");
        var sheet = workbook.Worksheet("Priorities and reminders");
        var first = WrittenReview.RowOf(sheet, "The month's tickets that needed a reminder") + 3;
        var chased = invented.Marts.Rows("chasers", InventedTickets.Judged, InventedTickets.Month).GroupBy(c => c.Text("ticket_id")).ToList();
        var shown = Enumerable.Range(first, Math.Min(12, chased.Count)).ToList();
        Assert.Equal(chased.Select(t => t.Count()).OrderDescending().Take(12), shown.Select(r => (int)WrittenReview.Number(sheet.Cell(r, "G"))));
        Assert.Equal(shown.Count, shown.Select(r => sheet.Cell(r, 1).GetString()).Distinct().Count());
    }

    [Fact]
    public void One_reminded_ticket_makes_a_list_of_one()
    {
        using var one = new InventedMarts("delete from marts.chasers where ticket_id <> (select min(ticket_id) from marts.chasers where month = date '2026-10-01' and client like 'Λογ%')");
        using var workbook = WrittenReview.Of(one.Marts, InventedTickets.Judged, "el");
        var sheet = workbook.Worksheet("Προτεραιότητες, υπενθυμίσεις");
        var first = WrittenReview.RowOf(sheet, "Τα αιτήματα του μήνα που χρειάστηκαν υπενθύμιση") + 3;
        Assert.NotEmpty(sheet.Cell(first, 1).GetString());
        Assert.Empty(sheet.Cell(first + 1, 1).GetString());
    }

    private XLWorkbook Written(string client, string language) => WrittenReview.Of(invented.Marts, client, language);
}
