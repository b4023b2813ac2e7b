using ClosedXML.Excel;
using Insights.Ingest.Reading;

namespace Insights.Ingest.Tests;

/// <summary>Workbooks as people and tools save them.</summary>
public sealed class WorkbookTests : IDisposable
{
    private readonly LoadingFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Cells_become_text_that_does_not_depend_on_how_they_look() => Assert.Equal(
        ["b.xlsx/Tickets", "Id|Created|Day|Spent|Long|Yes|Note", "2: 7|2025-07-01 09:00:05|2025-07-01|01:30:00|30:00:00|true|Ο εκτυπωτής"],
        RecordText.Read(Save(book =>
        {
            var sheet = book.AddWorksheet("Tickets");
            Fill(sheet, 1, "Id", "Created", "Day", "Spent", "Long", "Yes", "Note");
            Fill(sheet, 2, 7, new DateTime(2025, 7, 1, 9, 0, 5), new DateTime(2025, 7, 1), 0.0625, 1.25, true, "Ο εκτυπωτής");
            sheet.Cell(2, 2).Style.NumberFormat.Format = "dd/mm/yy hh:mm";
            sheet.Cell(2, 3).Style.NumberFormat.NumberFormatId = 14;
            sheet.Cell(2, 4).Style.NumberFormat.Format = "h:mm";
            sheet.Cell(2, 5).Style.NumberFormat.Format = "[h]:mm:ss";
        })));

    [Fact]
    public void Each_visible_sheet_with_a_header_is_a_record_set()
    {
        var file = Save(book =>
        {
            Fill(book.AddWorksheet("A"), 1, "Id", "Subject");
            Fill(book.Worksheet("A"), 2, 1, "a");
            book.AddWorksheet("Empty");
            Fill(book.AddWorksheet("Hidden"), 1, "Id", "Subject");
            book.Worksheet("Hidden").Visibility = XLWorksheetVisibility.Hidden;
            Fill(book.AddWorksheet("B"), 1, "Id", "Subject");
            Fill(book.Worksheet("B"), 3, 2, "b");
        });
        Assert.Equal(["b.xlsx/A", "Id|Subject", "2: 1|a", "b.xlsx/B", "Id|Subject", "3: 2|b"], RecordText.Read(file));
        var export = Export.Open(file);
        foreach (var set in export.RecordSets())
            set.Dispose();
        Assert.Equal("hidden_sheets", Assert.Single(export.Notices).Code);
    }

    [Fact]
    public void A_workbook_in_a_zip_is_read()
    {
        var file = Save(book => Fill(book.AddWorksheet("A"), 1, "Id", "Subject"));
        var zip = _folder.Write("x.zip", ContainersTests.Zip(("b.xlsx", File.ReadAllBytes(file))));
        Assert.Equal(["x.zip/b.xlsx/A", "Id|Subject"], RecordText.Read(zip));
    }

    [Fact]
    public void Titles_and_blank_rows_above_the_header_are_passed_over() => Assert.Equal(
        ["b.xlsx/A", "Id|Subject|Created", "6: 1|a|2025-07-01", "7: 2||2025-07-02"],
        RecordText.Read(Save(book =>
        {
            var sheet = book.AddWorksheet("A");
            sheet.Cell(1, 1).SetValue("Tickets of July");
            sheet.Range(1, 1, 1, 3).Merge();
            Fill(sheet, 3, "Made on", new DateTime(2025, 8, 1));
            Fill(sheet, 5, "Id", "Subject", "Created");
            Fill(sheet, 6, 1, "a", new DateTime(2025, 7, 1));
            Fill(sheet, 7, 2, "", new DateTime(2025, 7, 2));
            sheet.Column(3).Style.NumberFormat.Format = "yyyy-mm-dd";
        })));

    [Fact]
    public void In_a_header_of_two_rows_merged_cells_complete_the_lower_one() => Assert.Equal(
        ["b.xlsx/A", "Id|Subject|Response Due|Response Done|Resolution Due", "4: 1|a|x|y|z"],
        RecordText.Read(Save(book =>
        {
            var sheet = book.AddWorksheet("A");
            sheet.Cell(1, 1).SetValue("Tickets");
            Fill(sheet, 2, "Id", "Subject", "Response", "", "Resolution");
            Fill(sheet, 3, "", "", "Due", "Response Done", "Due");
            Fill(sheet, 4, 1, "a", "x", "y", "z");
            sheet.Range(2, 1, 3, 1).Merge();
            sheet.Range(2, 2, 3, 2).Merge();
            sheet.Range(2, 3, 2, 4).Merge();
            sheet.Range(2, 5, 2, 6).Merge();
        })));

