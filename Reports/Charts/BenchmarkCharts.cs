using Insights.Analytics;
using Insights.Reports.Packs.Benchmarks;
using Insights.Reports.Style;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Insights.Reports.Charts;

/// <summary>The charts of a benchmark: a funnel per measure and meaning of a first response, the shrunk ratios, the provider's own past.</summary>
internal static class BenchmarkCharts
{
    private const int MostBars = 25;

    private const int NameLinesAtMost = 3;

    /// <summary>Of a line of names, in points.</summary>
    private const float LineHeight = 20;

    /// <summary>Of a letter of a name, as a share of the axis up to the client of most tickets.</summary>
    private const double LetterShare = 0.0115;

    public static IReadOnlyList<Chart> All(BenchmarkScope scope) => [.. BenchmarkScope.Measures.SelectMany(m => Funnels(scope, m)), .. Shrunk(scope), Past(scope)];

    public static IEnumerable<Chart> Funnels(BenchmarkScope scope, string measure) => scope.Funnels(measure).Select((funnel, i) => Funnel(scope, measure, funnel, i));

    private static Chart Funnel(BenchmarkScope scope, string measure, IGrouping<string, MartRow> funnel, int place)
    {
        var language = scope.Language;
        var rows = funnel.OrderBy(r => r.Whole("n")).ToList();
        List<ChartKey> keys =
        [
            new(language.Say("benchmark.key.client"), scope.Colours.Delivered),
            new(language.Say("benchmark.key.average"), Palette.Promised, KeyMark.DashedLine),
            new(language.Say("benchmark.key.near"), Palette.Quiet, KeyMark.Line),
            new(language.Say("benchmark.key.far"), Palette.Unsettled, KeyMark.Line),
        ];
        var name = "funnel-" + measure.Replace('_', '-') + (place == 0 ? "" : FormattableString.Invariant($"-{place + 1}"));
        return new Chart(name, BenchmarkSentences.FunnelTitle(scope, measure, rows), BenchmarkSentences.FunnelReading(scope, rows), language.Say("benchmark.funnel.definition"), keys, DrawFunnel(scope, rows));
    }

    private static Plot DrawFunnel(BenchmarkScope scope, List<MartRow> rows)
    {
        var plot = Look.Blank();
        var most = rows.Max(r => r.Whole("n")!.Value);
        var lines = NameLines(rows, most);
        RatioAxis(plot, scope.Language, rows, lines.Values.DefaultIfEmpty().Max());
        Look.DayAxis(plot, scope.Language, most * 1.15);
        Look.Caption(plot, scope.Language.Say("benchmark.axis.n"));
        foreach (var (column, ink) in new[] { ("lower_998", Palette.Unsettled), ("upper_998", Palette.Unsettled), ("lower_95", Palette.Quiet), ("upper_95", Palette.Quiet) })
            for (var i = 1; i < rows.Count; i++)
                Look.Line(plot, rows[i - 1].Whole("n")!.Value, rows[i - 1].Number(column)!.Value, rows[i].Whole("n")!.Value, rows[i].Number(column)!.Value, ink, 1.5f);
        Look.Line(plot, 0, rows[0].Number("average_ratio")!.Value, most * 1.15, rows[0].Number("average_ratio")!.Value, Palette.Promised, 1.5f, dashed: true);
        foreach (var row in rows)
            DrawClient(plot, scope.Colours, row, most, lines.TryGetValue(row, out var line) ? line : null);
        return plot;
    }

    /// <summary>On which line away from its dot the name of each client outside stands: the nearest that no name before it reaches into, of three.</summary>
    private static Dictionary<MartRow, int> NameLines(List<MartRow> rows, long most)
    {
        var lines = new Dictionary<MartRow, int>();
        foreach (var row in BenchmarkScope.Outside(rows).OrderBy(r => r.Whole("n")))
        {
            var (from, to) = NameSpan(row, most);
            var taken = lines.Where(l => l.Key.Text("position") == row.Text("position") && NameSpan(l.Key, most) is var other && other.From < to && from < other.To)
                .Select(l => l.Value).ToHashSet();
            lines[row] = Enumerable.Range(0, NameLinesAtMost).FirstOrDefault(line => !taken.Contains(line), NameLinesAtMost - 1);
        }

        return lines;
    }

    /// <summary>From where to where a name reaches, in tickets.</summary>
    private static (double From, double To) NameSpan(MartRow row, long most)
    {
        var (x, width) = ((double)row.Whole("n")!.Value, Short(row.Text("client")!).Length * LetterShare * most);
        return Side(x, most) switch { HorizontalAlignment.Right => (x - width, x), HorizontalAlignment.Left => (x, x + width), _ => (x - (width / 2), x + (width / 2)) };
    }

