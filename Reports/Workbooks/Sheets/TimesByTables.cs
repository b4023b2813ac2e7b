using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets;

/// <summary>How soon half and nine of ten tickets of each priority and kind were answered and resolved, over twelve months.</summary>
internal static class TimesByTables
{
    private static readonly string[] Dimensions = ["priority", "kind"];

    public static int Write(Page page, ReviewData data, int row)
    {
        page.Sentence(row++, 1, BreakdownSheet.LastColumn, page.Book.Language.Say("breakdown.times.text", ("minimum", page.Book.Language.Whole(data.MinimumN))));
        foreach (var dimension in Dimensions)
            row = WriteDimension(page, data, dimension, row) + 1;
        return row;
    }

    private static int WriteDimension(Page page, ReviewData data, string dimension, int row)
    {
        var language = page.Book.Language;
        var values = data.Delivered.TimesBy.Where(r => r.Text("dimension") == dimension).GroupBy(r => r.Text("value")).ToList();
        if (values.All(v => v.Key is null))
            return page.Heading(row, BreakdownSheet.LastColumn, "breakdown.times." + dimension, language.Say("delivered.needs", ("needs", language.Say("breakdown.needs." + dimension))));

        page.Say(row, 1, "breakdown.times." + dimension, Look.Section);
        page.Sheet.Row(row).Height = 21;
        BreakdownSheet.WriteHeads(page, row + 1, [language.Say("tickets"), language.Say("head.median"), language.Say("head.p90"), language.Say("breakdown.head.interval")]);
        row += 3;
        foreach (var value in Ordered(values, dimension))
        {
            var at = row++;
            BreakdownSheet.WriteBlocks(page, Label(dimension, value.Key, language), [.. value], at, (times, column) => WriteTimes(page, data, times, at, column));
        }

        return row;
    }

    /// <summary>The most urgent first, of kinds the most frequent; what is not stated last.</summary>
    private static IEnumerable<IGrouping<string?, MartRow>> Ordered(List<IGrouping<string?, MartRow>> values, string dimension) =>
        values.OrderBy(v => v.Key is null).ThenByDescending(v => dimension == "priority" ? 0 : v.Max(r => r.Whole("ticket_count"))).ThenBy(v => v.Key, StringComparer.Ordinal);

    private static string Label(string dimension, string? value, Language language) =>
        Language.Capitalised(language.Say(value is null ? "not_stated" : $"{dimension}.{value}"));

    /// <summary>How many, and where they are enough the median, the 90th percentile and the median's interval.</summary>
    private static void WriteTimes(Page page, ReviewData data, MartRow times, int row, int column)
    {
        BreakdownSheet.PutRight(page, row, column, Figure.Count(times.Whole("ticket_count")).Calculated());
        if (times.Whole("ticket_count") < data.MinimumN)
            return;

        BreakdownSheet.PutRight(page, row, column + 1, Within(times.Whole("median_seconds")));
        BreakdownSheet.PutRight(page, row, column + 2, Within(times.Whole("p90_seconds")));
        if (times.Whole("median_seconds") is not null)
            BreakdownSheet.PutRight(page, row, column + 3, Figure.Text(TimesTable.Interval(times, "median")).Calculated());
    }

    /// <summary>Dots, as at the open end of an interval, where not so many are done.</summary>
    private static Figure Within(long? seconds) => seconds is null ? Figure.Text("…") : Figure.Duration(seconds).Calculated();
}
