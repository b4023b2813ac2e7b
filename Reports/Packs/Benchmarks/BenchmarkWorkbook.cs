using Insights.Analytics;
using Insights.Reports.Style;
using Insights.Reports.Workbooks;

namespace Insights.Reports.Packs.Benchmarks;

/// <summary>The workbook of a benchmark: clients, teams, hours, own past, peers, published figures, definitions.</summary>
internal static class BenchmarkWorkbook
{
    private static readonly string[] Terms = ["funnel", "shrunk", "semantics", "past", "median", "published", "peers"];

    private sealed record Column(string Key, double Width, Func<int, MartRow, Figure> Of, bool IsNumber = true);

    public static void Write(Stream stream, BenchmarkScope scope)
    {
        using var book = new Book(scope.Language, scope.Theme);
        WriteRows(book.Add("benchmark.sheet.clients"), scope, scope.Clients, ClientColumns(scope.Language));
        foreach (var (sheet, dimension) in new[] { ("benchmark.teams", "team"), ("benchmark.hours", "hour") })
            if (scope.By(dimension).Count > 0)
                WriteKept(book.Add(sheet), scope, dimension);
        WriteRows(book.Add("benchmark.sheet.past"), scope, scope.Past, PastColumns(scope));
        if (scope.Among().Count > 0)
            WritePeers(book.Add("benchmark.sheet.peers"), scope);
        WriteRows(book.Add("benchmark.published"), scope, scope.Published, PublishedColumns(scope.Language));
        WriteTerms(book.Add("sheet.definitions"), scope);
        var properties = book.Workbook.Properties;
        properties.Title = CellText.Of($"{scope.Provider} · {scope.Language.Month(scope.Month)}");
        properties.Author = properties.LastModifiedBy = CellText.Of(scope.Provider);
        Package.Write(stream, book, scope.AsOf);
    }

    private static Column[] ClientColumns(Language language) =>
    [
        new("client", 30, (_, r) => Figure.Text(r.Text("client")), false),
        new("measure", 30, (_, r) => Figure.Text(BenchmarkSentences.Measure(language, r.Text("measure")!)), false),
        new("semantics", 26, (_, r) => Figure.Text(SemanticsWords.Of(r.Text("response_semantics"), language)), false),
        new("hits", 9, (_, r) => Counted(r, Figure.Count(r.Whole("hit_count")))),
        new("n", 9, (_, r) => Figure.Count(r.Whole("n"))),
        new("value", 10, (row, r) => Counted(r, Figure.Ratio(r.Number("ratio")).Live(FormattableString.Invariant($"D{row}/E{row}")))),
        new("average", 10, (_, r) => Counted(r, Figure.Ratio(r.Number("average_ratio")).Calculated())),
        new("lower", 10, (_, r) => Counted(r, Figure.Ratio(r.Number("lower_95")).Calculated())),
        new("upper", 10, (_, r) => Counted(r, Figure.Ratio(r.Number("upper_95")).Calculated())),
        new("position", 22, (_, r) => Figure.Text(language.Say("benchmark.position." + r.Text("position") + (r.Flag("is_far") == true ? ".far" : ""))), false),
        new("shrunk", 10, (_, r) => Counted(r, Figure.Ratio(r.Number("shrunk_ratio")).Calculated())),
        new("median", 10, (_, r) => r.Whole("hit_count") is null ? Figure.Duration(r.Whole("median_seconds")).Calculated() : Figure.Text(Page.None)),
    ];

    /// <summary>A dash where the measure is a time and has no ratio, or there is no funnel.</summary>
    private static Figure Counted(MartRow row, Figure figure) => row.Whole("hit_count") is null || figure.Value is null ? Figure.Text(Page.None) : figure;

    private static Column[] PastColumns(BenchmarkScope scope) =>
    [
        new("semantics", 26, (_, r) => Figure.Text(scope.Semantics(r.Text("response_semantics")!)), false),
        new("measure", 30, (_, r) => Figure.Text(BenchmarkSentences.Measure(scope.Language, r.Text("series")!)), false),
        new("month", 11, (_, r) => Figure.Month(r.Date("month"))),
        new("n", 9, (_, r) => r.Whole("n") is { } n ? Figure.Count(n) : Figure.Text(Page.None)),
        new("value", 10, (_, r) => Value(r, "value")),
        new("centre", 10, (_, r) => Value(r, "centre")),
        new("lower", 10, (_, r) => Value(r, "lower_limit")),
        new("upper", 10, (_, r) => Value(r, "upper_limit")),
        new("signal", 34, (_, r) => Figure.Text(r.Text("signal") is { } signal ? scope.Language.Say("benchmark.signal." + signal) : ""), false),
    ];

    private static Figure Value(MartRow row, string column) => row.Number(column) is not { } value ? Figure.Text(Page.None)
        : (row.Text("series") == "tickets" ? Figure.Count((long)Math.Round(value)) : Figure.Ratio(value)).Calculated();

