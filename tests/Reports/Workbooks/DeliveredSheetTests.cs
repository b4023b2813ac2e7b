using ClosedXML.Excel;
using Insights.Reports.Style;

namespace Insights.Reports.Tests.Workbooks;

public sealed class DeliveredSheetTests(InventedMarts invented) : IClassFixture<InventedMarts>
{
    [Theory]
    [InlineData("en", "Expected, promised, delivered")]
    [InlineData("el", "Προσδοκία, συμφωνία, πράξη")]
    public void The_page_stands_after_the_summary_in_both_languages_one_page_wide(string language, string name)
    {
        using var workbook = Written(InventedTickets.Judged, language);
        Assert.Equal(2, workbook.Worksheet(name).Position);
        Assert.Equal((1, 0), (workbook.Worksheet(name).PageSetup.PagesWide, workbook.Worksheet(name).PageSetup.PagesTall));
    }

    [Theory]
    [InlineData("D", "month", "response")]
    [InlineData("E", "trailing", "response")]
    [InlineData("F", "month", "resolve")]
    [InlineData("G", "trailing", "resolve")]
    public void The_parts_of_the_wait_sum_to_the_client_clock(string column, string span, string measure)
    {
        using var workbook = Written(InventedTickets.Judged, "en");
        var sheet = workbook.Worksheet("Expected, promised, delivered");
        var total = RowOf(sheet, "= client clock");
        var parts = Enumerable.Range(total - 5, 5).Sum(r => WrittenReview.Days(sheet.Cell(r, column)));
        var gap = invented.Marts.Rows("clock_gaps", InventedTickets.Judged, InventedTickets.Month)
            .Single(r => r.Text("span") == span && r.Text("measure") == measure);
        Assert.Equal(gap.Whole("client_seconds")!.Value, (long)Math.Round(parts * 86400));
        Assert.Equal($"SUM({column}{total - 5}:{column}{total - 1})", sheet.Cell(total, column).FormulaA1);
        Assert.Equal(parts, WrittenReview.Days(sheet.Cell(total, column)), 9);
    }

    [Theory]
    [InlineData("en", "Expected, promised, delivered", "Not measurable from this export: ")]
    [InlineData("el", "Προσδοκία, συμφωνία, πράξη", "Δεν μετριέται από αυτό το αρχείο: ")]
    public void Without_messages_and_answers_a_section_says_what_it_needs_and_shows_no_figure(string language, string name, string said)
    {
        using var workbook = Written(InventedTickets.Unmeasured, language);
        var sheet = workbook.Worksheet(name);
        Assert.Equal(5, sheet.Column(1).CellsUsed().Count(c => c.GetString().StartsWith(said, StringComparison.Ordinal)
            || c.GetString() == Language.Of(language).Say("delivered.unpromised")));
        Assert.DoesNotContain(sheet.CellsUsed(), c => c.HasFormula || c.DataType is XLDataType.Number or XLDataType.TimeSpan);
    }

    [Theory]
    [InlineData("response", "First response per priority: expected, promised, delivered (12 months)")]
    [InlineData("resolve", "Resolution per priority: expected, promised, delivered (12 months)")]
    public void A_promise_that_could_be_kept_is_read_from_enough_tickets_only(string kind, string title)
    {
        using var workbook = Written(InventedTickets.Judged, "en");
        var sheet = workbook.Worksheet("Expected, promised, delivered");
        var head = RowOf(sheet, title) + 2;
        var rows = invented.Marts.Rows("expectations", InventedTickets.Judged, InventedTickets.Month).Where(r => r.Text("promise_kind") == kind)
            .OrderBy(r => r.Whole("priority")).ToList();
        Assert.Equal(3, rows.Count);
        foreach (var (expectation, i) in rows.Select((r, i) => (r, i)))
        {
            Assert.Equal(expectation.Whole("ticket_count"), (long)sheet.Cell(head + 1 + i, "D").GetDouble());
            Assert.Equal(expectation.Whole("kept_seconds")!.Value / 86400.0, WrittenReview.Days(sheet.Cell(head + 1 + i, "K")), 9);
        }
    }

