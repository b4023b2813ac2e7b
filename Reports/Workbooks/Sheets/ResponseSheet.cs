using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets;

/// <summary>How fast answers came, on both clocks, and the tickets that were late or have no answer.</summary>
internal static class ResponseSheet
{
    public const int LastColumn = 10;

    /// <summary>A clock over a span: a count and, beside it, its share.</summary>
    public static IReadOnlyList<(string Clock, Span Span, int Column)> Blocks { get; } =
        [("client", Span.Month, 3), ("client", Span.Trailing, 5), ("contract", Span.Month, 7), ("contract", Span.Trailing, 9)];

    public static void Write(Page page, ReviewData data)
    {
        page.Widths(12, 34, 19, 14, 17, 14, 17, 17, 14, 15);
        page.Say(1, 1, "response.title", Look.Section);
        page.Sentence(2, 1, LastColumn, page.Book.Language.Say("response.note",
            ("semantics", SemanticsWords.Of(data.Card.Text("response_semantics"), page.Book.Language))), Look.Note);
        var row = WriteLadder(page, data, 4);
        page.Sheet.PageSetup.AddHorizontalPageBreak(row);
        row = BusinessDays.Write(page, data, row + 1);
        row = TimesTable.Write(page, data, row + 1);
        row = LateTickets.Write(page, data, row + 1);
        page.Sentence(row + 1, 1, LastColumn, page.Book.Language.Say("foot.mark"), Look.Note);
        page.Sheet.PageSetup.PrintAreas.Add(1, 1, row + 1, LastColumn);
        ExcelStyle.Print(page.Sheet, page.Book.Language, SheetFoot.Of(page, data), landscape: true);
    }

    private static int WriteLadder(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        page.Say(row++, 1, "ladder.title", Look.Section);
        var thresholds = data.LadderTrailing.Select(r => r.Whole("threshold_seconds")!.Value).Distinct().Order().ToList();
        if (thresholds.Count == 0 || data.LadderTrailing.All(r => r.Whole("answered_count") is null))
        {
            page.Sentence(row, 1, LastColumn, language.Say("response.none"));
            return row + 1;
        }

        WriteHeads(page, data, row, "ladder.within");
        row += 2;
        var first = row;
        foreach (var threshold in thresholds)
            WriteThreshold(page, data, threshold, row++, first + thresholds.Count);
        WriteTotals(page, data, row);
        AddChart(page, data, thresholds, first, row + 2);
        return row + 2 + ChartRows;
    }

    private const int ChartRows = 21;

    /// <summary>Two rows of heads over the blocks.</summary>
    public static void WriteHeads(Page page, ReviewData data, int row, string label)
    {
        var language = page.Book.Language;
        page.Heads(row, 1, ("", false), ("", false));
        page.Heads(row + 1, 1, (language.Say(label), false), ("", false));
        foreach (var (clock, span, column) in Blocks)
        {
            var when = span == Span.Month ? language.ShortMonth(data.Month) : language.Say("trailing");
            page.Text(row, column, "", Look.Head);
            page.Text(row, column + 1, "", Look.Head);
            if (span == Span.Month)
                page.Text(row, column, Language.Capitalised(language.Say("clock." + clock)), Look.Head);
            page.Sheet.Range(row, column, row, column + 1).Style.Alignment.WrapText = false;
            page.Heads(row + 1, column, (when, true), (language.Say("head.ratio_of", ("when", when)), true));
        }
    }

    private static MartRow? Step(ReviewData data, string clock, Span span, long threshold) =>
        (span == Span.Month ? data.Ladder : data.LadderTrailing)
        .FirstOrDefault(r => r.Text("clock") == clock && r.Whole("threshold_seconds") == threshold);

    private static void WriteThreshold(Page page, ReviewData data, long threshold, int row, int totalRow)
    {
        page.Text(row, 1, page.Book.Language.Duration(threshold));
        foreach (var (clock, span, column) in Blocks)
        {
            var step = Step(data, clock, span, threshold);
            var letter = (char)('A' + column - 1);
            page.Put(row, column, Figure.Count(step?.Whole("answered_count"))
                .Live(Formula.Count([.. Formula.Of(span), .. Formula.Within($"t_response_{clock}", threshold)])));
            page.Put(row, column + 1, step is not null && step.Whole("ticket_count") < data.MinimumN
                ? Figure.Text(Page.None)
                : Figure.Ratio(step?.Number("answered_ratio")).Live(FormattableString.Invariant($"{letter}{row}/{letter}${totalRow}")));
        }

        ExcelStyle.Rule(page.Sheet.Range(row, 1, row, LastColumn));
    }

    private static void WriteTotals(Page page, ReviewData data, int row)
    {
        page.Say(row, 1, "ladder.of", Look.Strong);
        foreach (var (clock, span, column) in Blocks)
        {
            var steps = span == Span.Month ? data.Ladder : data.LadderTrailing;
            page.Put(row, column, Total(data, span, steps.FirstOrDefault(r => r.Text("clock") == clock)?.Whole("ticket_count")));
        }
    }

    /// <summary>A formula where every ticket of the period can be measured; where some cannot, the tickets sheet alone does not tell how
    /// many.</summary>
    private static Figure Total(ReviewData data, Span span, long? measurable)
    {
        var all = span == Span.Month ? data.TicketsOfMonth.Count() : data.Counted.Count;
        return measurable == all ? Figure.Count(measurable).Live(Formula.Count(Formula.Of(span))) : Figure.Count(measurable).Calculated();
    }

    private static void AddChart(Page page, ReviewData data, List<long> thresholds, int first, int chartRow)
    {
        var language = page.Book.Language;
        var sheet = CellText.SheetName(page.Name);
        var last = first + thresholds.Count - 1;
        ChartSeries Of(string clock, char letter, Ink colour)
        {
            var values = thresholds.Select(t => Step(data, clock, Span.Trailing, t)?.Number("answered_ratio")).ToList();
            var head = clock == "client" ? 'C' : 'G';
            return new ChartSeries(SeriesShape.Columns,
                new ChartTexts(FormattableString.Invariant($"{sheet}!${head}${first - 2}"),
                    [Language.Capitalised(language.Say("clock." + clock))]),
                new ChartNumbers(FormattableString.Invariant($"{sheet}!${letter}${first}:${letter}${last}"), values), colour);
        }

        page.Book.Add(new NativeChart(language.Say("chart.ladder"), language.Say("chart.ladder.text"), Unit.Ratio,
            new ChartTexts(FormattableString.Invariant($"{sheet}!$A${first}:$A${last}"), [.. thresholds.Select(language.Duration)]),
            [Of("client", 'F', page.Book.Theme.Colours.Expected), Of("contract", 'J', page.Book.Theme.Colours.Delivered)]),
            new ChartPlace(page.Name, 0, chartRow - 1, 7, chartRow - 1 + ChartRows - 1));
    }
}
