using MathNet.Numerics.Distributions;

namespace Insights.Analytics.Statistics;

/// <summary>The exact interval of a count of independent events (Garwood 1936).</summary>
public static class PoissonInterval
{
    /// <summary>
    /// The counts that might be expected where this one was seen; divided by an exposure, the interval of a rate. Seen the other way round,
    /// the count may be an expected one and need not be whole. The lower end is exactly 0 for none.
    /// </summary>
    /// <param name="count">Events, 0 or more.</param>
    /// <param name="confidence">Above 0 and below 1, half of the rest on either side.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative or no number, or the confidence not within 0..1.</exception>
    public static Interval Of(double count, double confidence = 0.95)
    {
        if (count is not (>= 0 and < double.PositiveInfinity))
            throw new ArgumentOutOfRangeException(nameof(count), count, "A count is 0 or more.");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(confidence);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(confidence, 1);

        var tail = (1 - confidence) / 2;
        return new Interval(
            count == 0 ? 0 : ChiSquared.InvCDF(2 * count, tail) / 2,
            ChiSquared.InvCDF(2 * (count + 1), 1 - tail) / 2);
    }
}
