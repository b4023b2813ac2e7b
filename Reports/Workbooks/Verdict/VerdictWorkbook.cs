using Insights.Reports.Packs.Verdicts;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Verdict;

/// <summary>The workbook of a verdict: its answers, both sides' tickets beside each other where both are here, all tickets, and what the words mean.</summary>
internal static class VerdictWorkbook
{
    /// <summary>The same marts always give the same bytes.</summary>
    public static void Write(Stream stream, VerdictData data, Language language, Theme theme)
    {
        using var book = new Book(language, theme);
        var say = new VerdictSentences(data, language);
        AnswersSheet.Write(book.Add("verdict.sheet.answers"), data, say);
        if (data.Matches.Count > 0)
            MatchesSheet.Write(book.Add("verdict.sheet.matches"), data, say);
        VerdictTicketsSheet.Write(book.Add("verdict.sheet.tickets"), data);
        VerdictDefinitionsSheet.Write(book.Add("verdict.sheet.definitions"), data);
        Describe(book, data);
        Package.Write(stream, book, data.AsOf);
    }

    private static void Describe(Book book, VerdictData data)
    {
        var properties = book.Workbook.Properties;
        properties.Title = CellText.Of(data.Client);
        properties.Subject = book.Language.Say("verdict.subject", ("month", book.Language.Month(data.Month)));
        properties.Author = CellText.Of(data.Client);
        properties.LastModifiedBy = properties.Author;
    }
}
