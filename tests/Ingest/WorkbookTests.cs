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
