using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets.Summary;

/// <summary>Who, when, how much, and up to when the data go.</summary>
internal static class HeaderSection
{
    public static int Write(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        page.Text(row, 1, data.Client, Look.Title);
        page.Sheet.Row(row).Height = 28;
        page.Logo(SummarySheet.LastColumn);
        page.Text(row + 1, 1, page.Book.Theme.Beside(language.Say("review.subtitle", ("month", language.Month(data.Month)), ("provider", data.Provider))),
            Look.Subtitle);
        page.Sentence(row + 2, 1, SummarySheet.LastColumn, Facts(data, language), Look.Note);
        return row + 4;
    }

    private static string Facts(ReviewData data, Language language)
    {
        var facts = new List<string> { language.Count("ticket", data.Card.Whole("ticket_count") ?? 0) + Kinds(data, language) };
        if (data.DataEnd is { } end)
            facts.Add(language.Say("review.until", ("moment", language.Moment(end, data.Zone))));
        if (language.ShortHistory(data.Card.Whole("trailing_month_count")) is { } history)
            facts.Add(history);
        facts.Add(language.Say("review.opens", ("sheet", language.Say("sheet.tickets"))));
        return string.Join(" · ", facts);
    }

    private static string Kinds(ReviewData data, Language language) =>
        !data.TellsKinds || data.Card.Whole("incident_count") is not { } incidents
        ? ""
        : $" ({language.Count("incident", incidents)}, {language.Count("other", (data.Card.Whole("ticket_count") ?? 0) - incidents)})";
}
