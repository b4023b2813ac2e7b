using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Insights.Analytics.Statistics;

/// <summary>
/// Do events come more often in one time than in another? Under equal rates each of them falls into the first with the share that has of
/// the exposure, so the test and the interval are those of a binomial ratio (Przyborowski and Wilenski 1940).
/// </summary>
/// <param name="Ratio">Rate over the other rate; null where the other has no events.</param>
/// <param name="Low">Lower end of the exact interval of the ratio.</param>
/// <param name="High">Upper end; null where the other has no events.</param>
/// <param name="PValue">Two-sided, 0..1: all splits no likelier than the one seen.</param>
/// <param name="MorePValue">One-sided, 0..1: so many or more in the first.</param>
public readonly record struct RateRatio(double? Ratio, double Low, double? High, double PValue, double MorePValue)
{
    // Splits as likely as the one seen must not be missed by a rounding error; R's poisson.test allows the same.
    private const double AsLikely = 1 + 1e-7;

    /// <summary>Of events in an exposure against other events in theirs; null where there are no events at all.</summary>
    /// <param name="events">0 or more.</param>
    /// <param name="exposure">Above 0, in one unit with the other: days, or days of users.</param>
    /// <param name="otherEvents">0 or more.</param>
    /// <param name="otherExposure">Above 0.</param>
    /// <param name="confidence">Above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public static RateRatio? Of(int events, double exposure, int otherEvents, double otherExposure, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(events);
        ArgumentOutOfRangeException.ThrowIfNegative(otherEvents);
        Refuse(exposure, nameof(exposure));
        Refuse(otherExposure, nameof(otherExposure));
        var all = checked(events + otherEvents);
        if (ClopperPearson.Interval(events, all, confidence) is not { } share)
            return null;

        var equal = exposure / (exposure + otherExposure);
        double? ToRatio(double p) => p < 1 ? p / (1 - p) * (otherExposure / exposure) : null;
        return new RateRatio(
            ToRatio((double)events / all), ToRatio(share.Low)!.Value, ToRatio(share.High),
            TwoSided(equal, all, events), events == 0 ? 1 : SpecialFunctions.BetaRegularized(events, otherEvents + 1.0, equal));
    }

    private static double TwoSided(double share, int all, int events)
    {
        var limit = Binomial.PMF(share, all, events) * AsLikely;
        var sum = 0.0;
        for (var i = 0; i <= all; i++)
            if (Binomial.PMF(share, all, i) is var p && p <= limit)
                sum += p;
        return Math.Min(1, sum);
    }

    private static void Refuse(double exposure, string name)
    {
        if (exposure is not (> 0 and < double.PositiveInfinity))
            throw new ArgumentOutOfRangeException(name, exposure, "An exposure is above 0.");
    }
}
