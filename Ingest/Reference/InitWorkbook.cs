using System.Text;
using ClosedXML.Excel;
using Insights.Analytics;

namespace Insights.Ingest.Reference;

/// <summary>
/// Writes the workbook a person begins with: a sheet per reference table, prefilled from their exports, to be kept as reference.xlsx.
/// Headings and notes are in their language; sheet names and the row of column keys are the contract's. A cell to fill is yellow.
/// </summary>
public static class InitWorkbook
{
    internal const int KeysRow = 3;
    private const int LongestCell = 32_000;

    private static readonly string[] SheetOrder =
        ["clients", "promises", "expectations", "critical_work", "calendars", "assign", "vocabulary", "aliases", "actions", "comments", "agreed_exclusions",
        "included_hours", "holidays", "settings"];

    internal static readonly XLColor ToFill = XLColor.FromHtml("#FFF2CC");
    internal static readonly XLColor Keys = XLColor.FromHtml("#E7ECF1");

    /// <param name="path">A file that is not there yet.</param>
    /// <param name="facts">What the exports say.</param>
    /// <param name="language">The language of headings and notes: <c>en</c> or <c>el</c>.</param>
    /// <exception cref="SetupException">The file exists: what a person wrote is never overwritten.</exception>
    public static void Write(string path, ExportFacts facts, string language)
    {
        RefuseToOverwrite(path, "--reference");
        using var book = new XLWorkbook();
        InitFoundSheet.Write(book.AddWorksheet(ReferenceXlsx.FoundSheet), facts, language);
        var tables = InitTables.Of(facts, language);
        foreach (var name in SheetOrder)
            WriteTable(book.AddWorksheet(name), ContractOf(name), tables[name], language);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        book.SaveAs(path);
    }

    /// <exception cref="SetupException">The file exists: what a person wrote is never overwritten.</exception>
    internal static void RefuseToOverwrite(string path, string option)
    {
        if (File.Exists(path))
            throw new SetupException(
                $"'{path}' is there already and may hold your corrections. Move it away, or give {option} another folder.",
                $"Το '{path}' υπάρχει ήδη και μπορεί να έχει διορθώσεις σας. Μετακινήστε το, ή δώστε άλλον φάκελο στο {option}.");
    }

    /// <summary>Text as a cell keeps it: never a formula, no characters a workbook cannot hold.</summary>
    internal static void SetText(IXLCell cell, string text)
    {
        var plain = string.Concat(text.EnumerateRunes().Select(letter => CanHold(letter) ? letter.ToString() : " "));
        plain = plain.Length > LongestCell ? plain[..LongestCell] : plain;
        cell.SetDataType(XLDataType.Text);
        cell.SetValue(plain);
        if (plain.Length > 0 && plain[0] is '=' or '+' or '-' or '@' or '\'')
            cell.Style.IncludeQuotePrefix = true;
    }

    private static bool CanHold(Rune letter) => !Rune.IsControl(letter) && letter.Value is not (0xFFFE or 0xFFFF);

    private static ReferenceContract ContractOf(string name) =>
        name == ReferenceContract.Assign.Name ? ReferenceContract.Assign : ReferenceContract.Named(name);

    /// <summary>The headings of a table (a sentence, a heading a column, the row of keys) and its rows below.</summary>
    internal static void WriteTable(IXLWorksheet sheet, ReferenceContract contract, IReadOnlyList<string?[]> rows, string language)
    {
        SetText(sheet.Cell(1, 1), InitWords.Sheets[contract.Name].In(language));
        sheet.Cell(1, 1).Style.Font.Bold = true;
        for (var i = 0; i < contract.Columns.Count; i++)
            WriteHeading(sheet, i + 1, contract.Columns[i].Key, language);
        for (var row = 0; row < rows.Count; row++)
            for (var i = 0; i < contract.Columns.Count; i++)
                WriteCell(sheet.Cell(KeysRow + 1 + row, i + 1), rows[row][i]);
        sheet.SheetView.FreezeRows(KeysRow);
        sheet.PageSetup.PaperSize = XLPaperSize.A4Paper;
        sheet.PageSetup.PageOrientation = XLPageOrientation.Landscape;
        sheet.PageSetup.FitToPages(1, 0);
    }

    /// <summary>Every cell below is text, so that Excel leaves 05-01 and 1-5 as they are typed.</summary>
    private static void WriteHeading(IXLWorksheet sheet, int column, string key, string language)
    {
        sheet.Column(column).Width = Width(key);
        sheet.Column(column).Style.NumberFormat.Format = "@";
        SetText(sheet.Cell(KeysRow - 1, column), InitWords.Columns[key].In(language));
        sheet.Cell(KeysRow - 1, column).Style.Font.Italic = true;
        sheet.Cell(KeysRow - 1, column).Style.Alignment.WrapText = true;
        SetText(sheet.Cell(KeysRow, column), key);
        sheet.Cell(KeysRow, column).Style.Font.Bold = true;
        sheet.Cell(KeysRow, column).Style.Fill.BackgroundColor = Keys;
    }

    private static void WriteCell(IXLCell cell, string? text)
    {
        if (text is null)
            cell.Style.Fill.BackgroundColor = ToFill;
        else if (text.Length > 0)
            SetText(cell, text);
    }

    private static double Width(string key) => key switch
    {
        "client" or "provider" or "name" or "address" or "sentence" or "note" or "mail_domains" => 32,
        "promise" or "expectation" or "activity" or "words" or "text" or "setting" => 26,
        _ => 15,
    };
}
