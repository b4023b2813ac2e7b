using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets;

/// <summary>Medians and P90 of response and resolution on both clocks; unanswered and open tickets stay in as waiting.</summary>
internal static class TimesTable
{
    private static readonly (string Measure, string Clock)[] Lines = [("response", "client_open"), ("response", "client"),
        ("response", "contract"), ("resolve", "client_open"), ("resolve", "client"), ("resolve", "contract")];

    public static int Write(Page page, ReviewData data, int row)
    {
        page.Say(row++, 1, "times.title", Look.Section);
        WriteHeads(page, row++);
        foreach (var (measure, clock) in Lines)
            row = WriteLine(page, data, measure, clock, row);
        return row;
    }

    private static void WriteHeads(Page page, int row)
    {
        var language = page.Book.Language;
        page.Heads(row, 1, (language.Say("head.time"), false), ("", false), (language.Say("head.period"), false),
            (language.Say("tickets"), true),
            (language.Say("head.done"), true), (language.Say("head.median"), true), (language.Say("head.interval"), true),
                (language.Say("head.p90"), true), (language.Say("head.interval"), true), (language.Say("delivered.head.closed_unanswered"), true));
        page.RaiseTo(row, 2);
    }

    private static int WriteLine(Page page, ReviewData data, string measure, string clock, int row)
    {
        var language = page.Book.Language;
        var label = $"{language.Say(measure)}, {language.Say("clock." + clock)}";
        var month = data.Times[measure].Where(r => r.Text("clock") == clock).ToList();
        var year = data.Times[measure + "_trailing"].Where(r => r.Text("clock") == clock).OrderBy(r => r.Whole("priority") ?? 0).ToList();
        foreach (var times in month)
            WriteTimes(page, times, label, language.ShortMonth(data.Month), Look.Strong, row++);
        foreach (var times in year)
            WriteTimes(page, times, Label(times, label, language), language.Say("trailing"), Look.Body, row++);
        if (measure == "response")
            foreach (var (times, i) in month.Concat(year).Select((t, i) => (t, i)))
                page.Put(row - month.Count - year.Count + i, 10, Figure.Count(times.Whole("closed_unanswered_count")).Calculated());
        return row;
    }

    private static string Label(MartRow trailing, string all, Language language) =>
        trailing.Whole("priority") is { } priority ? "   " + language.Say(FormattableString.Invariant($"priority.{priority}")) : all;

    private static void WriteTimes(Page page, MartRow times, string label, string period, Look look, int row)
    {
        page.Text(row, 1, label, look);
        page.Text(row, 3, period);
        page.Put(row, 4, Figure.Count(times.Whole("ticket_count")).Calculated());
        page.Put(row, 5, Figure.Count(times.Whole("answered_count")).Calculated());
        page.Put(row, 6, Figure.Duration(times.Whole("median_seconds")).Calculated());
        PutInterval(page, row, 7, times, "median");
        page.Put(row, 8, Figure.Duration(times.Whole("p90_seconds")).Calculated());
        PutInterval(page, row, 9, times, "p90");
    }

    private static void PutInterval(Page page, int row, int column, MartRow times, string name)
    {
        page.Put(row, column, Figure.Text(Interval(times, name)).Calculated());
        ExcelStyle.AlignRight(page.Sheet.Cell(row, column).Style);
    }

    /// <summary>The 95 % interval of a quantile ("median", "p90") in hours and minutes; its open end is dots.</summary>
    public static string Interval(MartRow times, string name) => (times.Whole(name + "_low"), times.Whole(name + "_high")) switch
    {
        ({ } low, { } high) => $"{Clock(low)}–{Clock(high)}",
        ({ } low, null) => $"{Clock(low)}–…",
        _ => "–",
    };

    /// <summary>Hours and minutes as the cells beside it show them.</summary>
    private static string Clock(long seconds) => FormattableString.Invariant($"{seconds / 3600}:{seconds / 60 % 60:00}");
}
