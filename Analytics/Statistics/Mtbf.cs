namespace Insights.Analytics.Statistics;

/// <summary>Mean time between failures, where observation ended at a time and not at a failure; the last open gap counts.</summary>
/// <param name="Estimate">In the unit of the exposure; null where nothing failed.</param>
/// <param name="Low">Lower end of the exact interval; where nothing failed, the one-sided lower bound.</param>
/// <param name="High">Upper end; null where nothing failed.</param>
public readonly record struct Mtbf(double? Estimate, double Low, double? High)
{
    /// <summary>
    /// Of so many failures in an exposure (the time observed, summed over systems where there are several). With no failure the lower bound
    /// at 95 % is a third of the exposure.
    /// </summary>
    /// <param name="exposure">Above 0, for example in days.</param>
    /// <param name="failures">0 or more.</param>
    /// <param name="confidence">Above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public static Mtbf Of(double exposure, long failures, double confidence = 0.95)
    {
        if (exposure is not (> 0 and < double.PositiveInfinity))
            throw new ArgumentOutOfRangeException(nameof(exposure), exposure, "An exposure is above 0.");

        var (low, high) = PoissonInterval.Of(failures, confidence);
        return failures == 0
            ? new Mtbf(null, exposure / -Math.Log(1 - confidence), null)
            : new Mtbf(exposure / failures, exposure / high, exposure / low);
    }
}
