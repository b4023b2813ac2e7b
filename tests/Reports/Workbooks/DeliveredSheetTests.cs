using System.Globalization;
using ClosedXML.Excel;
using Insights.Reports.Style;
using Insights.Reports.Workbooks;

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
        var parts = Enumerable.Range(total - 5, 5).Sum(r => Days(sheet.Cell(r, column).Value));
        var gap = invented.Marts.Rows("clock_gaps", InventedTickets.Judged, InventedTickets.Month)
            .Single(r => r.Text("span") == span && r.Text("measure") == measure);
        Assert.Equal(gap.Whole("client_seconds")!.Value, (long)Math.Round(parts * 86400));
        Assert.Equal($"SUM({column}{total - 5}:{column}{total - 1})", sheet.Cell(total, column).FormulaA1);
        Assert.Equal(parts, Days(sheet.Cell(total, column).CachedValue), 9);
    }

    [Theory]
    [InlineData("en", "Expected, promised, delivered", "Not measurable from this export: ")]
    [InlineData("el", "Προσδοκία, συμφωνία, πράξη", "Δεν μετριέται από αυτό το αρχείο: ")]
    public void Without_messages_and_answers_a_section_says_what_it_needs_and_shows_no_figure(string language, string name, string said)
    {
        using var workbook = Written(InventedTickets.Unmeasured, language);
        var sheet = workbook.Worksheet(name);
        Assert.Equal(6, sheet.Column(1).CellsUsed().Count(c => c.GetString().StartsWith(said, StringComparison.Ordinal)
            || c.GetString() == Language.Of(language).Say("delivered.unpromised")));
        Assert.DoesNotContain(sheet.CellsUsed(), c => c.HasFormula || c.DataType is XLDataType.Number or XLDataType.TimeSpan);
    }

    [Fact]
    public void Critical_tickets_handled_as_normal_are_listed_by_number_ten_at_most()
    {
        using var workbook = Written(InventedTickets.Judged, "en");
        var said = workbook.Worksheet("Expected, promised, delivered").Column(1).CellsUsed().Select(c => c.GetString())
            .Single(t => t.StartsWith("Critical and handled as less urgent", StringComparison.Ordinal));
        var numbers = invented.Marts.Rows("critical_work", InventedTickets.Judged)
            .Where(t => t.Flag("is_handled_as_normal") == true && t.Date("month") <= InventedTickets.Month)
            .OrderByDescending(t => t.Instant("created_at")).Select(t => t.Text("number")).Take(10);
        Assert.EndsWith(": " + string.Join(", ", numbers) + ".", said);
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

    /// <summary>The days a cell keeps, whatever its format makes the library read them as.</summary>
    private static double Days(object value) => value switch
    {
        TimeSpan time => time.TotalDays,
        DateTime date => date.ToOADate(),
        _ => Convert.ToDouble(value, CultureInfo.InvariantCulture),
    };

    private static int RowOf(IXLWorksheet sheet, string label) =>
        sheet.Column(1).CellsUsed().Single(c => c.GetString() == label).Address.RowNumber;

    private XLWorkbook Written(string client, string language)
    {
        var stream = new MemoryStream();
        ReviewWorkbook.Write(stream, invented.Marts, client, InventedTickets.Month, Language.Of(language));
        return new XLWorkbook(stream);
    }
}
