using MathNet.Numerics;

namespace Insights.Analytics.Statistics;

/// <summary>
/// The test of MIL-HDBK-189 against a power law: does the rate of events change with age? Exact for any number of events; most sensitive to
/// the early ones, as <see cref="LaplaceTrend"/> is to those at either end.
/// </summary>
/// <param name="ChiSquared">0 or more; small is worsening, large improving.</param>
/// <param name="Freedom">Degrees of freedom, two an event before the end.</param>
/// <param name="PValue">Two-sided, 0..1: twice the smaller tail.</param>
/// <param name="Direction">The side of the smaller tail, however large it is.</param>
public readonly record struct MilHdbk189(double ChiSquared, int Freedom, double PValue, EventTrend Direction)
{
    /// <summary>Of one system, or of several pooled, each against its own time; null where no event came before an end.</summary>
    public static MilHdbk189? Of(params ReadOnlySpan<EventHistory> histories)
    {
        var (sum, n) = (0.0, 0);
        foreach (var history in histories)
        {
            foreach (var time in history.BeforeEnd)
                sum += Math.Log(history.End / time);
            n += history.BeforeEnd.Length;
        }

        if (n == 0)
            return null;

        var (lower, upper) = (SpecialFunctions.GammaLowerRegularized(n, sum), SpecialFunctions.GammaUpperRegularized(n, sum));
        var direction = lower < upper ? EventTrend.Worsening : lower > upper ? EventTrend.Improving : EventTrend.None;
        return new MilHdbk189(2 * sum, 2 * n, 2 * Math.Min(lower, upper), direction);
    }
}
