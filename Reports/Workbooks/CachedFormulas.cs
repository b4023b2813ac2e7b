using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Insights.Reports.Workbooks;

/// <summary>
/// The value of every formula as the marts give it. Written beside the formula, so a preview that calculates nothing
/// shows numbers, and a test can recalculate the workbook and compare.
/// </summary>
internal sealed class CachedFormulas
{
    private readonly Dictionary<(string Sheet, string Cell), object> _values = [];

    public int Count => _values.Count;

    public void Add(string sheet, string cell, object value) => _values.Add((sheet, cell), value);

    public void Apply(WorkbookPart workbook)
    {
        var written = 0;
        foreach (var sheet in workbook.Workbook.Descendants<Sheet>())
        {
            var part = (WorksheetPart)workbook.GetPartById(sheet.Id!.Value!);
            foreach (var cell in part.Worksheet.Descendants<Cell>().Where(c => c.CellFormula is not null))
            {
                Write(cell, _values[(sheet.Name!.Value!, cell.CellReference!.Value!)]);
                written++;
            }

            part.Worksheet.Save();
        }

        if (written != _values.Count)
            throw new InvalidOperationException($"{_values.Count} formulas were recorded and {written} are in the workbook.");
    }

    private static void Write(Cell cell, object value)
    {
        var (text, type) = value switch
        {
            string s => (s, CellValues.String),
            long n => (n.ToString(CultureInfo.InvariantCulture), CellValues.Number),
            double d => (CellText.Invariant(d), CellValues.Number),
            DateTime t => (CellText.Invariant(t.ToOADate()), CellValues.Number),
            _ => throw new ArgumentException($"A cell cannot hold a {value.GetType().Name}."),
        };
        cell.DataType = type;
        cell.CellValue = new CellValue(text);
    }
}
