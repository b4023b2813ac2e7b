using MathNet.Numerics;

namespace Insights.Analytics.Statistics;

/// <summary>
/// Laplace's test: do events come later, or earlier, than evenly over the time observed? The normal approximation keeps its size from three
/// events on.
/// </summary>
/// <param name="U">Standard deviations from even; above 0 worsening.</param>
/// <param name="PValue">Two-sided, 0..1.</param>
/// <param name="Direction">The side of U, however near 0 it is.</param>
public readonly record struct LaplaceTrend(double U, double PValue, EventTrend Direction)
{
    /// <summary>Of one system, or of several pooled, each against its own time; null where no event came before an end.</summary>
    public static LaplaceTrend? Of(params ReadOnlySpan<EventHistory> histories)
    {
        var (distance, variance) = (0.0, 0.0);
        foreach (var history in histories)
        {
            foreach (var time in history.BeforeEnd)
                distance += time - (history.End / 2);
            variance += history.BeforeEnd.Length * history.End * history.End / 12;
        }

        if (variance == 0)
            return null;

        var u = distance / Math.Sqrt(variance);
        var direction = u > 0 ? EventTrend.Worsening : u < 0 ? EventTrend.Improving : EventTrend.None;
        return new LaplaceTrend(u, SpecialFunctions.Erfc(Math.Abs(u) / Constants.Sqrt2), direction);
    }
}
