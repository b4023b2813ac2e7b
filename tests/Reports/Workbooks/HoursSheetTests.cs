using System.Globalization;
using ClosedXML.Excel;
using Insights.Reports.Style;
using Insights.Reports.Workbooks;

namespace Insights.Reports.Tests.Workbooks;

public sealed class HoursSheetTests(InventedMarts invented) : IClassFixture<InventedMarts>
{
    [Fact]
    public void What_was_used_stands_against_what_is_included_and_prepaid_in_words_and_cells()
    {
        using var workbook = Written(InventedTickets.Judged, Language.English);
        var sheet = workbook.Worksheet("Hours");
        var said = sheet.Column(1).CellsUsed().Select(c => c.GetString()).ToList();
        Assert.Contains("Hours of the month: 12 hours used of 10 hours, 2 hours beyond.", said);
        Assert.Contains("Prepaid hours (from: January 2026): 8 hours 30 minutes used of 20 hours bought, 11 hours 30 minutes left.", said);
        Assert.Contains("Over 12 months (12 months with time entries): 144 hours used of 120 hours included.", said);
        Assert.Contains("Of the month's work, 10 hours went into tickets (80%) and 2 hours 30 minutes into other work.", said);
        Assert.Contains("30 minutes of it are not covered, as the entries say, and do not count against the hours.", said);
        Assert.Contains("For 1 hour 30 minutes of it no entry says whether the contract covers it; it counts as covered.", said);
        var row = WrittenReview.RowOf(sheet, "Hours of the month");
        Assert.Equal(10 / 24.0, Convert.ToDateTime(sheet.Cell(row, "B").Value, CultureInfo.InvariantCulture).ToOADate(), 9);
        Assert.StartsWith("2 hours beyond", sheet.Cell(row, "D").GetString());
    }

    [Fact]
    public void The_twelve_months_add_up_by_a_formula_and_every_entry_of_the_month_is_there()
    {
        using var workbook = Written(InventedTickets.Judged, Language.Greek);
        var sheet = workbook.Worksheet("Ώρες");
        var total = sheet.Cell(WrittenReview.RowOf(sheet, "Σύνολο"), "B");
        Assert.StartsWith("SUM(", total.FormulaA1);
        Assert.Equal(12 * 12.5 / 24, WrittenReview.Number(total), 9);
        var entries = invented.Marts.Rows("time_entries", InventedTickets.Judged, InventedTickets.Month);
        var tickets = sheet.Range(WrittenReview.RowOf(sheet, "Αίτημα") + 1, 3, sheet.LastRowUsed()!.RowNumber(), 3).CellsUsed(c => c.DataType == XLDataType.Number);
        Assert.Equal(entries.Count, (int)tickets.Sum(c => c.GetDouble()));
        Assert.Contains(sheet.Column(1).CellsUsed(), c => c.GetString() == "χωρίς αίτημα");
    }

    [Fact]
    public void Included_hours_without_time_entries_are_said_to_be_not_measurable_and_nobody_names_an_agent()
    {
        using var workbook = Written(InventedTickets.Unpromised, Language.English);
        var said = workbook.Worksheet("Hours").Column(1).CellsUsed().Select(c => c.GetString()).ToList();
        Assert.Contains(said, s => s.StartsWith("Hours of the month: 10 hours; how much of them was used is not measurable", StringComparison.Ordinal));
        Assert.DoesNotContain(said, s => s.StartsWith("Over 12 months", StringComparison.Ordinal));
        var agents = invented.Marts.Rows("time_entries").Select(e => e.Text("agent")).OfType<string>().Distinct().ToList();
        Assert.NotEmpty(agents);
        using var judged = Written(InventedTickets.Judged, Language.English);
        Assert.DoesNotContain(judged.Worksheet("Hours").CellsUsed(c => c.DataType == XLDataType.Text), c => agents.Contains(c.GetString()));
    }

    [Fact]
    public void Without_time_entries_and_included_hours_there_is_no_sheet_of_hours()
    {
        using var workbook = Written(InventedTickets.Unmeasured, Language.English);
        Assert.DoesNotContain(workbook.Worksheets, sheet => sheet.Name == "Hours");
    }

    private XLWorkbook Written(string client, Language language)
    {
        var file = new MemoryStream();
        ReviewWorkbook.Write(file, invented.Marts, client, InventedTickets.Month, language);
        file.Position = 0;
        return new XLWorkbook(file);
    }
}
