using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Insights.Reports.Style;
using Insights.Reports.Workbooks;

namespace Insights.Reports.Tests.Workbooks;

/// <summary>Numbers computed two ways: what the marts say stands beside each formula, and another program's calculation must
/// agree.</summary>
public sealed class RecalculationTests(InventedMarts invented) : IClassFixture<InventedMarts>
{
    [FactWithLibreOffice]
    public void Formulas_calculated_by_LibreOffice_give_what_the_marts_say()
    {
        var reviews = WriteReviews();
        if (Environment.GetEnvironmentVariable("INSIGHTS_KEEP") is { Length: > 0 } keep)
            reviews.ForEach(r => File.Copy(r, Path.Combine(keep, Path.GetFileName(r)), overwrite: true));
        var recalculated = Directory.CreateDirectory(Path.Combine(invented.Folder, "recalculated")).FullName;
        LibreOffice.Convert("ods", recalculated, [.. reviews.Select(WithoutValues)]);
        LibreOffice.Convert("xlsx", recalculated,
            [.. reviews.Select(r => Path.Combine(recalculated, Path.GetFileNameWithoutExtension(r) + ".ods"))]);
        foreach (var review in reviews)
        {
            var expected = Formulas(review);
            var values = Values(Path.Combine(recalculated, Path.GetFileName(review)));
            Assert.True(expected.Count > 12, $"{Path.GetFileName(review)} has {expected.Count} formulas.");
            Assert.Empty(expected.Where(e => !Agree(e.Value.Value, values.GetValueOrDefault(e.Key))).Select(e =>
                $"{e.Key}: marts {e.Value.Value}, recalculated {values.GetValueOrDefault(e.Key)}: ={e.Value.Formula}"));
        }
    }

    private List<string> WriteReviews()
    {
        var files = new List<string>();
        foreach (var client in new[] { InventedTickets.Judged, InventedTickets.Unpromised, InventedTickets.Unmeasured })
            foreach (var language in Language.All)
            {
                files.Add(Path.Combine(invented.Folder, FormattableString.Invariant($"review-{files.Count / 2}-{language.Code}.xlsx")));
                ReviewWorkbook.Write(files[^1], invented.Marts, client, InventedTickets.Month, language);
            }

        return files;
    }

    /// <summary>A copy whose formulas carry no values, so nothing can be taken over instead of calculated.</summary>
    private static string WithoutValues(string review)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(review)!, "bare")).FullName;
        var copy = Path.Combine(folder, Path.GetFileName(review));
        File.Copy(review, copy);
        using var document = SpreadsheetDocument.Open(copy, isEditable: true);
        foreach (var cell in document.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet.Descendants<Cell>()).Where(c =>
            c.CellFormula is not null))
            cell.CellValue = null;
        return copy;
    }

    private static Dictionary<string, (string Formula, string Value)> Formulas(string file) =>
        Cells(file).Where(c => c.Cell.CellFormula is not null).ToDictionary(c => c.Key, c =>
            (c.Cell.CellFormula!.Text, c.Cell.CellValue?.Text ?? ""));

    private static Dictionary<string, string> Values(string file) =>
        Cells(file).Where(c => c.Cell.CellFormula is not null).ToDictionary(c => c.Key, c => c.Cell.CellValue?.Text ?? "");

    private static List<(string Key, Cell Cell)> Cells(string file)
    {
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        var workbook = document.WorkbookPart!;
        return
        [
            .. workbook.Workbook.Descendants<Sheet>().SelectMany(sheet =>
                ((WorksheetPart)workbook.GetPartById(sheet.Id!.Value!)).Worksheet.Descendants<Cell>()
                .Select(cell => ($"{sheet.Name}!{cell.CellReference}", cell))),
        ];
    }

    private static bool Agree(string expected, string? actual) =>
        double.TryParse(expected, CultureInfo.InvariantCulture, out var e)
            && double.TryParse(actual, CultureInfo.InvariantCulture, out var a)
            ? Math.Abs(e - a) <= 1e-9 * Math.Max(1, Math.Abs(e))
            : expected == actual;
}
