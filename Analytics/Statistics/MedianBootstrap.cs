namespace Insights.Analytics.Statistics;

/// <summary>How much longer the first sample waits than the second, with a 95 % percentile-bootstrap interval.</summary>
/// <param name="IsMedian">True: of the Kaplan-Meier medians, in the unit of the times. False: of the shares answered in time, -1..1.</param>
/// <param name="Difference">First sample minus second.</param>
/// <param name="Low">Null where that end is not finite: the median of the second sample is not reached.</param>
/// <param name="High">Null where that end is not finite: the median of the first sample is not reached.</param>
public readonly record struct BootstrapDifference(bool IsMedian, double Difference, double? Low, double? High);

/// <summary>
/// Difference of two Kaplan-Meier medians by percentile bootstrap: tickets drawn again within each sample, 2,000 times, from a fixed seed.
/// </summary>
public static class MedianBootstrap
{
    public const int Draws = 2000;
    private const ulong Seed = 20260101;
    private const double MostWithoutMedian = 0.05;

    /// <summary>First minus second of two sorted samples (<see cref="Waits"/>), whole waiting times.</summary>
    /// <param name="keys">The first sample.</param>
    /// <param name="other">The second sample.</param>
    /// <param name="within">
    /// Where more than 5 % of the draws have no median (or a sample has none), the shares answered within this time are compared.
    /// </param>
    /// <returns>Null where a sample is empty, or it is the shares' turn and within is null.</returns>
    public static BootstrapDifference? Difference(long[] keys, long[] other, long? within)
    {
        if (keys.Length == 0 || other.Length == 0)
            return null;
        var (first, second, random) = (new Resampling(keys), new Resampling(other), new SplitMix64(Seed));
        return Medians(first, second, ref random) ?? (within is { } limit ? Shares(first, second, limit, ref random) : null);
    }

    private static BootstrapDifference? Medians(Resampling first, Resampling second, ref SplitMix64 random)
    {
        var draws = new double[Draws];
        var without = 0;
        for (var i = 0; i < Draws; i++)
        {
            var (a, b) = (first.Median(ref random), second.Median(ref random));
            without += a is null || b is null ? 1 : 0;
            draws[i] = (a, b) switch
            {
                (null, null) => 0,
                (null, _) => double.PositiveInfinity,
                (_, null) => double.NegativeInfinity,
                _ => a.Value - b.Value,
            };
        }

        var (median, otherMedian) = (KaplanMeier.Of(first.Keys).Quantile(0.5), KaplanMeier.Of(second.Keys).Quantile(0.5));
        if (without > MostWithoutMedian * Draws || median is null || otherMedian is null)
            return null;
        return Of(isMedian: true, median.Value - otherMedian.Value, draws);
    }

    private static BootstrapDifference Shares(Resampling first, Resampling second, long within, ref SplitMix64 random)
    {
        var draws = new double[Draws];
        for (var i = 0; i < Draws; i++)
            draws[i] = first.AnsweredWithin(within, ref random) - second.AnsweredWithin(within, ref random);
        var (ratio, otherRatio) = (KaplanMeier.Of(first.Keys).AnsweredWithin(within).Ratio, KaplanMeier.Of(second.Keys).AnsweredWithin(within).Ratio);
        return Of(isMedian: false, ratio - otherRatio, draws);
    }

    private static BootstrapDifference Of(bool isMedian, double difference, double[] draws)
    {
        Array.Sort(draws);
        var (low, high) = (draws[(int)(0.025 * (Draws - 1))], draws[(int)Math.Ceiling(0.975 * (Draws - 1))]);
        return new BootstrapDifference(isMedian, difference, double.IsFinite(low) ? low : null, double.IsFinite(high) ? high : null);
    }
}
