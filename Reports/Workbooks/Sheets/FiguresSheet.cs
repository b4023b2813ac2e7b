using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets;

/// <summary>What the charts by month are drawn from: one row per month, the last one the month under review.</summary>
internal static class FiguresSheet
{
    public const int HeadRow = 3;
    public const int FirstRow = HeadRow + 1;
    public const int Months = 12;

    public const int TicketsColumn = 3;
    public const int ResolvedColumn = 4;
    public const int RepeatsColumn = 8;

    private static readonly string[] Heads = ["label", "month", "tickets", "resolved", "response", "resolve", "target", "repeats", "waited",
        "counted", "open"];

    public static void Write(Page page, ReviewData data)
    {
        page.Widths(10, 11, 10, 11, 14, 14, 9, 16, 13, 13, 14);
        page.Say(1, 1, "sheet.figures", Look.Section);
        for (var i = 0; i < Heads.Length; i++)
            page.Say(HeadRow, i + 1, "figures." + Heads[i], i == 0 ? Look.Head : Look.HeadRight);
        page.RaiseTo(HeadRow, 3);
        for (var i = 0; i < Months; i++)
            WriteMonth(page, data, data.FirstMonth.AddMonths(i), FirstRow + i);
        page.Book.Name(Formula.ReviewMonth, page.Sheet.Range(FirstRow + Months - 1, 2, FirstRow + Months - 1, 2));
        page.Sentence(FirstRow + Months + 1, 1, Heads.Length, page.Book.Language.Say("foot.mark"), Look.Note);
        ExcelStyle.Print(page.Sheet, page.Book.Language, SheetFoot.Of(page, data), landscape: false);
    }

    /// <summary>The cells of a column, for a chart.</summary>
    public static string Range(Page page, int column) => FormattableString.Invariant(
        $"{SheetName(page)}!${Letter(column)}${FirstRow}:${Letter(column)}${FirstRow + Months - 1}");

    /// <summary>The head of a column, for the name of a series.</summary>
    public static string HeadOf(Page page, int column) => FormattableString.Invariant($"{SheetName(page)}!${Letter(column)}${HeadRow}");

    public static ChartTexts MonthLabels(Page page, ReviewData data) => new(Range(page, 1),
        [.. Enumerable.Range(0, Months).Select(i => page.Book.Language.ShortMonth(data.FirstMonth.AddMonths(i)))]);

    public static ChartSeries Series(Page page, int column, SeriesShape shape, Ink colour, IReadOnlyList<double?> values) => new(
        shape, new ChartTexts(HeadOf(page, column), [page.Book.Language.Say("figures." + Heads[column - 1])]),
            new ChartNumbers(Range(page, column), values), colour);

    public static IReadOnlyList<double?> ByMonth(ReviewData data, Func<DateOnly, double?> value) =>
        [.. Enumerable.Range(0, Months).Select(i => value(data.FirstMonth.AddMonths(i)))];

    public static MartRow? CardOf(ReviewData data, DateOnly month) => data.Cards.FirstOrDefault(r => r.Date("month") == month);

    public static MartRow? AttainmentOf(ReviewData data, DateOnly month, string kind) =>
        data.AttainmentByMonth.FirstOrDefault(r => r.Date("month") == month && r.Text("promise_kind") == kind);

    /// <summary>Hours of the wait for a first response with the client's office open; null where the month knows none.</summary>
    public static double? OpenHours(ReviewData data, DateOnly month)
    {
        var known = data.Counted.Where(t => t.Date("month") == month).Select(data.OpenSeconds).OfType<long>().ToList();
        return known.Count == 0 ? null : known.Sum() / 3600.0;
    }

    private static void WriteMonth(Page page, ReviewData data, DateOnly month, int row)
    {
        var card = CardOf(data, month);
        page.Text(row, 1, page.Book.Language.ShortMonth(month));
        page.Put(row, 2, Figure.Month(month));
        page.Put(row, 3, Figure.Count(card?.Whole("ticket_count") ?? 0).Live(Formula.Count("t_month",
            FormattableString.Invariant($"$B{row}"))));
        PutIfKnown(page, row, 4, Figure.Count(card?.Whole("resolved_count")).Calculated());
        PutAttained(page, row, 5, "response", AttainmentOf(data, month, "response"));
        PutAttained(page, row, 6, "resolve", AttainmentOf(data, month, "resolve"));
        PutIfKnown(page, row, 7, Figure.Ratio(AttainmentOf(data, month, "response")?.Number("target_ratio")));
        PutIfKnown(page, row, 8, Figure.Count(card?.Whole("repeat_30d_count")).Calculated());
        PutHours(page, row, 9, "client", card);
        PutHours(page, row, 10, "contract", card);
        PutIfKnown(page, row, 11, new Figure(OpenHours(data, month), Unit.Count)
            .Live(Formula.Sum("t_response_open", "t_month", FormattableString.Invariant($"$B{row}")) + "*24"));
    }

    private static void PutAttained(Page page, int row, int column, string kind, MartRow? attainment)
    {
        string Count(string outcome) => Formula.Count([
            "t_month", FormattableString.Invariant($"$B{row}"), .. Formula.Outcome(page.Book.Language, kind, outcome)]);
        var ratio = Figure.Ratio(attainment?.Number("attained_ratio"));
        PutIfKnown(page, row, column, ratio.Live($"{Count("met")}/({Count("met")}+{Count("breached")})"));
    }

    private static void PutHours(Page page, int row, int column, string clock, MartRow? card) =>
        PutIfKnown(page, row, column, Figure.Hours(card?.Whole($"response_{clock}_seconds_total"))
            .Live(Formula.Sum($"t_response_{clock}", "t_month", FormattableString.Invariant($"$B{row}")) + "*24"));

    /// <summary>An empty cell is a gap in a line; a text would be drawn as zero.</summary>
    private static void PutIfKnown(Page page, int row, int column, Figure figure)
    {
        if (figure.Value is not null)
            page.Put(row, column, figure);
    }

    private static string SheetName(Page page) => CellText.SheetName(page.Book.Language.Say("sheet.figures"));

    private static char Letter(int column) => (char)('A' + column - 1);
}