    [Fact]
    public void Where_delivered_parts_from_both_stands_behind_where_they_part()
    {
        using var workbook = Written(InventedTickets.Judged, "en");
        var sheet = workbook.Worksheet("Expected, promised, delivered");
        var row = RowOf(sheet, "First response per priority: expected, promised, delivered (12 months)") + 3;
        Assert.Equal("the contract allows longer than you expect; delivered slower than you expect and than the contract says", sheet.Cell(row, "M").GetString());
        Assert.Equal("the contract counts working hours only", sheet.Cell(row + 1, "M").GetString());
    }

    [Fact]
    public void Tickets_of_no_priority_are_the_last_row()
    {
        using var some = new InventedMarts("update marts.expectations set priority = null, promised = null, ticket_count = 31 where priority = 2");
        using var workbook = WrittenReview.Of(some.Marts, InventedTickets.Judged, "en");
        var sheet = workbook.Worksheet("Expected, promised, delivered");
        var row = RowOf(sheet, "First response per priority: expected, promised, delivered (12 months)") + 3;
        Assert.Equal(["no priority", "31"], new[] { "A", "D" }.Select(c => sheet.Cell(row + 2, c).GetString()));
    }

    [Fact]
    public void The_wait_with_the_clients_office_open_stands_before_the_hours_of_the_wall()
    {
        using var workbook = Written(InventedTickets.Judged, "en");
        var sheet = workbook.Worksheet("Expected, promised, delivered");
        var head = RowOf(sheet, "The same wait on three clocks (12 months)") + 2;
        Assert.Equal(["Half done within, client's open hours", "Half done within, client clock", "Half done within, contract clock"], new[] { "F", "H", "J" }.Select(c => sheet.Cell(head, c).GetString()));
        foreach (var (clock, column) in new[] { ("client_open", "F"), ("client", "H"), ("contract", "J") })
        {
            var times = invented.Marts.Rows("response_times_trailing", InventedTickets.Judged, InventedTickets.Month).Single(r => r.Text("clock") == clock && r.Whole("priority") is null);
            Assert.Equal(times.Whole("median_seconds")!.Value / 86400.0, WrittenReview.Days(sheet.Cell(head + 1, column)), 9);
            Assert.Equal(times.Whole("closed_unanswered_count"), (long)sheet.Cell(head + 1, "E").GetDouble());
        }

        Assert.True(RowOf(sheet, "of it with the client's office open") < RowOf(sheet, "= client clock"));
        using var other = Written(InventedTickets.Unpromised, "en");
        Assert.DoesNotContain(other.Worksheet("Expected, promised, delivered").Column(1).CellsUsed(), c => c.GetString() == "The same wait on three clocks (12 months)");
    }

    [Fact]
    public void Of_fewer_tickets_than_the_minimum_no_promise_is_read()
    {
        using var few = new InventedMarts("update marts.expectations set ticket_count = 9, expected_decided_count = 9 where priority = 1");
        using var workbook = WrittenReview.Of(few.Marts, InventedTickets.Judged, "en");
        var sheet = workbook.Worksheet("Expected, promised, delivered");
        var row = RowOf(sheet, "First response per priority: expected, promised, delivered (12 months)") + 3;
        Assert.Equal(["9", "–", "(9)†", "–", "–"], new[] { "D", "G", "H", "K", "L" }.Select(c => sheet.Cell(row, c).GetString()));
    }

