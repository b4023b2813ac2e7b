namespace Insights.Reports.Tests.Workbooks;

public sealed class DiffersSheetTests(InventedMarts invented) : IClassFixture<InventedMarts>
{
    [Theory]
    [InlineData("the tool has another due time", "resolve", "G", "F")]
    [InlineData("the tool counts on the other clock: wall time instead of agreed hours, or the reverse", "response", "E", "D")]
    public void A_reason_is_counted_over_the_tickets_sheet_as_the_mart_counts_it(string reason, string kind, string year, string month)
    {
        using var workbook = WrittenReview.Of(invented.Marts, InventedTickets.Judged, "en");
        var sheet = workbook.Worksheet("Why our number differs");
        var verdicts = invented.Marts.Rows("vendor_differences", InventedTickets.Judged).Where(WrittenReview.IsInWindow)
            .Where(v => v.Text("promise_kind") == kind && v.Text("reason") is not null).ToList();
        var row = WrittenReview.RowOf(sheet, reason);
        Assert.Equal(verdicts.Sum(v => v.Whole("ticket_count")), (long)WrittenReview.Number(sheet.Cell(row, year)));
        Assert.Equal(verdicts.Where(v => v.Date("month") == InventedTickets.Month).Sum(v => v.Whole("ticket_count")), (long)WrittenReview.Number(sheet.Cell(row, month)));
        Assert.StartsWith("COUNTIFS(", sheet.Cell(row, year).FormulaA1);
    }

    [Fact]
    public void Agreed_and_differing_verdicts_sum_to_all_the_tool_gives()
    {
        using var workbook = WrittenReview.Of(invented.Marts, InventedTickets.Judged, "en");
        var sheet = workbook.Worksheet("Why our number differs");
        double Of(string label, string column) => WrittenReview.Number(sheet.Cell(WrittenReview.RowOf(sheet, label), column));
        foreach (var column in new[] { "D", "E", "F", "G" })
            Assert.Equal(Of("Tickets on which the tool gives a verdict", column), Of("= we say something else", column) + Of("We agree", column));
    }

    [Fact]
    public void Behind_each_reason_stand_its_latest_tickets_with_both_due_times_and_the_signed_difference()
    {
        using var workbook = WrittenReview.Of(invented.Marts, InventedTickets.Judged, "en");
        var sheet = workbook.Worksheet("Why our number differs");
        var first = WrittenReview.RowOf(sheet, "The tickets behind the reasons (12 months)") + 3;
        var all = invented.Marts.Rows("ticket_differences", InventedTickets.Judged).Where(WrittenReview.IsInWindow).ToList();
        var shown = Enumerable.Range(first, 10).ToList();
        Assert.Equal(5, shown.Count(r => sheet.Cell(r, "L").GetString() == "the tool has another due time"));
        Assert.All(shown, r => Assert.Equal("+1:30", sheet.Cell(r, "K").GetString()));
        Assert.All(shown, r => Assert.Equal(90, Math.Round((sheet.Cell(r, "I").GetDateTime() - sheet.Cell(r, "H").GetDateTime()).TotalMinutes)));
        Assert.Equal($"And {all.Count - 10} more: the tickets sheet has them all.", sheet.Cell(first + 10, 1).GetString());
    }

    [Fact]
    public void Where_we_and_the_tool_agree_everywhere_it_is_said()
    {
        using var same = new InventedMarts(
            "delete from marts.ticket_differences; delete from marts.vendor_differences where reason is not null; update marts.tickets set vendor_outcome = null, vendor_response_outcome = null");
        using var workbook = WrittenReview.Of(same.Marts, InventedTickets.Judged, "en");
        var said = workbook.Worksheet("Why our number differs").Column(1).CellsUsed().Select(c => c.GetString()).ToList();
        Assert.Contains(said, t => t.StartsWith("We and the tool agree everywhere: 0 differences", StringComparison.Ordinal));
        Assert.Contains("No ticket differs.", said);
    }
}
