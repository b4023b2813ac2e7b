using System.Globalization;
using ClosedXML.Excel;
using Insights.Analytics;

namespace Insights.Ingest.Reference;

/// <summary>
/// Writes the workbook of <c>insights init --expectations</c>: a page per client to fill (or one blank page), and the sheets
/// <c>expectations</c> and <c>critical_work</c> that read the pages, so that the file, kept as reference.xlsx, is reference data as it stands.
/// </summary>
public static class ExpectationFormWorkbook
{
    private const int LongestSheetName = 31;

    private static readonly (string Kind, int Column)[] Kinds =
        [("response", ExpectationForm.AnswerColumn), ("resolve", ExpectationForm.SolutionColumn)];

    /// <summary>The name of the file in a language.</summary>
    public static string FileName(string language) => $"expectations-form-{language}.xlsx";

    /// <param name="path">A file that is not there yet.</param>
    /// <param name="clients">The clients to ask; none: one blank page.</param>
    /// <param name="known">What is known already; it is marked on the pages, and rows the pages do not ask for are kept.</param>
    /// <param name="language">The language of the pages: <c>en</c> or <c>el</c>.</param>
    /// <exception cref="SetupException">The file exists.</exception>
    public static void Write(string path, IReadOnlyList<string> clients, ReferenceData known, string language)
    {
        InitWorkbook.RefuseToOverwrite(path, "--out");
        using var book = new XLWorkbook();
        var asked = new List<(IXLWorksheet Sheet, string? Client)>();
        foreach (var client in clients.Count == 0 ? [null] : clients.Select(client => (string?)client))
            asked.Add((book.AddWorksheet(SheetName(asked.Count + 1, client)), client));
        foreach (var (sheet, client) in asked)
            new ExpectationForm(sheet, language).Write(
                client, [.. known.Expectations.Where(row => row.Client == client && IsAsked(row))], [.. WorkOf(known, client).Take(ExpectationForm.CriticalRows)]);
        WriteExpectations(book, asked, known, language);
        WriteCriticalWork(book, asked, known, language);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        book.SaveAs(path, new SaveOptions { EvaluateFormulasBeforeSaving = true });
    }

    /// <summary>What a page asks: priorities 1 to 4, answer and solution, as it holds today.</summary>
    private static bool IsAsked(ReferencePromise row) => row is { Priority: >= 1 and <= 4, ValidTo: null, PromiseKind: "response" or "resolve" };

    private static IEnumerable<ReferenceCriticalWork> WorkOf(ReferenceData known, string? client) => known.CriticalWork.Where(row => row.Client == client);

    private static string SheetName(int number, string? client)
    {
        var name = string.Concat($"{ReferenceXlsx.FormSheet}{number} {client}".Select(c => "[]:*?/\\'".Contains(c) || char.IsControl(c) ? ' ' : c)).Trim();
        return name.Length > LongestSheetName ? name[..LongestSheetName].Trim() : name;
    }

    private static void WriteExpectations(
        XLWorkbook book, List<(IXLWorksheet Sheet, string? Client)> asked, ReferenceData known, string language)
    {
        var sheet = Table(book, "expectations", [.. known.Expectations.Where(row => !IsOnAPage(row, asked)).Select(Kept)], language);
        var line = sheet.LastRowUsed()!.RowNumber();
        foreach (var (form, client) in asked)
            foreach (var (kind, column) in Kinds)
                for (var priority = 1; priority <= ExpectationFormWords.Priorities.Count; priority++)
                {
                    var before = known.Expectations.FirstOrDefault(row => row.Client == client && row.Priority == priority && row.PromiseKind == kind && IsAsked(row));
                    Formula(sheet.Cell(++line, 1), Copy(form, ExpectationForm.ClientRow, ExpectationForm.ClientColumn));
                    InitWorkbook.SetText(sheet.Cell(line, 2), priority.ToString(CultureInfo.InvariantCulture));
                    InitWorkbook.SetText(sheet.Cell(line, 3), kind);
                    Formula(sheet.Cell(line, 4), Chosen(form, ExpectationForm.FirstPriorityRow + priority - 1, column));
                    InitWorkbook.SetText(sheet.Cell(line, 5), Day(before?.ValidFrom));
                    Formula(sheet.Cell(line, 7), FilledBy(form, before?.Note));
                }
    }