    [Fact]
    public void Pauses_without_a_question_are_listed_with_their_length_and_how_many_more_there_are()
    {
        using var workbook = Written(InventedTickets.Judged, "en");
        var sheet = workbook.Worksheet("Expected, promised, delivered");
        var head = RowOf(sheet, "Pauses without a question, one by one (12 months)") + 2;
        var pauses = invented.Marts.Rows("pauses", InventedTickets.Judged).Where(p => WrittenReview.IsInWindow(p) && p.Flag("is_supported") == false)
            .OrderByDescending(p => p.Instant("from_at")).ToList();
        Assert.Equal(pauses.Take(12).Select(p => p.Text("ticket_id")), Enumerable.Range(head + 1, 12).Select(r => sheet.Cell(r, 1).GetString()));
        Assert.Equal(7200 / 86400.0, WrittenReview.Days(sheet.Cell(head + 1, "K")), 9);
        Assert.Equal("waiting for the client", sheet.Cell(head + 1, "E").GetString());
        Assert.Equal("Τάσος", sheet.Cell(head + 1, "M").GetString());
        Assert.Equal(Language.Local(pauses[0].Instant("client_at")!.Value, InventedTickets.Zone), sheet.Cell(head + 1, "J").GetDateTime());
        Assert.Equal($"And {pauses.Count - 12} more: the tickets sheet has them all.", sheet.Cell(head + 13, 1).GetString());
    }

    [Fact]
    public void A_change_without_evidence_is_not_told()
    {
        using var judged = Written(InventedTickets.Judged, "en");
        using var other = Written(InventedTickets.Unpromised, "en");
        string[] Said(XLWorkbook workbook) =>
            [.. workbook.Worksheet("Expected, promised, delivered").Column(1).CellsUsed().Select(c => c.GetString())];
        Assert.Contains(
            "Half answered within: 1 hour 30 minutes in the half-year before (58 tickets), 48 minutes in this one (61 tickets): better, difference −1 hour to −10 minutes (95% interval).",
            Said(judged));
        Assert.DoesNotContain(Said(judged), t => t.StartsWith("Response in time", StringComparison.Ordinal));
        Assert.Contains("No change that stands out from the usual variation.", Said(other));
    }

    [Fact]
    public void What_stands_out_stands_beside_what_is_usual_and_a_median_of_three_tickets_stands_for_nothing()
    {
        using var workbook = Written(InventedTickets.Judged, "en");
        var said = workbook.Worksheet("Expected, promised, delivered").Column(1).CellsUsed().Select(c => c.GetString()).ToList();
        Assert.Contains("Tickets: 31 this month, usual level 20.5, limits 11 to 30: outside the usual limits.", said);
        Assert.Contains(said, t => t.StartsWith("Open at the end of the month: 18 this month, usual level 8: seventh month", StringComparison.Ordinal));
        Assert.DoesNotContain(said, t => t.Contains("10 minutes this month", StringComparison.Ordinal));
    }

    [Fact]
    public void An_export_that_tells_no_pauses_has_none_to_count_and_none_at_zero()
    {
        using var workbook = Written(InventedTickets.Unpromised, "en");
        var sheet = workbook.Worksheet("Expected, promised, delivered");
        Assert.Equal("not measurable", sheet.Cell(RowOf(sheet, "+ agreed pauses"), "D").GetString());
        Assert.DoesNotContain(sheet.CellsUsed(), c => c.GetString() == "No pause on record changes an agreed time.");
    }

    [Fact]
    public void What_counts_as_a_response_begins_with_the_figure_of_the_summary()
    {
        using var workbook = Written(InventedTickets.Judged, "en");
        var sheet = workbook.Worksheet("Expected, promised, delivered");
        var kept = invented.Marts.Rows("attainment_trailing", InventedTickets.Judged, InventedTickets.Month)
            .Single(r => r.Text("promise_kind") == "response" && r.Whole("priority") is null);
        Assert.Equal(kept.Whole("met_count"), (long)sheet.Cell(RowOf(sheet, "As on the summary"), "D").GetDouble());
    }

    private static int RowOf(IXLWorksheet sheet, string label) => WrittenReview.RowOf(sheet, label);

    private XLWorkbook Written(string client, string language) => WrittenReview.Of(invented.Marts, client, language);
}
