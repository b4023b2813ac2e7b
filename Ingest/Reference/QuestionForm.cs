using ClosedXML.Excel;
using Insights.Analytics;

namespace Insights.Ingest.Reference;

/// <summary>
/// Writes the workbook of <c>insights init --questions</c>: the sheet <c>answers</c> with a row per client and question, to choose an answer in
/// each, and the answers to choose from beside it.
/// </summary>
public static class QuestionForm
{
    private const int FirstRow = 4;
    private const int AnswerColumn = 3;
    private const int NoteColumn = 5;

    private static readonly Message Title = new(
        "How much support do you need, and how soon? Choose an answer in each yellow cell; leave out what you do not know.",
        "Πόση υποστήριξη χρειάζεστε, και πόσο γρήγορα; Επιλέξτε μια απάντηση σε κάθε κίτρινο κελί· αφήστε κενό ό,τι δεν γνωρίζετε.");

    private static readonly Message Where = new(
        "Then save this sheet as answers.csv in the folder of the reference data, or copy it into reference.xlsx.",
        "Ύστερα αποθηκεύστε αυτό το φύλλο ως answers.csv στον φάκελο των στοιχείων αναφοράς, ή αντιγράψτε το στο reference.xlsx.");

    /// <summary>The name of the file in a language.</summary>
    public static string FileName(string language) => $"questions-{language}.xlsx";

    /// <param name="path">A file that is not there yet.</param>
    /// <param name="clients">The clients to ask; none: one without a name, to be written.</param>
    /// <param name="language">The language of the questions: <c>en</c> or <c>el</c>.</param>
    /// <exception cref="SetupException">The file exists.</exception>
    public static void Write(string path, IReadOnlyList<string> clients, string language)
    {
        InitWorkbook.RefuseToOverwrite(path, "--out");
        using var book = new XLWorkbook();
        var (sheet, choices) = (book.AddWorksheet("answers"), book.AddWorksheet(language == "el" ? "επιλογές" : "choices"));
        WriteTop(sheet, language);
        WriteChoices(choices, language);
        var row = FirstRow;
        foreach (var client in clients.Count == 0 ? [""] : clients)
            foreach (var (question, at) in Questionnaires.All.Select((q, i) => (q, i + 1)))
                WriteQuestion(sheet, row++, client, question, choices.Range(at, 2, at, 1 + question.Answers.Count), language);
        choices.Hide();
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        book.SaveAs(path);
    }

    private static void WriteTop(IXLWorksheet sheet, string language)
    {
        double[] widths = [28, 22, 32, 14, 90];
        for (var i = 0; i < widths.Length; i++)
            sheet.Column(i + 1).Width = widths[i];
        sheet.Columns(1, NoteColumn).Style.NumberFormat.Format = "@";
        InitWorkbook.SetText(sheet.Cell(1, 1), Title.In(language));
        InitWorkbook.SetText(sheet.Cell(2, 1), Where.In(language));
        var columns = ReferenceContract.Named("answers").Columns;
        for (var i = 0; i < columns.Count; i++)
            InitWorkbook.SetText(sheet.Cell(FirstRow - 1, i + 1), columns[i].Key);
        sheet.Range(1, 1, 1, 1).Style.Font.Bold = true;
        sheet.Range(FirstRow - 1, 1, FirstRow - 1, NoteColumn).Style.Font.Bold = true;
        sheet.SheetView.FreezeRows(FirstRow - 1);
        sheet.PageSetup.PaperSize = XLPaperSize.A4Paper;
        sheet.PageSetup.PageOrientation = XLPageOrientation.Landscape;
        sheet.PageSetup.FitToPages(1, 0);
    }

    private static void WriteChoices(IXLWorksheet choices, string language)
    {
        var row = 1;
        foreach (var question in Questionnaires.All)
        {
            InitWorkbook.SetText(choices.Cell(row, 1), question.Code);
            for (var i = 0; i < question.Answers.Count; i++)
                InitWorkbook.SetText(choices.Cell(row, 2 + i), In(question.Answers[i].English, question.Answers[i].Greek, language));
            row++;
        }
    }

    private static void WriteQuestion(IXLWorksheet sheet, int row, string client, Question question, IXLRange choices, string language)
    {
        InitWorkbook.SetText(sheet.Cell(row, 1), client);
        InitWorkbook.SetText(sheet.Cell(row, 2), question.Code);
        sheet.Range(row, AnswerColumn, row, AnswerColumn + 1).Style.Fill.BackgroundColor = XLColor.LightYellow;
        sheet.Range(row, AnswerColumn, row, AnswerColumn).SetDataValidation().List(choices, true);
        InitWorkbook.SetText(sheet.Cell(row, NoteColumn), In(question.English, question.Greek, language));
    }

    private static string In(string english, string greek, string language) => language == "el" ? greek : english;
}
