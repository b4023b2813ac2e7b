using MathNet.Numerics;

namespace Insights.Analytics.Statistics;

/// <summary>
/// How many events a period should bring, and how far a count may be above that by chance: Poisson, or negative binomial where past counts
/// varied more than independent events do.
/// </summary>
/// <param name="Mean">Events expected, 0 or more.</param>
/// <param name="K">
/// The negative binomial's k, above 0; the smaller, the more variation (variance = mean + mean^2 / k). Null for Poisson.
/// </param>
public readonly record struct ExpectedCount(double Mean, double? K = null)
{
    /// <summary>Past counts whose variance is above so many times their mean are no Poisson counts.</summary>
    public const double DispersionLimit = 1.5;

    /// <summary>A count below this alarms nobody, however rare it is.</summary>
    public const long LeastAlarming = 3;

    /// <summary>From the counts of past periods of one length: their mean, and k from their sample variance.</summary>
    /// <exception cref="ArgumentException">There are fewer than two counts.</exception>
    public static ExpectedCount OfMoments(IReadOnlyList<long> counts)
    {
        if (counts.Count < 2)
            throw new ArgumentException("A variance needs two counts.", nameof(counts));

        var mean = counts.Average();
        var variance = counts.Sum(c => (c - mean) * (c - mean)) / (counts.Count - 1);
        return new ExpectedCount(mean, variance > DispersionLimit * mean ? mean * mean / (variance - mean) : null);
    }

    /// <summary>The probability, 0..1, of so many events or more.</summary>
    public double Tail(long count) => count <= 0 ? 1
        : K is { } k ? SpecialFunctions.BetaRegularized(count, k, Mean / (k + Mean))
        : SpecialFunctions.GammaLowerRegularized(count, Mean);

    /// <summary>
    /// The smallest count, at least <see cref="LeastAlarming"/>, that chance brings in no more than a share of periods.
    /// </summary>
    /// <param name="level">That share, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not above 0 and below 1.</exception>
    public long SmallestAlarming(double level = 0.01)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(level);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, 1);
        var high = LeastAlarming;
        while (Tail(high) > level)
            high *= 2;

        var low = LeastAlarming;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Tail(middle) <= level ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
