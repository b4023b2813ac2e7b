namespace Insights.Analytics.Statistics;

/// <summary>Within which limits a unit of a given size is no different from the others (Spiegelhalter 2005).</summary>
public static class Funnel
{
    /// <summary>From so many units the spread beyond chance may widen the limits.</summary>
    public const int LeastUnitsForDispersion = 10;

    private const double Trim = 0.1;

    /// <summary>
    /// Limits of a ratio around a target 0..1 for a unit of n tickets; z standard deviations, tau2 the variance between units beyond chance
    /// (arcsine scale).
    /// </summary>
    public static Interval RatioLimits(double target, long n, double z, double tau2 = 0)
    {
        var centre = Angle(target);
        var margin = z * Math.Sqrt((0.25 / n) + tau2);
        return new Interval(Ratio(Math.Max(0, centre - margin)), Ratio(Math.Min(Math.PI / 2, centre + margin)));
    }

    /// <summary>Limits of observed / expected where so many are expected; confidence 0..1, for example 0.95.</summary>
    public static Interval CountLimits(double expected, double confidence)
    {
        var (low, high) = PoissonInterval.Of(expected, confidence);
        return new Interval(low / expected, high / expected);
    }

    /// <summary>How many standard deviations a unit's ratio lies from the target, on the arcsine scale.</summary>
    public static double Distance(double target, long successes, long n) =>
        (Angle((double)successes / n) - Angle(target)) * 2 * Math.Sqrt(n);

    /// <summary>Mean squared distance, 1 where chance alone spreads the units; the outermost tenths brought in to their quantile.</summary>
    public static double Dispersion(IEnumerable<double> distances, double trim = Trim)
    {
        var sorted = distances.Order().ToArray();
        var (low, high) = (OrderStatistics.Quantile(sorted, trim), OrderStatistics.Quantile(sorted, 1 - trim));
        return sorted.Average(z => Math.Pow(Math.Clamp(z, low, high), 2));
    }

    /// <summary>
    /// tau2 of <see cref="RatioLimits"/>: the variance between units of these sizes that a dispersion implies; 0 where chance explains it.
    /// </summary>
    public static double VarianceBetween(double dispersion, IReadOnlyList<long> sizes)
    {
        var (k, sum, squares) = (sizes.Count, sizes.Sum(n => 4.0 * n), sizes.Sum(n => 16.0 * n * n));
        return Math.Max(0, ((k * dispersion) - (k - 1)) / (sum - (squares / sum)));
    }

    private static double Angle(double ratio) => Math.Asin(Math.Sqrt(ratio));

    private static double Ratio(double angle) => Math.Pow(Math.Sin(angle), 2);
}
