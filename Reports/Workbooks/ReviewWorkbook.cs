using Insights.Analytics;
using Insights.Reports.Style;
using Insights.Reports.Workbooks.Sheets;

namespace Insights.Reports.Workbooks;

/// <summary>
/// The workbook of a monthly client review. Counts, sums and ratios are formulas over its tickets; what a formula cannot give
/// is marked as calculated. The same marts always give the same bytes.
/// </summary>
public static class ReviewWorkbook
{
    /// <summary>Writes the review of a client and month to a file, replacing it.</summary>
    /// <param name="file">Where to; its folder must exist.</param>
    /// <param name="marts">Where the figures come from.</param>
    /// <param name="client">The client as the marts name it.</param>
    /// <param name="month">The first day of the month under review.</param>
    /// <param name="language">The reader's language.</param>
    /// <exception cref="SetupException">The client has no tickets in that month.</exception>
    public static void Write(string file, Marts marts, string client, DateOnly month, Language language)
    {
        using var bytes = new MemoryStream();
        Write(bytes, marts, client, month, language);
        File.WriteAllBytes(file, bytes.ToArray());
    }

    /// <summary>Writes the review of a client and month to a stream.</summary>
    /// <exception cref="SetupException">The client has no tickets in that month.</exception>
    public static void Write(Stream stream, Marts marts, string client, DateOnly month, Language language) =>
        Write(stream, ReviewData.Read(marts, client, month), language, Theme.House);

    internal static void Write(Stream stream, ReviewData data, Language language, Theme theme)
    {
        using var book = new Book(language, theme);
        var pages = ReviewSheets.Of(data).ToDictionary(key => key, book.Add);
        TicketsSheet.Write(pages["sheet.tickets"], data);
        FiguresSheet.Write(pages["sheet.figures"], data);
        SummarySheet.Write(pages["sheet.summary"], data);
        DeliveredSheet.Write(pages["sheet.delivered"], data);
        PrioritiesSheet.Write(pages["sheet.priorities"], data);
        DiffersSheet.Write(pages["sheet.differs"], data);
        BreakdownSheet.Write(pages["sheet.breakdown"], data);
        ContactSheet.Write(pages["sheet.contact"], data);
        ResponseSheet.Write(pages["sheet.response"], data);
        RepeatsSheet.Write(pages["sheet.repeats"], data);
        ManagedSheet.Write(pages["sheet.managed"], data);
        if (pages.TryGetValue(ReviewSheets.Hours, out var hours))
            HoursSheet.Write(hours, data);
        MeetingSheet.Write(pages["sheet.meeting"], data);
        DefinitionsSheet.Write(pages["sheet.definitions"], data);
        Describe(book, data);
        Package.Write(stream, book, data.DataEnd ?? data.Month.AddMonths(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
    }

    private static void Describe(Book book, ReviewData data)
    {
        var properties = book.Workbook.Properties;
        properties.Title = CellText.Of($"{data.Client} · {book.Language.Month(data.Month)}");
        properties.Subject = book.Language.Say("review.title");
        properties.Author = CellText.Of(data.Provider);
        properties.LastModifiedBy = properties.Author;
    }
}

/// <summary>The sheets of a review in the order of their tabs.</summary>
internal static class ReviewSheets
{
    public const string Hours = "sheet.hours";

    private static readonly string[] Keys =
    [
        "sheet.summary", "sheet.delivered", "sheet.priorities", "sheet.differs", "sheet.response", "sheet.breakdown", "sheet.contact", "sheet.repeats",
        "sheet.managed", Hours, "sheet.meeting", "sheet.tickets", "sheet.definitions", "sheet.figures",
    ];

    /// <summary>That of hours only where there are time entries or included hours.</summary>
    public static IEnumerable<string> Of(ReviewData data) => Keys.Where(key => key != Hours || data.Hours.Now is not null);
}
