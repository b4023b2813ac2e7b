using MathNet.Numerics.Distributions;

namespace Insights.Analytics.Statistics;

/// <summary>Does one of two directions come more often than the other? Exact binomial test against one half.</summary>
public static class SignTest
{
    /// <summary>Two-sided p, 0..1, of that many against that many; ties left out. 1 where there are none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static double PValue(int more, int less)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(more);
        ArgumentOutOfRangeException.ThrowIfNegative(less);
        return Math.Min(1, 2 * Binomial.CDF(0.5, more + less, Math.Min(more, less)));
    }
}
