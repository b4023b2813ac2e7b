using System.Globalization;
using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Insights.Analytics;
using Insights.Reports.Style;
using Insights.Reports.Workbooks;

namespace Insights.Reports.Tests.Workbooks;

public sealed class ReviewWorkbookTests(InventedMarts invented) : IClassFixture<InventedMarts>
{
    public static TheoryData<string, string> Reviews => new()
    {
        { InventedTickets.Judged, "el" }, { InventedTickets.Judged, "en" },
        { InventedTickets.Unpromised, "el" }, { InventedTickets.Unpromised, "en" },
        { InventedTickets.Unmeasured, "el" }, { InventedTickets.Unmeasured, "en" },
    };

    [Theory]
    [MemberData(nameof(Reviews))]
    public void The_file_is_valid_by_the_standard(string client, string language)
    {
        using var document = SpreadsheetDocument.Open(Written(client, language), isEditable: false);
        var errors = new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document).Select(e =>
            $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}");
        Assert.Empty(errors);
    }

    [Theory]
    [MemberData(nameof(Reviews))]
    public void The_same_marts_give_the_same_bytes(string client, string language) =>
        Assert.Equal(Written(client, language).ToArray(), Written(client, language).ToArray());

    [Theory]
    [MemberData(nameof(Reviews))]
    public void Every_formula_carries_a_value(string client, string language)
    {
        using var document = SpreadsheetDocument.Open(Written(client, language), isEditable: false);
        var formulas = document.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet.Descendants<Cell>()).Where(c =>
            c.CellFormula is not null).ToList();
        Assert.NotEmpty(formulas);
        Assert.All(formulas, c => Assert.False(string.IsNullOrEmpty(c.CellValue?.Text)));
    }

    [Fact]
    public void Text_that_begins_like_a_formula_stays_text()
    {
        using var workbook = new XLWorkbook(Written(InventedTickets.Judged, "el"));
        var subjects = workbook.Worksheet("Αιτήματα").Column(2).CellsUsed().Where(c => !c.HasFormula).Select(c =>
            c.GetString()).ToHashSet();
        Assert.Empty(workbook.Worksheet("Αιτήματα").CellsUsed(c => c.HasFormula));
        Assert.Contains("=HYPERLINK(\"http://x\",\"click\")", subjects);
        Assert.Contains("@SUM(A1)", subjects);
    }

    [Fact]
    public void The_failures_that_come_back_say_what_they_cost_why_they_are_one_and_what_came_back_itself()
    {
        using var workbook = new XLWorkbook(Written(InventedTickets.Judged, "en"));
        var said = workbook.Worksheet(Language.English.Say("sheet.repeats")).CellsUsed(c => c.DataType == XLDataType.Text).Select(c => c.GetString()).ToList();
        Assert.Contains("2.0–10.0", said);
        Assert.Contains("20 (14–31)", said);
        Assert.Contains(said, s => s.StartsWith("it fails more and more often. Linked by: naming the ticket before (3)", StringComparison.Ordinal)
            && s.EndsWith("; in common: =Offline · εκτυπωτής", StringComparison.Ordinal));
        Assert.Contains(said, s => s.StartsWith("Failures that began this month: 9, more than chance explains: 3.2 a month", StringComparison.Ordinal));
        Assert.Contains(said, s => s.StartsWith("Apart from these, 24 of 300 resolved tickets", StringComparison.Ordinal) && s.Contains("1 day 2 hours", StringComparison.Ordinal));
        Assert.Contains(said, s => s == "επανεκκίνηση = restart");
        using var unmeasured = new XLWorkbook(Written(InventedTickets.Unpromised, "en"));
        Assert.Contains(unmeasured.Worksheet(Language.English.Say("sheet.repeats")).CellsUsed(x => x.DataType == XLDataType.Text), c => c.GetString().StartsWith("Reopened tickets are not measurable", StringComparison.Ordinal));
    }

    [Fact]
    public void The_summary_says_whether_the_client_is_managed_or_only_fixed()
    {
        using var workbook = new XLWorkbook(Written(InventedTickets.Judged, "en"));
        Assert.Contains(workbook.Worksheet(Language.English.Say("sheet.summary")).CellsUsed(x => x.DataType == XLDataType.Text), c =>
            c.GetString().StartsWith("Managed work (seen to beforehand, projects): 8%", StringComparison.Ordinal) && c.GetString().Contains("Of three questions, the tickets say the opposite of the answer in 1.", StringComparison.Ordinal));
        Assert.Contains(workbook.Worksheet(Language.English.Say("sheet.managed")).CellsUsed(x => x.DataType == XLDataType.Text), c => c.GetString().StartsWith("More tickets: 260 in six months, 200 in the six before (1.30 times, 1.08–1.57). Users 40", StringComparison.Ordinal));
    }

    [Fact]
    public void A_month_without_the_client_is_refused_with_the_months_there_are()
    {
        var refused = Assert.Throws<SetupException>(() =>
            ReviewWorkbook.Write(new MemoryStream(), invented.Marts, InventedTickets.Judged, new DateOnly(2020, 1, 1), Language.Greek));
        Assert.Contains("2025-09 to 2026-10", refused.Message);
    }

    [Fact]
    public void A_text_that_begins_like_a_formula_carries_the_prefix_that_keeps_it_text_when_edited()
    {
        using var workbook = new XLWorkbook(Written(InventedTickets.Judged, "el"));
        var suspicious = workbook.Worksheet("Αιτήματα").Column(2).CellsUsed().Where(c => CellText.LooksLikeFormula(c.GetString())).ToList();
        Assert.NotEmpty(suspicious);
        Assert.All(suspicious, c => Assert.True(c.Style.IncludeQuotePrefix));
    }

    [Fact]
    public void Below_the_minimum_a_month_lists_its_tickets_instead_of_a_ratio()
    {
        using var workbook = new XLWorkbook(Written(InventedTickets.Judged, "en"));
        var urgent = workbook.Worksheet("Summary").Column(1).CellsUsed().First(c => c.GetString() == "1 · urgent").Address.RowNumber;
        var numbers = invented.Marts.Rows("tickets", InventedTickets.Judged, InventedTickets.Month)
            .Where(t => t.Whole("priority_final") == 1 && t.Flag("is_counted") == true
                && t.Text("response_outcome") == "breached").Select(t => t.Text("number"));
        Assert.StartsWith("late: " + string.Join(", ", numbers), workbook.Worksheet("Summary").Cell(urgent, 8).GetString());
    }

    [Fact]
    public void Without_a_written_promise_nothing_is_judged()
    {
        using var workbook = new XLWorkbook(Written(InventedTickets.Unpromised, "el"));
        var summary = workbook.Worksheet("Σύνοψη");
        Assert.Contains(summary.CellsUsed(), c =>
            !c.HasFormula && c.GetString().StartsWith("Δεν βρέθηκε γραπτή δέσμευση", StringComparison.Ordinal));
        Assert.DoesNotContain(summary.CellsUsed(c => c.HasFormula), c => c.FormulaA1.Contains("outcome", StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_export_cannot_tell_is_said_to_be_not_measurable_and_never_zero()
    {
        using var workbook = new XLWorkbook(Written(InventedTickets.Unmeasured, "en"));
        var response = workbook.Worksheet("Response").CellsUsed(c => c.DataType == XLDataType.Text).Select(c => c.GetString()).ToList();
        Assert.Contains("Response times are not measurable from these data.", response);
        var failures = workbook.Worksheet("Summary").Column(1).CellsUsed().Single(c =>
            c.GetString() == "Of which failures").Address.RowNumber;
        Assert.Equal("not measurable", workbook.Worksheet("Summary").Cell(failures, 4).GetString());
        Assert.All(workbook.Worksheet("Tickets").Column(6).CellsUsed().Skip(1), c => Assert.Equal("not measurable", c.GetString()));
    }

    [Theory]
    [MemberData(nameof(Reviews))]
    public void No_word_is_left_unfilled(string client, string language)
    {
        using var workbook = new XLWorkbook(Written(client, language));
        var texts = workbook.Worksheets.SelectMany(w => w.CellsUsed(c => !c.HasFormula && c.DataType == XLDataType.Text)).Select(c =>
            c.GetString());
        Assert.DoesNotContain(texts, t => Words.Placeholders(t).Count > 0);
    }

    [Theory]
    [MemberData(nameof(Reviews))]
    public void Charts_draw_the_cells_they_name(string client, string language)
    {
        var stream = Written(client, language);
        using var workbook = new XLWorkbook(stream);
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        var charts = document.WorkbookPart!.WorksheetParts.Where(p => p.DrawingsPart is not null).SelectMany(p =>
            p.DrawingsPart!.ChartParts).ToList();
        Assert.NotEmpty(charts);
        foreach (var numbers in charts.SelectMany(c => c.ChartSpace.Descendants<DocumentFormat.OpenXml.Drawing.Charts.NumberReference>()))
        {
            var cells = workbook.Range(numbers.Formula!.Text).Cells().Select(Number).ToList();
            var points = numbers.NumberingCache!.Elements<DocumentFormat.OpenXml.Drawing.Charts.NumericPoint>()
                .ToDictionary(p => (int)p.Index!.Value, p => double.Parse(p.NumericValue!.Text, CultureInfo.InvariantCulture));
            Assert.Equal(cells, Enumerable.Range(0, cells.Count).Select(i =>
                points.TryGetValue(i, out var point) ? Math.Round(point, 9) : (double?)null));
        }
    }

    private static double? Number(IXLCell cell) => (cell.HasFormula ? cell.CachedValue : cell.Value) switch
    {
        null or "" => null,
        var value => Math.Round(Convert.ToDouble(value, CultureInfo.InvariantCulture), 9),
    };

    [Theory]
    [InlineData("en")]
    [InlineData("el")]
    public void Every_outcome_has_its_own_word_since_formulas_count_by_it(string language)
    {
        string[] outcomes = ["met", "breached", "running", "unknown", "not_promised"];
        Assert.Equal(outcomes.Length, outcomes.Select(o =>
            Language.Of(language).Say("outcome." + o).ToUpperInvariant()).Distinct().Count());
    }

    private MemoryStream Written(string client, string language)
    {
        var stream = new MemoryStream();
        ReviewWorkbook.Write(stream, invented.Marts, client, InventedTickets.Month, Language.Of(language));
        stream.Position = 0;
        return stream;
    }
}
