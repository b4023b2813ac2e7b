using ClosedXML.Excel;
using Insights.Reports.Style;

namespace Insights.Reports.Tests.Workbooks;

public sealed class ContactSheetTests(InventedMarts invented) : IClassFixture<InventedMarts>
{
    [Theory]
    [InlineData("en", "Priorities and reminders", 7)]
    [InlineData("el", "Προτεραιότητες, υπενθυμίσεις", 7)]
    [InlineData("en", "Why our number differs", 1)]
    [InlineData("el", "Γιατί διαφέρει ο αριθμός μας", 1)]
    [InlineData("en", "By team, channel, hour", 3)]
    [InlineData("el", "Ανά ομάδα, κανάλι, ώρα", 3)]
    [InlineData("en", "Contact and backlog", 5)]
    [InlineData("el", "Επικοινωνία και εκκρεμότητες", 5)]
    public void Where_the_export_tells_nothing_each_section_says_what_it_needs_and_shows_no_figure(string language, string name, int sections)
    {
        using var workbook = WrittenReview.Of(invented.Marts, InventedTickets.Unmeasured, language);
        var sheet = workbook.Worksheet(name);
        var words = Language.Of(language);
        var needs = words.Say("delivered.needs", ("needs", "")).TrimEnd('.');
        Assert.Equal(sections, sheet.Column(1).CellsUsed().Count(c =>
            c.GetString().StartsWith(needs, StringComparison.Ordinal) || c.GetString() == words.Say("delivered.unpromised")));
        Assert.DoesNotContain(sheet.CellsUsed(), c => c.HasFormula || c.DataType is XLDataType.Number or XLDataType.TimeSpan);
    }

    [Fact]
    public void Next_replies_show_their_median_its_interval_and_what_was_not_reached()
    {
        using var workbook = WrittenReview.Of(invented.Marts, InventedTickets.Judged, "en");
        var sheet = workbook.Worksheet("Contact and backlog");
        var year = invented.Marts.Rows("reply_times", InventedTickets.Judged, InventedTickets.Month).Single(r => r.Text("span") == "trailing");
        Assert.Equal(year.Whole("turn_count"), (long)WrittenReview.Number(sheet.Cell(WrittenReview.RowOf(sheet, "Times the client waited for a reply"), "E")));
        Assert.Equal("1:00–…†", sheet.Cell(WrittenReview.RowOf(sheet, "Interval 95% of it"), "E").GetString());
        Assert.Equal("not measurable", sheet.Cell(WrittenReview.RowOf(sheet, "9 of 10 within (h:mm)"), "E").GetString());
    }

    [Fact]
    public void Calls_are_told_by_month_and_few_call_backs_have_no_share()
    {
        using var workbook = WrittenReview.Of(invented.Marts, InventedTickets.Judged, "en");
        var sheet = workbook.Worksheet("Contact and backlog");
        var months = invented.Marts.Rows("phone", InventedTickets.Judged).Where(WrittenReview.IsInWindow).ToList();
        var now = months.Single(m => m.Date("month") == InventedTickets.Month);
        var row = sheet.Column(1).CellsUsed().First(c => c.GetString() == "October 2026" && c.CellRight(8).GetString() == "60–90%†").Address.RowNumber;
        Assert.Equal(
            new[] { "incoming_count", "answered_count", "abandoned_count", "unknown_count" }.Select(c => now.Whole(c)!.Value),
            new[] { "D", "E", "F", "G" }.Select(c => (long)WrittenReview.Number(sheet.Cell(row, c))));
        Assert.Equal(now.Number("answered_ratio")!.Value, WrittenReview.Number(sheet.Cell(row, "H")), 9);
        Assert.Equal("–", sheet.Cell(row, "K").GetString());
        Assert.Equal(months.Sum(m => m.Whole("incoming_count")), (long)WrittenReview.Number(sheet.Cell(row + 1, "D")));
    }

    [Fact]
    public void The_telephone_is_not_said_to_be_unmeasurable_where_a_log_tells_of_it()
    {
        using var told = WrittenReview.Of(invented.Marts, InventedTickets.Judged, "en");
        using var untold = WrittenReview.Of(invented.Marts, InventedTickets.Unpromised, "en");
        Assert.DoesNotContain(told.Worksheet("Definitions and exclusions").Column(1).CellsUsed(), c => c.GetString() == "Telephone");
        Assert.Contains(untold.Worksheet("Definitions and exclusions").Column(1).CellsUsed(), c => c.GetString() == "Telephone");
    }

    [Fact]
    public void A_telephone_bill_measures_no_reachability()
    {
        using var bill = new InventedMarts("update marts.phone set incoming_count = null, answered_count = null, abandoned_count = null");
        using var workbook = WrittenReview.Of(bill.Marts, InventedTickets.Judged, "en");
        Assert.Contains(workbook.Worksheet("Contact and backlog").Column(1).CellsUsed(), c => c.GetString().StartsWith(
            "Not measurable from this export: a telephone bill", StringComparison.Ordinal));
    }

    [Fact]
    public void Satisfaction_stands_beside_its_response_rate()
    {
        using var workbook = WrittenReview.Of(invented.Marts, InventedTickets.Judged, "en");
        var sheet = workbook.Worksheet("Contact and backlog");
        var answered = WrittenReview.RowOf(sheet, "Answered");
        var good = WrittenReview.RowOf(sheet, "Of which good");
        Assert.Equal([144, 0.6], new[] { "G", "H" }.Select(c => WrittenReview.Number(sheet.Cell(answered, c))));
        Assert.Equal([108, 0.75], new[] { "G", "H" }.Select(c => WrittenReview.Number(sheet.Cell(good, c))));
    }

    [Fact]
    public void Open_tickets_by_age_sum_to_all_and_an_age_without_any_is_zero()
    {
        using var workbook = WrittenReview.Of(invented.Marts, InventedTickets.Judged, "en");
        var sheet = workbook.Worksheet("Contact and backlog");
        var first = WrittenReview.RowOf(sheet, "Up to a day");
        Assert.Equal([5, 0, 0, 0, 13, 18], Enumerable.Range(first, 6).Select(r => (int)WrittenReview.Number(sheet.Cell(r, "D"))));
        Assert.Equal("SUM(D" + first + ":D" + (first + 4) + ")", sheet.Cell(first + 5, "D").FormulaA1);
        Assert.Equal("208 days 8 hours†", sheet.Cell(first + 4, "I").GetString());
    }

    [Fact]
    public void Growth_says_more_only_where_the_mart_does()
    {
        using var more = WrittenReview.Of(invented.Marts, InventedTickets.Judged, "en");
        using var few = WrittenReview.Of(invented.Marts, InventedTickets.Unpromised, "en");
        string Said(XLWorkbook workbook) => workbook.Worksheet("Contact and backlog").Cell(
            WrittenReview.RowOf(workbook.Worksheet("Contact and backlog"), "Growth: tickets beside users") + 1, 1).GetString();
        Assert.Equal("More tickets than before: 190 tickets in the last half-year against 140 in the one before, 1.36 times as many (1.09–1.69).", Said(more));
        Assert.Equal("Too few tickets, or too short a history, to compare two half-years.", Said(few));
    }
}