    private static bool IsOnAPage(ReferencePromise row, List<(IXLWorksheet Sheet, string? Client)> asked) =>
        IsAsked(row) && asked.Any(page => page.Client == row.Client);

    private static string?[] Kept(ReferencePromise row) =>
    [
        row.Client, row.Priority?.ToString(CultureInfo.InvariantCulture) ?? "*", row.PromiseKind, row.Text, Day(row.ValidFrom), Day(row.ValidTo), row.Note ?? "",
    ];

    private static void WriteCriticalWork(
        XLWorkbook book, List<(IXLWorksheet Sheet, string? Client)> asked, ReferenceData known, string language)
    {
        var columns = ReferenceContract.Named("critical_work").Columns.Select(column => column.Key).ToList();
        var kept = known.CriticalWork.GroupBy(row => row.Client)
            .SelectMany(client => client.Skip(asked.Any(page => page.Client == client.Key) ? ExpectationForm.CriticalRows : 0));
        var sheet = Table(book, "critical_work", [.. kept.Select(row => Kept(row, columns))], language);
        var line = sheet.LastRowUsed()!.RowNumber();
        foreach (var (form, _) in asked)
            for (var row = ExpectationForm.FirstCriticalRow; row < ExpectationForm.FirstCriticalRow + ExpectationForm.CriticalRows; row++)
            {
                Formula(sheet.Cell(++line, 1), Copy(form, ExpectationForm.ClientRow, ExpectationForm.ClientColumn));
                foreach (var (key, _, from, _) in ExpectationFormWords.CriticalColumns)
                    Formula(sheet.Cell(line, columns.IndexOf(key) + 1), Copy(form, row, from));
            }
    }

    private static string?[] Kept(ReferenceCriticalWork row, List<string> columns)
    {
        var cells = ExpectationForm.Known(row);
        return [.. columns.Select(key => key == "client" ? row.Client : cells[key])];
    }

    private static IXLWorksheet Table(XLWorkbook book, string name, IReadOnlyList<string?[]> rows, string language)
    {
        var sheet = book.AddWorksheet(name);
        InitWorkbook.WriteTable(sheet, ReferenceContract.Named(name), rows, language);
        InitWorkbook.SetText(sheet.Cell(1, 1), ExpectationFormWords.ExpectationsSheet.In(language));
        return sheet;
    }

    private static void Formula(IXLCell cell, string formula)
    {
        cell.Style.NumberFormat.SetFormat("General");
        cell.FormulaA1 = formula;
    }

    private static string Copy(IXLWorksheet form, int row, int column) => $"TRIM({At(form, row, column)})";

    /// <summary>The time marked first from the left, else the one written.</summary>
    private static string Chosen(IXLWorksheet form, int row, int first)
    {
        var formula = Copy(form, row, ExpectationForm.OtherColumn(first));
        for (var i = ExpectationFormWords.Times.Count - 1; i >= 0; i--)
            formula = $"IF(TRIM({At(form, row, first + i)})<>\"\",\"{ExpectationFormWords.Times[i].Written}\",{formula})";
        return formula;
    }

    private static string FilledBy(IXLWorksheet form, string? before)
    {
        var filled = Copy(form, ExpectationForm.FilledRow, ExpectationForm.ClientColumn);
        return $"IF({filled}<>\"\",{filled},\"{(before ?? "").Replace("\"", "\"\"", StringComparison.Ordinal)}\")";
    }

    private static string At(IXLWorksheet form, int row, int column) => $"'{form.Name}'!{form.Cell(row, column).Address.ToStringFixed()}";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