    private static HorizontalAlignment Side(double x, long most) =>
        x > most * 0.7 ? HorizontalAlignment.Right : x < most * 0.2 ? HorizontalAlignment.Left : HorizontalAlignment.Center;

    /// <summary>From the tenth below what is drawn to the tenth above, with room for names.</summary>
    private static void RatioAxis(Plot plot, Language language, List<MartRow> rows, int lastLine)
    {
        var low = Math.Floor(rows.Min(r => Math.Min(r.Number("ratio")!.Value, r.Number("lower_998")!.Value)) * 10) / 10;
        var high = Math.Ceiling(rows.Max(r => Math.Max(r.Number("ratio")!.Value, r.Number("upper_998")!.Value)) * 10) / 10;
        var step = high - low > 0.55 ? 0.2 : 0.1;
        var marks = Enumerable.Range(0, (int)Math.Round((high - low) / step) + 1).Select(i => Math.Round(low + (i * step), 2)).Where(m => m <= 1).ToArray();
        plot.Axes.Left.TickGenerator = new NumericManual(marks, [.. marks.Select(language.Percent)]);
        var room = (high - low) * (0.2 + (0.15 * lastLine));
        plot.Axes.SetLimitsY(rows.Any(r => r.Text("position") == "below") ? low - room : Math.Max(0, low - room), high + room);
    }

    /// <summary>Only those outside are named: no order among the others can be told.</summary>
    private static void DrawClient(Plot plot, Colours colours, MartRow row, long most, int? line)
    {
        var (x, y, isAbove) = ((double)row.Whole("n")!.Value, row.Number("ratio")!.Value, row.Text("position") == "above");
        Look.Mark(plot, x, y, line is null ? colours.Delivered : colours.Breached, 11, hollow: row.Text("position") == "too_few");
        if (line is not { } at)
            return;
        var away = 9 + (LineHeight * at);
        var side = (Side(x, most), isAbove) switch
        {
            (HorizontalAlignment.Right, true) => Alignment.LowerRight,
            (HorizontalAlignment.Right, false) => Alignment.UpperRight,
            (HorizontalAlignment.Left, true) => Alignment.LowerLeft,
            (HorizontalAlignment.Left, false) => Alignment.UpperLeft,
            (_, true) => Alignment.LowerCenter,
            _ => Alignment.UpperCenter,
        };
        Look.Label(plot, Short(row.Text("client")!), x, y, colours.Breached, side, offsetY: isAbove ? -away : away, bold: true);
    }

    public static IEnumerable<Chart> Shrunk(BenchmarkScope scope)
    {
        var rows = BenchmarkScope.Measures.Take(1).SelectMany(scope.Funnels).Take(1).SelectMany(g => g).Where(r => r.Number("shrunk_ratio") is not null).ToList();
        if (rows.Count == 0)
            yield break;
        var language = scope.Language;
        List<ChartKey> keys =
        [
            new(language.Say("benchmark.key.shrunk"), scope.Colours.Delivered),
            new(language.Say("benchmark.key.counted"), Palette.Muted, KeyMark.HollowDot),
            new(language.Say("benchmark.key.interval90"), scope.Colours.Delivered.Tint(0.45), KeyMark.Line),
            new(language.Say("benchmark.key.average"), Palette.Promised, KeyMark.DashedLine),
        ];
        var differing = rows.Count(r => r.Number("shrunk_low") > r.Number("average_ratio") || r.Number("shrunk_high") < r.Number("average_ratio"));
        yield return new Chart("shrunk-response-attainment",
            language.Say("benchmark.shrunk.title", ("k", language.Whole(differing)), ("clients", language.Count("benchmark.clients", rows.Count))),
            ShrunkReading(language, rows.Count), language.Say("benchmark.shrunk.definition"), keys, DrawShrunk(scope, rows));
    }

    private static string ShrunkReading(Language language, int clients) => language.Say("benchmark.shrunk.reading")
        + (clients > MostBars ? " " + language.Say("benchmark.shrunk.most", ("shown", language.Whole(MostBars)), ("all", language.Whole(clients))) : "");

