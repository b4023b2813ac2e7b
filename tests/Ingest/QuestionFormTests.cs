using ClosedXML.Excel;
using Insights.Analytics;
using Insights.Ingest.Reference;

namespace Insights.Ingest.Tests;

public sealed class QuestionFormTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("el")]
    public void A_form_filled_from_its_own_choices_is_reference_data(string language)
    {
        using var files = ReferenceFiles.Small();
        var form = files.Of(QuestionForm.FileName(language));
        QuestionForm.Write(form, ["Νότος"], language);
        using (var book = new XLWorkbook(form))
        {
            var sheet = book.Worksheet("answers");
            for (var row = 4; row <= sheet.LastRowUsed()!.RowNumber(); row++)
                sheet.Cell(row, 3).Value = book.Worksheet(2).Cell(row - 3, 4).GetString();
            files.With("answers.csv", string.Join('\n', sheet.Rows(3, sheet.LastRowUsed()!.RowNumber())
                .Select(row => string.Join(',', row.Cells(1, 5).Select(cell => $"\"{cell.GetString()}\"")))));
        }

        File.Delete(form);
        var answers = ReferenceReader.Read(files.Folder).Data.Answers;
        Assert.Equal(Questionnaires.All.Select(q => (q.Code, q.Answers[2].Code)), answers.Select(a => (a.Question, a.Answer)));
    }

    [Fact]
    public void A_form_left_empty_waits_and_a_form_that_is_there_is_not_overwritten()
    {
        using var files = ReferenceFiles.Small();
        var form = files.Of("form.xlsx");
        QuestionForm.Write(form, [], "en");
        Assert.Throws<SetupException>(() => QuestionForm.Write(form, [], "en"));
    }

    [Fact]
    public void Each_answer_of_a_question_is_told_from_the_others_in_both_languages()
    {
        foreach (var question in Questionnaires.All)
            Assert.Equal(2 * question.Answers.Count, question.Answers.SelectMany(a => new[] { a.English, a.Greek }).Distinct().Count());
        Assert.Equal(15, Questionnaires.All.Select(q => q.Code).Distinct().Count());
    }
}
