using System.Globalization;
using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Insights.Analytics;
using Insights.Reports.Style;
using Insights.Reports.Workbooks;
using X14 = DocumentFormat.OpenXml.Office2010.Excel;

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

    [Theory]
    [InlineData("el")]
    [InlineData("en")]
    public void Sparklines_are_drawn_from_the_figures_by_month_and_bars_stand_behind_figures_only(string language)
    {
        using var document = SpreadsheetDocument.Open(Written(InventedTickets.Judged, language), isEditable: false);
        var lines = SheetOf(document, language, "sheet.summary").Descendants<X14.Sparkline>().Select(l => (l.Formula!.Text, Cell: l.ReferenceSequence!.Text)).ToList();
        var figures = Language.Of(language).Say("sheet.figures");
        Assert.Equal(["H", "C", "D"], lines.Select(l => l.Text.Replace("'", "", StringComparison.Ordinal).Replace(figures + "!", "", StringComparison.Ordinal)[1..2]));
        Assert.All(lines, l => Assert.Matches(@"!\$[CDH]\$4:\$[CDH]\$15$", l.Text));

        var sheet = SheetOf(document, language, "sheet.repeats");
        var bars = sheet.Elements<ConditionalFormatting>().ToList();
        Assert.Equal(2, bars.Count);
        Assert.Equal(bars.SelectMany(b => b.Descendants<X14.Id>()).Select(i => i.Text), sheet.Descendants<X14.ConditionalFormattingRule>().Select(r => r.Id!.Value));
        foreach (var cell in bars.SelectMany(b => Addresses(b.SequenceOfReferences!.InnerText!)))
            Assert.True(double.TryParse(sheet.Descendants<Cell>().Single(c => c.CellReference == cell).CellValue?.Text, CultureInfo.InvariantCulture, out _), cell);
    }

    [FactWithLibreOffice]
    public void Bars_and_sparklines_are_still_there_after_another_program_saved_the_file()
    {
        var file = Path.Combine(invented.Folder, "marks.xlsx");
        File.WriteAllBytes(file, Written(InventedTickets.Judged, "en").ToArray());
        var saved = Directory.CreateDirectory(Path.Combine(invented.Folder, "saved")).FullName;
        LibreOffice.Convert("xlsx", saved, file);
        using var document = SpreadsheetDocument.Open(Path.Combine(saved, "marks.xlsx"), isEditable: false);
        Assert.Equal(3, SheetOf(document, "en", "sheet.summary").Descendants<X14.Sparkline>().Count());
        Assert.Equal(2, SheetOf(document, "en", "sheet.repeats").Descendants<DataBar>().Count());
    }

    private static Worksheet SheetOf(SpreadsheetDocument document, string language, string key)
    {
        var sheet = document.WorkbookPart!.Workbook.Descendants<Sheet>().Single(s => s.Name == Language.Of(language).Say(key));
        return ((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!.Value!)).Worksheet;
    }

    /// <summary>The cells of a range in one column: F4:F6.</summary>
    private static IEnumerable<string> Addresses(string range)
    {
        var ends = range.Split(':').Select(a => int.Parse(a[1..], CultureInfo.InvariantCulture)).ToList();
        return Enumerable.Range(ends[0], ends[1] - ends[0] + 1).Select(row => FormattableString.Invariant($"{range[0]}{row}"));
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

    [Fact]
    public void The_wait_with_the_clients_office_open_stands_before_the_hours_of_the_wall()
    {
        using var workbook = new XLWorkbook(Written(InventedTickets.Judged, "en"));
        var summary = workbook.Worksheet("Summary");
        var gap = invented.Marts.Rows("clock_gaps", InventedTickets.Judged, InventedTickets.Month)
            .Single(r => r.Text("span") == "month" && r.Text("measure") == "response");
        var said = summary.Cell(WrittenReview.RowOf(summary, "Two clocks") + 1, 1).GetString();
        Assert.StartsWith($"With your office open you waited {Language.English.Hours(gap.Whole("client_open_seconds")!.Value)} for the first response "
            + $"({gap.Whole("open_ticket_count")} tickets). By the clock on the wall ", said);
        var known = invented.Marts.Rows("ticket_clocks", InventedTickets.Judged, InventedTickets.Month).ToList();
        Assert.Equal(known.Count, (int)WrittenReview.Number(summary.Cell(WrittenReview.RowOf(summary, "Of which with your opening hours known"), "D")));
        Assert.Equal(known.Sum(k => k.Whole("client_open_seconds")!.Value) / 86400.0, WrittenReview.Days(summary.Cell(WrittenReview.RowOf(summary, "Waiting with your office open (h:mm)"), "D")), 9);
    }

    [Fact]
    public void Where_no_opening_hours_are_on_record_it_is_said_before_the_hours_of_the_wall()
    {
        using var shut = new InventedMarts("update marts.clock_gaps set client_open_seconds = null, open_ticket_count = 0; update marts.ticket_clocks set client_open_seconds = null");
        using var workbook = WrittenReview.Of(shut.Marts, InventedTickets.Judged, "en");
        var summary = workbook.Worksheet("Summary");
        Assert.StartsWith("How much of the wait your office was open is not measurable: your opening hours are not on record. By the clock on the wall ",
            summary.Cell(WrittenReview.RowOf(summary, "Two clocks") + 1, 1).GetString());
        Assert.DoesNotContain(summary.Column(1).CellsUsed(), c => c.GetString() == "Waiting with your office open (h:mm)");
    }

    [Fact]
    public void Answers_by_business_day_stand_on_both_clocks_and_a_quantile_beside_its_interval()
    {
        using var workbook = new XLWorkbook(Written(InventedTickets.Judged, "en"));
        var response = workbook.Worksheet("Response");
        var same = WrittenReview.RowOf(response, "the same day");
        var step = invented.Marts.Rows("response_day_ladder", InventedTickets.Judged, InventedTickets.Month)
            .Single(r => r.Text("span") == "trailing" && r.Text("clock") == "contract" && r.Whole("business_days") == 0);
        Assert.Equal(step.Whole("answered_count"), (long)WrittenReview.Number(response.Cell(same, "I")));
        Assert.Equal(step.Number("answered_ratio")!.Value, WrittenReview.Number(response.Cell(same, "J")), 9);
        Assert.Equal(step.Whole("ticket_count"), (long)WrittenReview.Number(response.Cell(same + 3, "I")));
        var times = invented.Marts.Rows("response_times", InventedTickets.Judged, InventedTickets.Month).Single(r => r.Text("clock") == "client_open");
        var first = WrittenReview.RowOf(response, "Half within and 9 of 10 within (h:mm)") + 2;
        Assert.Equal(Interval(times.Whole("p90_low")!.Value, times.Whole("p90_high")!.Value), response.Cell(first, "I").GetString());
    }

    private static string Interval(long low, long high) =>
        FormattableString.Invariant($"{low / 3600}:{low / 60 % 60:00}–{high / 3600}:{high / 60 % 60:00}†");

    [Fact]
    public void The_tickets_sheet_tells_pauses_reminders_and_why_the_tool_says_otherwise()
    {
        using var workbook = new XLWorkbook(Written(InventedTickets.Judged, "en"));
        var tickets = workbook.Worksheet("Tickets");
        int Column(string head) => tickets.Row(4).CellsUsed().Single(c => c.GetString() == head).Address.ColumnNumber;
        var differs = invented.Marts.Rows("ticket_differences", InventedTickets.Judged).Where(WrittenReview.IsInWindow).ToList();
        Assert.Equal(differs.Count, tickets.Column(Column("Why ours differs, response")).CellsUsed().Count() + tickets.Column(Column("Why ours differs, resolution")).CellsUsed().Count() - 2);
        var counted = invented.Marts.Rows("tickets", InventedTickets.Judged).Where(t => WrittenReview.IsInWindow(t) && t.Flag("is_counted") == true).ToList();
        Assert.Equal(counted.Count(t => t.Whole("unsupported_pause_seconds") is not null), tickets.Column(Column("Paused without a question")).CellsUsed().Count() - 1);
        Assert.Equal(counted.Sum(t => t.Whole("chaser_count")), (long)tickets.Column(Column("Reminders")).CellsUsed().Skip(1).Sum(c => c.GetDouble()));
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
