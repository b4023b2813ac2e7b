using System.Globalization;
using ClosedXML.Excel;

namespace Insights.Ingest.Reference;

/// <summary>
/// The page on which a client says what it expects: a mark per priority for the first answer and for the solution, and the work it cannot be
/// without. One A4 page, to be filled on paper or on the screen; what is known already is marked.
/// </summary>
internal sealed class ExpectationForm
{
    public const int FirstPriorityRow = 7;
    public const int ClientColumn = 3;
    public const int ClientRow = 2;
    public const int FilledRow = 3;

    /// <summary>The first column of the marks for the first answer and for the solution.</summary>
    public const int AnswerColumn = 3;
    public const int SolutionColumn = 10;
    public const int CriticalRows = 6;

    private const int LastColumn = 16;
    private const string Mark = "x";

    private readonly IXLWorksheet _sheet;
    private readonly string _language;

    public ExpectationForm(IXLWorksheet sheet, string language)
    {
        _sheet = sheet;
        _language = language;
    }

    public static int FirstCriticalRow => FirstPriorityRow + ExpectationFormWords.Priorities.Count + 3;

    /// <summary>The cell in which a time other than those to choose from is written.</summary>
    public static int OtherColumn(int firstColumn) => firstColumn + ExpectationFormWords.Times.Count;

    /// <summary>Fills the sheet with the questions, and marks what is known; client null: a blank form, on which the client writes its name.</summary>
    public void Write(string? client, IReadOnlyList<ReferencePromise> expectations, IReadOnlyList<ReferenceCriticalWork> work)
    {
        SetUpPage();
        WriteTop(client);
        WriteQuestions();
        WriteCritical(work);
        foreach (var row in expectations.Where(row => row.Priority is <= 4))
            MarkExpectation(row);
    }

    private void SetUpPage()
    {
        _sheet.Style.Font.FontSize = 10;
        _sheet.PageSetup.PaperSize = XLPaperSize.A4Paper;
        _sheet.PageSetup.PageOrientation = XLPageOrientation.Landscape;
        _sheet.PageSetup.FitToPages(1, 1);
        _sheet.PageSetup.CenterHorizontally = true;
        _sheet.PageSetup.Margins.SetLeft(0.5).SetRight(0.5).SetTop(0.5).SetBottom(0.5);
        _sheet.ShowGridLines = false;
        for (var column = 1; column <= LastColumn; column++)
            _sheet.Column(column).Width = column switch { 1 => 5, 2 => 34, AnswerColumn + 6 or SolutionColumn + 6 => 11, _ => 7.6 };
    }

