using ClosedXML.Excel;
using Insights.Analytics;
using Insights.Ingest.Reference;

namespace Insights.Ingest.Tests;

/// <summary>insights init --expectations: the page a client fills, and that what it fills is reference data as it stands.</summary>
public sealed class ExpectationFormTests : IDisposable
{
    private const string Clients = "client,provider,zone\nΝότος,Αίολος,Europe/Athens\nΒορράς's [A],Αίολος,Europe/Athens\n";

    private readonly ReferenceFiles _files = ReferenceFiles.Small().With("clients.csv", Clients);

    [Theory]
    [InlineData("en", "Somebody answers me within", "10 min")]
    [InlineData("el", "Μου απαντά άνθρωπος μέσα σε", "10 λεπτά")]
    public void A_page_a_client_asks_in_its_language_and_an_unfilled_one_says_nothing(string language, string question, string time)
    {
        Write(language);
        using (var book = new XLWorkbook(Workbook))
        {
            Assert.Equal(4, book.Worksheets.Count);
            var page = book.Worksheet(2);
            Assert.Equal(1, page.PageSetup.PagesWide);
            Assert.Equal(1, page.PageSetup.PagesTall);
            Assert.Contains(page.CellsUsed(), cell => cell.GetString() == question);
            Assert.Equal(2, page.CellsUsed().Count(cell => cell.GetString() == time));
        }

        var read = ReferenceReader.Read(_files.Folder);
        Assert.Empty(read.Data.Expectations);
        Assert.Empty(read.Data.CriticalWork);
        Assert.DoesNotContain(read.Notices, notice => notice.English.Contains("is no reference table", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_client_marks_and_writes_is_read_as_it_stands()
    {
        Write("el");
        Fill(book =>
        {
            var page = book.Worksheet(1);
            page.Cell(ExpectationForm.FilledRow, ExpectationForm.ClientColumn).SetValue("Εύα, 3/11");
            page.Cell(ExpectationForm.FirstPriorityRow, ExpectationForm.AnswerColumn).SetValue("x");
            page.Cell(ExpectationForm.FirstPriorityRow + 1, ExpectationForm.OtherColumn(ExpectationForm.AnswerColumn)).SetValue("45 λεπτά");
            page.Cell(ExpectationForm.FirstPriorityRow + 3, ExpectationForm.SolutionColumn + 5).SetValue(" ✓ ");
            string[] work = ["έκδοση παραστατικών", "τιμολογ*, myDATA", "ERP-01", "Δευ-Παρ", "08:00", "16:00", "1", "30m", "Μαρία"];
            foreach (var ((_, _, column, _), text) in ExpectationFormWords.CriticalColumns.Zip(work))
                page.Cell(ExpectationForm.FirstCriticalRow, column).SetValue(text);
        });
        var data = ReferenceReader.Read(_files.Folder).Data;
        Assert.Equal(
            [("Νότος", (short?)1, "response", 600L, "Εύα, 3/11"), ("Νότος", 2, "response", 2700, "Εύα, 3/11"), ("Νότος", 4, "resolve", 172_800, "Εύα, 3/11")],
            data.Expectations.Select(row => (row.Client, row.Priority, row.PromiseKind, row.Term.Seconds!.Value, row.Note!)));
        var critical = Assert.Single(data.CriticalWork);
        Assert.Equal(
            ("Νότος", "έκδοση παραστατικών", "τιμολογ*+myDATA", "ERP-01", "12345", 28_800, 57_600, (short)1, 1800L, "Μαρία"),
            (critical.Client, critical.Activity, string.Join('+', critical.Words), Assert.Single(critical.Assets), critical.Weekdays, critical.OpensSecond,
                critical.ClosesSecond, critical.Priority, critical.Term!.Seconds, critical.Note));
    }

    [Fact]
    public void A_blank_page_takes_the_name_the_client_writes()
    {
        Write("en", isBlank: true);
        Fill(book =>
        {
            book.Worksheet(1).Cell(ExpectationForm.ClientRow, ExpectationForm.ClientColumn).SetValue("Νότος");
            book.Worksheet(1).Cell(ExpectationForm.FirstPriorityRow, ExpectationForm.AnswerColumn + 2).SetValue("X");
        });
        var expectation = Assert.Single(ReferenceReader.Read(_files.Folder).Data.Expectations);
        Assert.Equal(("Νότος", 7200L), (expectation.Client, expectation.Term.Seconds));
    }

    [Fact]
    public void The_demo_providers_forms_say_again_all_that_is_known()
    {
        using var files = ReferenceFiles.Demo();
        File.AppendAllText(files.Of("expectations.csv"), "Νότος Logistics,4,response,2h,2025-01-01,2025-12-31,παλιά\nΝότος Logistics,*,start,1h,,,\n");
        var before = ReferenceReader.Read(files.Folder).Data;
        ExpectationFormWorkbook.Write(files.Of("reference.xlsx"), [.. before.Clients.Select(row => row.Client)], before, "el");
        var after = ReferenceReader.Read(files.Folder).Data;
        Assert.Equal(before.Expectations.Select(Said).Order(), after.Expectations.Select(Said).Order());
        Assert.Equal(before.CriticalWork.Select(Said).Order(), after.CriticalWork.Select(Said).Order());
    }

    [Fact]
    public void What_a_client_wrote_is_never_overwritten()
    {
        Write("el");
        Assert.Contains("is there already", Assert.Throws<SetupException>(() => Write("el")).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _files.Dispose();

    private string Workbook => _files.Of(ReferenceFolder.WorkbookName);

    private static string Said(ReferencePromise row) => $"{row.Client}|{row.Priority}|{row.PromiseKind}|{row.Term.Seconds}|{row.ValidFrom}|{row.ValidTo}|{row.Note}";

    private static string Said(ReferenceCriticalWork row) =>
        $"{row.Client}|{row.Activity}|{string.Join(',', row.Words)}|{string.Join(',', row.Assets)}|{row.Weekdays}|{row.OpensSecond}|{row.ClosesSecond}|{row.Priority}|{row.Term}|{row.Note}";

    private void Write(string language, bool isBlank = false)
    {
        var known = ReferenceReader.Read(_files.Folder).Data;
        ExpectationFormWorkbook.Write(Workbook, isBlank ? [] : [.. known.Clients.Select(row => row.Client)], known, language);
    }

    /// <summary>As a person does in Excel: fill cells, let the formulas follow, save.</summary>
    private void Fill(Action<XLWorkbook> fill)
    {
        using var book = new XLWorkbook(Workbook);
        fill(book);
        book.SaveAs(Workbook, new SaveOptions { EvaluateFormulasBeforeSaving = true });
    }
}
