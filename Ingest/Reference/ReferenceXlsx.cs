using System.Globalization;
using System.Security.Cryptography;
using ClosedXML.Excel;
using Insights.Analytics;

namespace Insights.Ingest.Reference;

/// <summary>
/// Reads the reference tables from the sheets of a workbook. Rows above the headings (a title, an explanation) are passed over;
/// a cell gives its value as text: dates as 2026-05-01, a day and month without a year as 5-Jan, times of day as 09:00.
/// </summary>
public static class ReferenceXlsx
{
    /// <summary>The sheet on which <c>insights init</c> tells what it found; nothing on it is read back.</summary>
    public const string FoundSheet = "found";

    /// <summary>How the sheets of <c>insights init --expectations</c> begin that a client fills; the sheets of the tables read them.</summary>
    public const string FormSheet = "form ";

    private const int HeadingSearchRows = 10;

    /// <summary>The tables the workbook has, by name; sheets of other names are named in a notice and left alone.</summary>
    /// <exception cref="SetupException">The file is no workbook.</exception>
    public static IReadOnlyDictionary<string, ReferenceSheet> Read(string path, ReferenceProblems problems)
    {
        var bytes = File.ReadAllBytes(path);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var file = Path.GetFileName(path);
        using var workbook = Open(path, bytes);
        var contracts = ReferenceContract.All.Append(ReferenceContract.Assign).ToDictionary(table => table.Name);
        var sheets = new Dictionary<string, ReferenceSheet>();
        foreach (var sheet in workbook.Worksheets)
            if (contracts.TryGetValue(sheet.Name.Trim().ToLowerInvariant(), out var contract))
                sheets[contract.Name] = ReadSheet(file, sha256, sheet, contract);
            else if (sheet.Name != FoundSheet && !sheet.Name.StartsWith(FormSheet, StringComparison.Ordinal))
                problems.Notice(
                    $"{file}: the sheet '{sheet.Name}' is no reference table and was not read.",
                    $"{file}: το φύλλο «{sheet.Name}» δεν είναι πίνακας αναφοράς και δεν διαβάστηκε.");
        return sheets;
    }

    private static XLWorkbook Open(string path, byte[] bytes)
    {
        try
        {
            return new XLWorkbook(new MemoryStream(bytes));
        }
        catch (Exception e) when (e is FileFormatException or InvalidDataException or ArgumentException or System.Xml.XmlException
            or DocumentFormat.OpenXml.Packaging.OpenXmlPackageException)
        {
            throw new SetupException(
                $"'{path}' is not an Excel workbook (.xlsx). Save it from Excel as «Excel Workbook (*.xlsx)».",
                $"Το '{path}' δεν είναι βιβλίο του Excel (.xlsx). Αποθηκεύστε το από το Excel ως «Βιβλίο εργασίας του Excel (*.xlsx)».",
                e);
        }
    }

    private static ReferenceSheet ReadSheet(string file, string sha256, IXLWorksheet sheet, ReferenceContract contract)
    {
        var last = sheet.LastCellUsed();
        var (lastRow, lastColumn) = last is null ? (0, 0) : (last.Address.RowNumber, last.Address.ColumnNumber);
        var header = HeaderRow(sheet, contract, lastRow, lastColumn);
        var headings = Texts(sheet, header, lastColumn).Select(text => text.ToLowerInvariant()).ToList();
        var rows = new List<ReferenceRow>();
        for (var line = header + 1; line <= lastRow; line++)
        {
            var cells = Texts(sheet, line, lastColumn);
            if (cells.Any(cell => cell.Length > 0))
                rows.Add(new ReferenceRow(line, cells));
        }

        return new ReferenceSheet(file, sheet.Name, sha256, header, headings, rows);
    }

    /// <summary>The row that names most columns of the table among the first ten; the first row when none names any.</summary>
    private static int HeaderRow(IXLWorksheet sheet, ReferenceContract contract, int lastRow, int lastColumn)
    {
        var keys = contract.Columns.Select(column => column.Key).ToHashSet();
        return Enumerable.Range(1, Math.Clamp(lastRow, 1, HeadingSearchRows))
            .MaxBy(row => Texts(sheet, row, lastColumn).Count(text => keys.Contains(text.ToLowerInvariant())));
    }

    private static List<string> Texts(IXLWorksheet sheet, int row, int lastColumn) =>
        [.. Enumerable.Range(1, lastColumn).Select(column => CellText(sheet.Cell(row, column)).Trim())];

    private static string CellText(IXLCell cell)
    {
        var value = cell.HasFormula ? cell.CachedValue : cell.Value;
        return value switch
        {
            null => "",
            DateTime moment => MomentText(moment, cell.Style),
            TimeSpan time => TimeText(time.TotalDays),
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            bool flag => flag ? "TRUE" : "FALSE",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
    }

    /// <summary>Excel counts days from 30 December 1899: a value up to 1 is a time of day.</summary>
    private static string MomentText(DateTime moment, IXLStyle style)
    {
        var days = moment.ToOADate();
        if (days is >= 0 and <= 1)
            return TimeText(days);
        if (moment.TimeOfDay != TimeSpan.Zero)
            return moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        return moment.ToString(ShowsYear(style) ? "yyyy-MM-dd" : "d-MMM", CultureInfo.InvariantCulture);
    }

    /// <summary>Built-in formats 16 (d-mmm) and those written without a y hide the year: the person typed a day and a month.</summary>
    private static bool ShowsYear(IXLStyle style) => style.NumberFormat.NumberFormatId != 16
        && (style.NumberFormat.Format.Length == 0 || style.NumberFormat.Format.Contains('y', StringComparison.OrdinalIgnoreCase)
            || style.NumberFormat.Format.Contains('ε', StringComparison.OrdinalIgnoreCase));

    private static string TimeText(double days)
    {
        var seconds = (int)Math.Round(days * 86_400);
        return $"{seconds / 3600:00}:{seconds / 60 % 60:00}" + (seconds % 60 > 0 ? $":{seconds % 60:00}" : "");
    }
}
