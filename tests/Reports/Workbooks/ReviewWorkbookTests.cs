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
        var errors = new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}");
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
        var formulas = document.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet.Descendants<Cell>()).Where(c => c.CellFormula is not null).ToList();
        Assert.NotEmpty(formulas);
        Assert.All(formulas, c => Assert.False(string.IsNullOrEmpty(c.CellValue?.Text)));
    }

    [Fact]
    public void Text_that_begins_like_a_formula_stays_text()
    {
        using var workbook = new XLWorkbook(Written(InventedTickets.Judged, "el"));
        var subjects = workbook.Worksheet("Αιτήματα").Column(2).CellsUsed().Where(c => !c.HasFormula).Select(c => c.GetString()).ToHashSet();
        Assert.Empty(workbook.Worksheet("Αιτήματα").CellsUsed(c => c.HasFormula));
        Assert.Contains("=HYPERLINK(\"http://x\",\"click\")", subjects);
        Assert.Contains("@SUM(A1)", subjects);
    }

    [Fact]
    public void A_month_without_the_client_is_refused_with_the_months_there_are()
    {
        var refused = Assert.Throws<SetupException>(() => ReviewWorkbook.Write(new MemoryStream(), invented.Marts, InventedTickets.Judged, new DateOnly(2020, 1, 1), Language.Greek));
        Assert.Contains("2025-09 to 2026-10", refused.Message);
    }

    private MemoryStream Written(string client, string language)
    {
        var stream = new MemoryStream();
        ReviewWorkbook.Write(stream, invented.Marts, client, InventedTickets.Month, Language.Of(language));
        stream.Position = 0;
        return stream;
    }
}
