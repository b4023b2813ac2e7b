using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Packs.Benchmarks;

/// <summary>What a benchmark says in words.</summary>
internal static class BenchmarkSentences
{
    public static string Measure(Language language, string measure) => language.Say("benchmark.measure." + measure);

    public static string FunnelTitle(BenchmarkScope scope, string measure, IReadOnlyList<MartRow> rows)
    {
        var outside = BenchmarkScope.Outside(rows).Count;
        return scope.Language.Say(outside == 0 ? "benchmark.funnel.none" : "benchmark.funnel.some",
            ("measure", Measure(scope.Language, measure)), ("k", scope.Language.Whole(outside)), ("clients", scope.Language.Count("benchmark.clients", rows.Count)));
    }

    public static string FunnelReading(BenchmarkScope scope, IReadOnlyList<MartRow> rows)
    {
        var language = scope.Language;
        var all = language.Say("benchmark.funnel.reading", ("average", language.Percent(rows[0].Number("average_ratio")!.Value)),
            ("n", language.Whole(rows.Sum(r => r.Whole("n")!.Value))), ("semantics", scope.Semantics(rows[0].Text("response_semantics")!)));
        return string.Join(" ", BenchmarkScope.Outside(rows).Select(r => Outlier(language, r)).Prepend(all));
    }

    public static string Outlier(Language language, MartRow row) => language.Say("benchmark.outlier." + row.Text("position") + (row.Flag("is_far") == true ? ".far" : ""),
        ("client", row.Text("client")!), ("ratio", language.Percent(row.Number("ratio")!.Value)), ("n", language.Whole(row.Whole("n")!.Value)),
        ("limits", language.PercentRange(row.Number("lower_95")!.Value, row.Number("upper_95")!.Value)));

    public static string Value(Language language, string measure, double value) => measure == "response_median" ? language.Duration((long)value) : language.Percent(value);

    public static string Published(Language language, MartRow row) => row.Text("unit") == "seconds" ? language.Duration((long)row.Number("value")!.Value) : language.Percent(row.Number("value")!.Value);

    public static string Band(Language language, string? size, string? intensity) => size is null
        ? language.Say("benchmark.band.all")
        : $"{language.Say("benchmark.size." + size)} · {language.Say("benchmark.intensity." + intensity)}";
}
