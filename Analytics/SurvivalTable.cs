using DuckDB.NET.Data;
using Insights.Analytics.Statistics;

namespace Insights.Analytics;

/// <summary>Fills computed.survival: a Kaplan-Meier curve per measure, clock, client, month and window, and in the trailing one per priority and kind.</summary>
internal static class SurvivalTable
{
    public static void Build(Warehouse warehouse)
    {
        warehouse.Execute(SqlFiles.Text("computed/survival.sql"));
        var trailing = warehouse.Scalar<int>("select trailing_months from reference.settings");
        var comparison = warehouse.Scalar<int>("select comparison_months from reference.settings");
        int[] windows = [.. new[] { 1, comparison, trailing }.Distinct().OrderDescending()];
        var keepable = warehouse.Scalar<double>("select keepable_ratio from reference.settings");
        using var appender = warehouse.Connection.CreateAppender("computed", "survival");
        var curves = new Curves(appender, windows, trailing, keepable);
        foreach (var (group, samples) in SurvivalGroup.Read(warehouse, "true"))
            for (var month = 0; month < group.MonthCount; month++)
                curves.Append(group, month, samples);
    }

    /// <summary>The curves of one month: the longest window is picked from all samples, each shorter one from the one before.</summary>
    private sealed class Curves(DuckDBAppender appender, int[] windows, int windowOfDimensions, double keepable)
    {
        private readonly SurvivalSamples[] _picked = [.. windows.Select(_ => new SurvivalSamples())];
        private readonly SurvivalSamples _ofValue = new();
        private readonly KaplanMeier _curve = new();

        public void Append(SurvivalGroup group, int month, SurvivalSamples samples)
        {
            for (var i = 0; i < windows.Length; i++)
            {
                samples.PickMonths(Math.Max(0, month - windows[i] + 1), month, _picked[i]);
                samples = _picked[i];
                if (samples.Count == 0)
                    return;
                Append(group, month, windows[i], null, null, samples);
                if (windows[i] == windowOfDimensions)
                    AppendByDimension(group, month, windows[i], samples);
            }
        }

        private void AppendByDimension(SurvivalGroup group, int month, int window, SurvivalSamples samples)
        {
            foreach (var dimension in Enum.GetValues<WaitDimension>())
                foreach (var value in samples.Values(dimension))
                {
                    samples.Pick(dimension, value, _ofValue);
                    Append(group, month, window, dimension, value, _ofValue);
                }
        }

        private void Append(SurvivalGroup group, int month, int window, WaitDimension? dimension, short? value, SurvivalSamples samples)
        {
            _curve.Fit(samples.Keys);
            var (low, high) = _curve.QuantileInterval(0.5);
            var (p90Low, p90High) = _curve.QuantileInterval(0.9);
            appender.CreateRow().AppendValue(group.Measure).AppendValue(group.Provider).AppendValue(group.Client)
                .AppendValue((DateOnly?)group.FirstMonth.AddMonths(month)).AppendValue((int?)window)
                .AppendValue(group.Clock).AppendValue(dimension?.ToString().ToLowerInvariant()).AppendValue(value)
                .AppendValue((long?)_curve.Count).AppendValue((long?)_curve.EventCount).AppendValue((long?)samples.EndedCount)
                .AppendValue(_curve.Quantile(0.5)).AppendValue(_curve.Quantile(0.9)).AppendValue(low).AppendValue(high)
                .AppendValue(p90Low).AppendValue(p90High).AppendValue(_curve.Quantile(keepable)).EndRow();
        }
    }
}
