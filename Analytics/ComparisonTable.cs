using DuckDB.NET.Data;
using Insights.Analytics.Statistics;

namespace Insights.Analytics;

/// <summary>
/// Fills computed.comparisons: a client's month against the one before, and its half-year against the one before: promises kept, and times.
/// </summary>
internal static class ComparisonTable
{
    private const double Significant = 0.05;

    private sealed record Question(
        string Provider, string Client, DateOnly Month, string Span, int SpanMonths, long? WithinSeconds,
        long Met, long Judged, long BeforeMet, long BeforeJudged);

    private sealed record Answer(
        string Measure, long N, long BeforeN,
        double? Ratio, double? BeforeRatio, (double Difference, double? Low, double? High)? RatioDifference,
        long? Median, long? BeforeMedian, BootstrapDifference? Seconds, long? WithinSeconds, double? PValue, string Reading);

    public static void Build(Warehouse warehouse)
    {
        warehouse.Execute(SqlFiles.Text("computed/comparisons.sql"));
        var minimum = warehouse.Scalar<int>("select minimum_n from reference.settings");
        var questions = Read(warehouse).ToLookup(q => (q.Provider, q.Client));
        using var appender = warehouse.Connection.CreateAppender("computed", "comparisons");
        foreach (var question in questions.SelectMany(client => client))
            Append(appender, question, Attainment(question, minimum));
        foreach (var (group, samples) in SurvivalGroup.Read(warehouse, "measure = 'response' and clock = 'client'"))
        {
            var times = new Times(group, samples, minimum);
            foreach (var question in questions[(group.Provider, group.Client)])
                Append(appender, question, times.Answer(question));
        }
    }

    private static List<Question> Read(Warehouse warehouse)
    {
        using var command = warehouse.Command("""
            select provider, client, month, span, span_months, within_seconds, met_count, judged_count, before_met_count, before_judged_count
            from intermediate.comparison_counts order by provider, client, month, span
            """);
        using var reader = command.ExecuteReader();
        var questions = new List<Question>();
        while (reader.Read())
            questions.Add(new Question(
                reader.GetString(0), reader.GetString(1), reader.GetFieldValue<DateOnly>(2), reader.GetString(3), reader.GetInt32(4),
                reader.IsDBNull(5) ? null : reader.GetInt64(5), reader.GetInt64(6), reader.GetInt64(7), reader.GetInt64(8), reader.GetInt64(9)));
        return questions;
    }

    private static Answer Attainment(Question q, int minimum)
    {
        var isEnough = Math.Min(q.Judged, q.BeforeJudged) >= minimum;
        var difference = isEnough ? Newcombe.Difference(q.Met, q.Judged, q.BeforeMet, q.BeforeJudged) : null;
        var reading = difference?.Interval switch { null => "too_few", { Low: > 0 } => "better", { High: < 0 } => "worse", _ => "not_distinguishable" };
        return new Answer(
            "response_attainment", q.Judged, q.BeforeJudged, Ratio(q.Met, q.Judged), Ratio(q.BeforeMet, q.BeforeJudged),
            difference is { } found ? (found.Difference, found.Interval.Low, found.Interval.High) : null, null, null, null, null, null, reading);
    }

    private static double? Ratio(long count, long n) => n == 0 ? null : (double)count / n;

    /// <summary>One client's waiting times, asked about one month after the other.</summary>
    private sealed class Times(SurvivalGroup group, SurvivalSamples samples, int minimum)
    {
        private readonly SurvivalSamples _now = new();
        private readonly SurvivalSamples _before = new();

        public Answer Answer(Question question)
        {
            var last = group.MonthNumber(question.Month);
            samples.PickMonths(last - question.SpanMonths + 1, last, _now);
            samples.PickMonths(last - (2 * question.SpanMonths) + 1, last - question.SpanMonths, _before);
            var (now, before) = (_now.Keys.ToArray(), _before.Keys.ToArray());
            var (curve, earlier) = (KaplanMeier.Of(now), KaplanMeier.Of(before));
            var test = Math.Min(now.Length, before.Length) < minimum ? (LogRank?)null : LogRank.Of(now, before);
            var difference = test?.PValue < Significant ? MedianBootstrap.Difference(now, before, question.WithinSeconds) : null;
            var shares = difference is { IsMedian: false } ? question.WithinSeconds : null;
            return new Answer(
                "response_time", now.Length, before.Length, Within(curve, shares), Within(earlier, shares),
                difference is { IsMedian: false } d ? (d.Difference, d.Low, d.High) : null,
                curve.Quantile(0.5), earlier.Quantile(0.5), difference is { IsMedian: true } ? difference : null,
                shares, test?.PValue, Reading(test, difference));
        }

        private static double? Within(KaplanMeier curve, long? seconds) => seconds is { } time ? curve.AnsweredWithin(time).Ratio : null;

        /// <summary>
        /// Better or worse where the test finds a difference and the whole interval lies on one side: a longer median, or a smaller share, is worse.
        /// </summary>
        private static string Reading(LogRank? test, BootstrapDifference? difference)
        {
            if (test is null)
                return "too_few";
            var isHigher = difference?.Low > 0 ? true : difference?.High < 0 ? false : (bool?)null;
            return isHigher is null ? "not_distinguishable" : isHigher == difference!.Value.IsMedian ? "worse" : "better";
        }
    }

    private static void Append(DuckDBAppender appender, Question q, Answer a) =>
        appender.CreateRow().AppendValue(q.Provider).AppendValue(q.Client).AppendValue((DateOnly?)q.Month)
            .AppendValue(q.Span).AppendValue(a.Measure)
            .AppendValue((long?)a.N).AppendValue((long?)a.BeforeN).AppendValue(a.Ratio).AppendValue(a.BeforeRatio)
            .AppendValue(a.RatioDifference?.Difference).AppendValue(a.RatioDifference?.Low).AppendValue(a.RatioDifference?.High)
            .AppendValue(a.Median).AppendValue(a.BeforeMedian)
            .AppendValue((long?)a.Seconds?.Difference).AppendValue((long?)a.Seconds?.Low).AppendValue((long?)a.Seconds?.High)
            .AppendValue(a.WithinSeconds).AppendValue(a.PValue).AppendValue(a.Reading).EndRow();
}
