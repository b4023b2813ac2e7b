using MathNet.Numerics.Distributions;

namespace Insights.Analytics.Statistics;

/// <summary>Wilson's score interval of a ratio; right for few tickets too, unlike p plus or minus z standard errors.</summary>
public static class Wilson
{
    internal static readonly double Z = Normal.InvCDF(0, 1, 0.975);

    /// <summary>The 95 % interval of successes out of n; null when n is 0. The ends are exactly 0 for none and 1 for all.</summary>
    /// <exception cref="ArgumentOutOfRangeException">successes is negative or above n.</exception>
    public static Statistics.Interval? Interval(long successes, long n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, n);
        if (n == 0)
            return null;

        var p = (double)successes / n;
        var z2 = Z * Z;
        var centre = p + (z2 / (2 * n));
        var margin = Z * Math.Sqrt((p * (1 - p) / n) + (z2 / (4.0 * n * n)));
        var scale = 1 + (z2 / n);
        return new Statistics.Interval(
            successes == 0 ? 0 : (centre - margin) / scale,
            successes == n ? 1 : (centre + margin) / scale);
    }
}
