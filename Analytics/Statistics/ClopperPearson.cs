using MathNet.Numerics.Distributions;

namespace Insights.Analytics.Statistics;

/// <summary>
/// The exact interval of a ratio (Clopper and Pearson 1934): never too narrow, where <see cref="Wilson"/> is right on average.
/// </summary>
public static class ClopperPearson
{
    /// <summary>The interval of successes out of n, 0..1; null when n is 0. The ends are exactly 0 for none and 1 for all.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Successes are negative or above n, or the confidence is not within 0..1.</exception>
    public static Statistics.Interval? Interval(long successes, long n, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, n);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(confidence);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(confidence, 1);
        if (n == 0)
            return null;

        var tail = (1 - confidence) / 2;
        return new Statistics.Interval(
            successes == 0 ? 0 : Beta.InvCDF(successes, n - successes + 1, tail),
            successes == n ? 1 : Beta.InvCDF(successes + 1, n - successes, 1 - tail));
    }
}