    private void WriteTop(string? client)
    {
        Text(1, 1, LastColumn, ExpectationFormWords.Title.In(_language)).Style.Font.SetBold().Font.SetFontSize(16);
        Text(ClientRow, 1, 2, ExpectationFormWords.Client.In(_language)).Style.Font.SetBold();
        Fill(ClientRow, ClientColumn, SolutionColumn - 1, client);
        Text(FilledRow, 1, 2, ExpectationFormWords.FilledBy.In(_language)).Style.Font.SetBold();
        Fill(FilledRow, ClientColumn, SolutionColumn - 1, null);
        Text(4, 1, LastColumn, ExpectationFormWords.Lead.In(_language)).Style.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Center);
        _sheet.Row(4).Height = 40;
        foreach (var row in new[] { ClientRow, FilledRow })
            _sheet.Row(row).Height = 22;
    }

    private void WriteQuestions()
    {
        Heading(5, 1, 2, ExpectationFormWords.Priority.In(_language));
        foreach (var (column, question) in new[] { (AnswerColumn, ExpectationFormWords.Answer), (SolutionColumn, ExpectationFormWords.Solution) })
        {
            Heading(5, column, OtherColumn(column), question.In(_language));
            for (var i = 0; i < ExpectationFormWords.Times.Count; i++)
                Heading(6, column + i, column + i, ExpectationFormWords.Times[i].Shown.In(_language));
            Heading(6, OtherColumn(column), OtherColumn(column), ExpectationFormWords.Other.In(_language));
        }

        Heading(6, 1, 2, "");
        for (var i = 0; i < ExpectationFormWords.Priorities.Count; i++)
            WritePriority(FirstPriorityRow + i, i + 1, ExpectationFormWords.Priorities[i].In(_language));
    }

    private void WritePriority(int row, int priority, string meaning)
    {
        _sheet.Row(row).Height = 34;
        Heading(row, 1, 1, priority.ToString(CultureInfo.InvariantCulture));
        var cell = Text(row, 2, 2, meaning);
        cell.Style.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Center);
        Frame(cell.AsRange());
        for (var column = AnswerColumn; column <= LastColumn; column++)
            Fill(row, column, column, null).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center);
    }

    private void WriteCritical(IReadOnlyList<ReferenceCriticalWork> work)
    {
        var headings = FirstCriticalRow - 1;
        Text(headings - 1, 1, LastColumn, ExpectationFormWords.Critical.In(_language)).Style.Font.SetBold();
        foreach (var (_, shown, from, to) in ExpectationFormWords.CriticalColumns)
            Heading(headings, from, to, shown.In(_language));
        for (var i = 0; i < CriticalRows; i++)
        {
            _sheet.Row(FirstCriticalRow + i).Height = 40;
            var known = i < work.Count ? Known(work[i]) : null;
            foreach (var (key, _, from, to) in ExpectationFormWords.CriticalColumns)
                Fill(FirstCriticalRow + i, from, to, known?[key]);
        }

        Text(FirstCriticalRow + CriticalRows, 1, LastColumn, ExpectationFormWords.FormFoot.In(_language)).Style.Font.SetItalic().Font.SetFontSize(9);
    }

    /// <summary>The cells of a row of critical work as a person would write them.</summary>
    public static IReadOnlyDictionary<string, string> Known(ReferenceCriticalWork row) => new Dictionary<string, string>
    {
        ["activity"] = row.Activity,
        ["words"] = string.Join(", ", row.Words),
        ["assets"] = string.Join(", ", row.Assets),
        ["days"] = row.Weekdays is null ? "" : row.Weekdays == "12345" ? "Mon-Fri" : row.Weekdays == "1234567" ? "daily" : string.Join(',', row.Weekdays.ToCharArray()),
        ["from"] = TimeText(row.OpensSecond),
        ["until"] = TimeText(row.ClosesSecond > 86_400 ? row.ClosesSecond - 86_400 : row.ClosesSecond),
        ["priority"] = row.Priority.ToString(CultureInfo.InvariantCulture),
        ["expectation"] = row.Expectation ?? "",
        ["note"] = row.Note ?? "",
    };

    private static string TimeText(int? second) => second is { } s ? string.Create(CultureInfo.InvariantCulture, $"{s / 3600:00}:{s / 60 % 60:00}") : "";

    private void MarkExpectation(ReferencePromise expectation)
    {
        var row = FirstPriorityRow + expectation.Priority!.Value - 1;
        var first = expectation.PromiseKind == "response" ? AnswerColumn : SolutionColumn;
        var at = ExpectationFormWords.Times.ToList().FindIndex(time => time.Seconds == expectation.Term.Seconds);
        InitWorkbook.SetText(_sheet.Cell(row, at < 0 ? OtherColumn(first) : first + at), at < 0 ? expectation.Text : Mark);
    }

    private IXLCell Text(int row, int from, int to, string text)
    {
        if (to > from)
            _sheet.Range(row, from, row, to).Merge();
        InitWorkbook.SetText(_sheet.Cell(row, from), text);
        return _sheet.Cell(row, from);
    }

    private void Heading(int row, int from, int to, string text)
    {
        var cell = Text(row, from, to, text);
        cell.Style.Font.SetBold().Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center).Alignment.SetVertical(XLAlignmentVerticalValues.Center);
        cell.Style.Alignment.SetWrapText();
        Frame(_sheet.Range(row, from, row, to)).Style.Fill.BackgroundColor = InitWorkbook.Keys;
    }

    /// <summary>A cell to fill: framed, yellow, text, so that Excel leaves what is typed as it is.</summary>
    private IXLCell Fill(int row, int from, int to, string? text)
    {
        var cell = Text(row, from, to, text ?? "");
        var range = Frame(_sheet.Range(row, from, row, to));
        range.Style.Fill.SetBackgroundColor(InitWorkbook.ToFill).NumberFormat.SetFormat("@").Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Center);
        return cell;
    }

    private static IXLRange Frame(IXLRange range)
    {
        range.Style.Border.SetOutsideBorder(XLBorderStyleValues.Thin).Border.SetOutsideBorderColor(XLColor.Gray);
        return range;
    }
}