    [Fact]
    public void A_workbook_whose_first_shared_text_is_empty_is_read() => Assert.Equal(
        ["h.xlsx/S", "A|B", "2: |b"], RecordText.Read(_folder.Write("h.xlsx", HandMadeWorkbook.Of(
            [HandMadeWorkbook.Row("A", "B"), "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>"], texts: ["<si/><si><t>b</t></si>"]))));

    [Fact]
    public void A_workbook_of_the_1904_system_and_numbers_as_tools_write_them()
    {
        const string styles = "<numFmts><numFmt numFmtId=\"170\" formatCode=\"[$-408]d/m/yyyy\\ h:mm;@\"/><numFmt numFmtId=\"171\" formatCode=\"0.00&quot;days&quot;\"/></numFmts>"
            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/><xf numFmtId=\"14\"/><xf numFmtId=\"171\"/></cellXfs>";
        string[] cells = ["<c s=\"1\"><v>44377.375</v></c>", "<c s=\"2\"><v>0</v></c>", "<c><v>1.2345678901E+10</v></c>", "<c s=\"3\"><v>45.300000000000004</v></c>",
            "<c><v>000123456789012345678</v></c>", "<c t=\"e\"><v>#N/A</v></c>", "<c t=\"b\"><v>0</v></c>", "<c t=\"str\"><v>a_x000D_b</v></c>", "<c t=\"s\"><v>0</v></c>", "<c t=\"s\"><v>9</v></c>"];
        var file = _folder.Write("h.xlsx", HandMadeWorkbook.Of(
            [HandMadeWorkbook.Row("A", "B", "C", "D", "E", "F", "G", "H", "I", "J"), $"<row r=\"7\">{string.Concat(cells)}</row>"],
            workbookPr: "date1904=\"1\"", styles: styles, texts: ["<si><r><t>ri</t></r><r><t xml:space=\"preserve\">ch </t></r><rPh><t>no</t></rPh></si>"]));
        Assert.Equal(
            ["h.xlsx/S", "A|B|C|D|E|F|G|H|I|J", "7: 2025-07-01 09:00:00|1904-01-01|12345678901|45.3|000123456789012345678||false|a\rb|rich |"], RecordText.Read(file));
    }

    [Theory]
    [InlineData("http://tool", "2025-08-01T06:00:00Z", "2025-08-01T06:00:00Z", true)]
    [InlineData("Microsoft Excel", "2025-08-01T06:00:00Z", "2025-08-01T06:00:00Z", false)]
    [InlineData("SheetJS", "2020-01-01T00:00:00Z", "2025-08-01T06:00:00Z", false)]
    public void The_moment_of_export_is_told_where_no_person_saved_the_workbook(string application, string created, string modified, bool isTold)
    {
        var file = _folder.Write("p.xlsx", HandMadeWorkbook.Of([HandMadeWorkbook.Row("Id", "Subject")], parts: [
            ("docProps/app.xml", $"<Properties><Application>{application}</Application></Properties>"),
            ("docProps/core.xml", $"<c:coreProperties xmlns:c=\"c\" xmlns:d=\"d\"><d:created>{created}</d:created><d:modified>{modified}</d:modified></c:coreProperties>")]));
        using var records = Export.First(file);
        Assert.Equal(isTold ? new DateTime(2025, 8, 1, 6, 0, 0, DateTimeKind.Utc) : null, records.ExportedAt);
    }

    private static void Fill(IXLWorksheet sheet, int row, params object[] values)
    {
        for (var column = 0; column < values.Length; column++)
            sheet.Cell(row, column + 1).SetValue(values[column]);
    }

    private string Save(Action<XLWorkbook> fill)
    {
        var file = _folder.Write("b.xlsx", []);
        using var book = new XLWorkbook();
        fill(book);
        book.SaveAs(file);
        return file;
    }
}