    private static Plot DrawShrunk(BenchmarkScope scope, List<MartRow> rows)
    {
        var language = scope.Language;
        var shown = rows.OrderByDescending(r => r.Whole("n")).Take(MostBars).OrderByDescending(r => r.Text("client"), StringComparer.Ordinal).ToList();
        var plot = Look.Blank();
        double[] marks = [0, 0.25, 0.5, 0.75, 1];
        plot.Axes.Bottom.TickGenerator = new NumericManual(marks, [.. marks.Select(language.Percent)]);
        plot.Axes.Left.TickGenerator = new NumericManual([.. shown.Select((_, i) => (double)i)], [.. shown.Select(r => Short(r.Text("client")!))]);
        plot.Axes.SetLimits(0, 1.02, -0.7, shown.Count - 0.3);
        var average = shown[0].Number("average_ratio")!.Value;
        Look.Line(plot, average, -0.7, average, shown.Count - 0.3, Palette.Promised, 1.5f, dashed: true);
        for (var i = 0; i < shown.Count; i++)
        {
            Look.Line(plot, shown[i].Number("shrunk_low")!.Value, i, shown[i].Number("shrunk_high")!.Value, i, scope.Colours.Delivered.Tint(0.45), 5);
            Look.Mark(plot, shown[i].Number("ratio")!.Value, i, Palette.Muted, 8, hollow: true);
            Look.Mark(plot, shown[i].Number("shrunk_ratio")!.Value, i, scope.Colours.Delivered, 10);
        }

        return plot;
    }

    public static Chart Past(BenchmarkScope scope)
    {
        var language = scope.Language;
        var rows = scope.Past.Where(r => r.Text("series") == "response_attainment" && r.Number("value") is not null)
            .GroupBy(r => r.Text("response_semantics")!).OrderByDescending(g => g.Sum(r => r.Whole("n") ?? 0)).FirstOrDefault()?.OrderBy(r => r.Date("month")).ToList() ?? [];
        var definition = language.Say("benchmark.past.definition");
        if (rows.Count == 0)
            return new Chart("own-past", language.Say("benchmark.past.name"), "", definition, [], null, language.Say("benchmark.past.missing"));

        List<ChartKey> keys = [new(language.Say("benchmark.key.month"), scope.Colours.Delivered), new(language.Say("benchmark.key.centre"), Palette.Promised, KeyMark.DashedLine), new(language.Say("benchmark.key.limits"), Palette.Quiet, KeyMark.Line)];
        var signals = rows.Count(r => r.Text("signal") is not null);
        var title = language.Say(signals == 0 ? "benchmark.past.steady" : "benchmark.past.signals", ("months", language.Count("month", signals)));
        var reading = language.Say("benchmark.past.reading", ("semantics", scope.Semantics(rows[0].Text("response_semantics")!)), ("n", language.Whole(rows.Sum(r => r.Whole("n") ?? 0))));
        return new Chart("own-past", title, reading, definition, keys, DrawPast(scope, rows));
    }

    private static Plot DrawPast(BenchmarkScope scope, List<MartRow> rows)
    {
        var language = scope.Language;
        var plot = Look.Blank();
        Look.RatioAxis(plot, language);
        plot.Axes.Bottom.TickGenerator = new NumericManual([.. rows.Select((_, i) => (double)i)], [.. rows.Select(r => language.ShortMonth(r.Date("month")!.Value) + "\n" + language.Whole(r.Whole("n") ?? 0))]);
        plot.Axes.SetLimitsX(-0.6, rows.Count - 0.3);
        Look.Caption(plot, language.Say("axis.decided"));
        for (var i = 0; i < rows.Count; i++)
        {
            foreach (var column in new[] { "lower_limit", "upper_limit" })
                if (rows[i].Number(column) is { } limit)
                    Look.Line(plot, i - 0.5, limit, i + 0.5, limit, Palette.Quiet, 1.5f);
            if (rows[i].Number("centre") is { } centre)
                Look.Line(plot, i - 0.5, centre, i + 0.5, centre, Palette.Promised, 1.5f, dashed: true);
            if (i > 0)
                Look.Line(plot, i - 1, rows[i - 1].Number("value")!.Value, i, rows[i].Number("value")!.Value, scope.Colours.Delivered, 1.5f);
            Look.Mark(plot, i, rows[i].Number("value")!.Value, rows[i].Text("signal") is null ? scope.Colours.Delivered : scope.Colours.Breached, 11);
        }

        return plot;
    }

    /// <summary>A long name keeps its end too, which tells branches of one business apart.</summary>
    private static string Short(string name) => name.Length > 26 ? $"{name[..15].TrimEnd()}…{name[^10..].TrimStart()}" : name;
}