    private static Column[] PublishedColumns(Language language) =>
    [
        new("figure", 34, (_, r) => Figure.Text(BenchmarkBrief.PublishedName(language, r.Text("measure")!)), false),
        new("value", 10, (_, r) => r.Text("unit") == "seconds" ? Figure.Duration((long)r.Number("value")!.Value) : Figure.Ratio(r.Number("value"))),
        new("population", 44, (_, r) => Figure.Text(r.Text("population")), false),
        new("year", 8, (_, r) => Figure.Text(r.Whole("year")!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)), false),
        new("grade", 10, (_, r) => Figure.Text(r.Text("grade")), false),
        new("source", 70, (_, r) => Figure.Text(r.Text("source")), false),
    ];

    private static void WriteRows(Page page, BenchmarkScope scope, IReadOnlyList<MartRow> rows, Column[] columns)
    {
        page.Widths([.. columns.Select(c => c.Width)]);
        page.Heads(1, 1, [.. columns.Select(c => (scope.Language.Say("benchmark.head." + c.Key), c.IsNumber))]);
        page.RaiseTo(1, 3);
        for (var i = 0; i < rows.Count; i++)
            for (var c = 0; c < columns.Length; c++)
                page.Put(i + 2, c + 1, columns[c].Of(i + 2, rows[i]));
        Finish(page, scope, rows.Count + 1, columns.Length);
    }

    private static void WriteKept(Page page, BenchmarkScope scope, string dimension)
    {
        var rows = scope.By(dimension);
        page.Widths(30, 10, 10, 10);
        page.Heads(1, 1, (scope.Language.Say("benchmark.head." + dimension), false), (scope.Language.Say("benchmark.head.met"), true), (scope.Language.Say("benchmark.head.n"), true), (scope.Language.Say("benchmark.head.value"), true));
        for (var i = 0; i < rows.Count; i++)
        {
            page.Put(i + 2, 1, Figure.Text(dimension == "hour" ? Language.HourOfDay(rows[i].Value) : rows[i].Value));
            page.Put(i + 2, 2, Figure.Count(rows[i].Met));
            page.Put(i + 2, 3, Figure.Count(rows[i].Decided));
            page.Put(i + 2, 4, Figure.Ratio(rows[i].Met / (double)rows[i].Decided).Live(FormattableString.Invariant($"B{i + 2}/C{i + 2}")));
        }

        page.Bars(2, rows.Count + 1, 3);
        page.Bars(2, rows.Count + 1, 4, isRatio: true);
        Finish(page, scope, rows.Count + 1, 4);
    }

    private static void WritePeers(Page page, BenchmarkScope scope)
    {
        var language = scope.Language;
        var rows = scope.Among();
        page.Widths(30, 40, 12, 10, 14);
        page.Heads(1, 1, [.. new[] { ("measure", false), ("band", false), ("value", true), ("peers", true), ("higher", true) }.Select(h => (language.Say("benchmark.head." + h.Item1), h.Item2))]);
        for (var i = 0; i < rows.Count; i++)
        {
            page.Put(i + 2, 1, Figure.Text(BenchmarkSentences.Measure(language, rows[i].Own.Measure)));
            page.Put(i + 2, 2, Figure.Text(BenchmarkSentences.Band(language, rows[i].Own.SizeBand, rows[i].Own.IntensityClass)));
            page.Put(i + 2, 3, rows[i].Own.Numerator is null ? Figure.Duration((long)rows[i].Own.Value) : Figure.Ratio(rows[i].Own.Value));
            page.Put(i + 2, 4, Figure.Count(rows[i].Count));
            page.Put(i + 2, 5, Figure.Count(rows[i].Higher));
        }

        Finish(page, scope, rows.Count + 1, 5);
    }

    private static void WriteTerms(Page page, BenchmarkScope scope)
    {
        page.Widths(30, 92);
        for (var i = 0; i < Terms.Length; i++)
        {
            page.Say(i + 1, 1, "benchmark.term." + Terms[i], Look.Strong);
            page.Say(i + 1, 2, $"benchmark.term.{Terms[i]}.text", Look.Label);
            page.RaiseTo(i + 1, Page.Lines(scope.Language.Say($"benchmark.term.{Terms[i]}.text"), 92));
        }

        Finish(page, scope, Terms.Length, 2);
    }

    private static void Finish(Page page, BenchmarkScope scope, int lastRow, int lastColumn)
    {
        page.Sheet.SheetView.FreezeRows(1);
        page.Sheet.PageSetup.PrintAreas.Add(1, 1, lastRow, lastColumn);
        ExcelStyle.Print(page.Sheet, scope.Language, scope.Theme.Beside($"{scope.Provider} · {scope.Language.Month(scope.Month)} · {page.Name}"), landscape: true);
    }
}
