using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets.Summary;

/// <summary>The same wait on two clocks: how long the client waited, and how much of it the contract counts.</summary>
internal static class ClocksSection
{
    private const int ChartRows = 11;

    public static int Write(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        if (data.Card.Whole("answered_count") is null or 0 || data.Card.Whole("response_client_seconds_total") is null)
            return SummarySheet.Heading(page, row, "clocks.title",
                language.Say("clocks.none", ("semantics", SemanticsWords.Of(data.Card.Text("response_semantics"), language))));

        row = SummarySheet.Heading(page, row, "clocks.title", Sentence(data, language));
        page.Book.Add(Chart(page, data), new ChartPlace(page.Name, TwoSpans.TrailingColumn, row - 1, SummarySheet.LastColumn, row - 1 + ChartRows));
        row = TwoSpans.Heads(page, data, row);
        row = WriteSums(page, data, row);
        foreach (var clock in new[] { "client_open", "client", "contract" })
            row = WriteTimes(page, data, clock, row);
        return row;
    }

    private static string Sentence(ReviewData data, Language language)
    {
        var client = data.Card.Whole("response_client_seconds_total")!.Value;
        var waited = data.Delivered.Gap(Span.Month, "response");
        if (waited is not null && waited.Whole("client_seconds") == client)
            return ItemisedWait.Sentence(waited, language);
        if (data.Card.Whole("response_contract_seconds_total") is not { } contract)
            return language.Say("clocks.client_only", ("client", language.Hours(client)),
                ("tickets", language.Count("ticket", data.Card.Whole("answered_count") ?? 0)));
        return ItemisedWait.Open(waited, language) + " " + language.Say("clocks.sentence", ("client", language.Hours(client)), ("contract", language.Hours(contract)),
            ("gap", language.Hours(Math.Max(0, InWholeHours(client) - InWholeHours(contract)))),
                ("tickets", language.Count("ticket", data.Card.Whole("answered_count") ?? 0)));
    }

    /// <summary>The sentence is a sum, so its parts are rounded before they are subtracted.</summary>
    private static long InWholeHours(long seconds) => (seconds + 1800) / 3600 * 3600;

    /// <summary>Stands to the right of the table, over the sections that follow.</summary>
    private static NativeChart Chart(Page page, ReviewData data)
    {
        var language = page.Book.Language;
        IReadOnlyList<double?> Hours(string clock) =>
            FiguresSheet.ByMonth(data, m => FiguresSheet.CardOf(data, m)?.Whole($"response_{clock}_seconds_total") / 3600.0);
        ChartSeries[] series =
        [
            FiguresSheet.Series(page, 11, SeriesShape.Columns, page.Book.Theme.Colours.Expected, FiguresSheet.ByMonth(data, m => FiguresSheet.OpenHours(data, m))),
            FiguresSheet.Series(page, 9, SeriesShape.Columns, Palette.Quiet, Hours("client")),
            FiguresSheet.Series(page, 10, SeriesShape.Columns, page.Book.Theme.Colours.Delivered, Hours("contract")),
        ];
        return new NativeChart(language.Say("chart.waiting"), language.Say("chart.waiting.text"), Unit.Count, FiguresSheet.MonthLabels(page, data),
            [.. series.Where(s => s.Numbers.Values.Any(v => v is not null))]);
    }

    private static int WriteSums(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        row = TwoSpans.Row(page, row, language.Say("clocks.answered"),
            Figure.Count(data.Card.Whole("answered_count")).Live(Formula.Count([.. Formula.Of(Span.Month), "t_response_client",
                "\">=0\""])),
            Figure.Count(data.Counted.Count(t =>
                t.Whole("response_client_seconds") is not null)).Live(Formula.Count("t_response_client", "\">=0\"")));
        row = WriteOpen(page, data, row);
        var first = row;
        row = WriteSum(page, data, "client", row);
        row = WriteSum(page, data, "contract", row);
        if (data.Card.Whole("response_contract_seconds_total") is null)
            return row;
        return TwoSpans.Row(page, row, language.Say("clocks.gap"), Gap(data.TicketsOfMonth, "D", first), Gap(data.Counted, "E", first));
    }

    /// <summary>The wait with the client's office open, on the tickets that have it; nothing where none has.</summary>
    private static int WriteOpen(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        if (data.Counted.All(t => data.OpenSeconds(t) is null))
            return row;

        string[] Known(Span span) => [.. Formula.Of(span), "t_response_open", "\">=0\""];
        row = TwoSpans.Row(page, row, language.Say("clocks.open_answered"),
            Figure.Count(data.TicketsOfMonth.Count(t => data.OpenSeconds(t) is not null)).Live(Formula.Count(Known(Span.Month))),
            Figure.Count(data.Counted.Count(t => data.OpenSeconds(t) is not null)).Live(Formula.Count(Known(Span.Trailing))));
        return TwoSpans.Row(page, row, language.Say("clocks.sum.open"),
            Figure.Duration(data.TicketsOfMonth.Sum(t => data.OpenSeconds(t) ?? 0)).Live(Formula.Sum("t_response_open", Formula.Of(Span.Month))),
            Figure.Duration(data.Counted.Sum(t => data.OpenSeconds(t) ?? 0)).Live(Formula.Sum("t_response_open")));
    }

    private static int WriteSum(Page page, ReviewData data, string clock, int row) =>
        TwoSpans.Row(page, row, page.Book.Language.Say("clocks.sum." + clock),
        Figure.Duration(data.Card.Whole($"response_{clock}_seconds_total")).Live(Formula.Sum($"t_response_{clock}",
            Formula.Of(Span.Month))),
        Figure.Duration(Sum(data.Counted, clock)).Live(Formula.Sum($"t_response_{clock}")));

    private static Figure Gap(IEnumerable<MartRow> tickets, string column, int first)
    {
        var rows = tickets.ToList();
        return Figure.Duration(Sum(rows, "client") - Sum(rows,
            "contract")).Live(FormattableString.Invariant($"{column}{first}-{column}{first + 1}"));
    }

    private static long? Sum(IEnumerable<MartRow> tickets, string clock)
    {
        var known = tickets.Select(t => t.Whole($"response_{clock}_seconds")).OfType<long>().ToList();
        return known.Count == 0 ? null : known.Sum();
    }

    private static int WriteTimes(Page page, ReviewData data, string clock, int row)
    {
        var month = data.Times["response"].FirstOrDefault(r => r.Text("clock") == clock);
        var year = data.Times["response_trailing"].FirstOrDefault(r => r.Text("clock") == clock && r.Whole("priority") is null);
        if (year is null)
            return row;

        var language = page.Book.Language;
        row = TwoSpans.Row(page, row, language.Say("clocks.median", ("clock", language.Say("clock." + clock))),
            Time(month, "median_seconds"), Time(year, "median_seconds"));
        return TwoSpans.Row(page, row, language.Say("clocks.p90", ("clock", language.Say("clock." + clock))), Time(month, "p90_seconds"),
            Time(year, "p90_seconds"));
    }

    private static Figure Time(MartRow? times, string column) => Figure.Duration(times?.Whole(column)).Calculated();
}
