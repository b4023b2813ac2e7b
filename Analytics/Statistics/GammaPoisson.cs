namespace Insights.Analytics.Statistics;

/// <summary>
/// How the true rates of several units (clients) spread, as a Gamma(A, B): the rate of a unit with little exposure is drawn towards the others.
/// </summary>
/// <param name="A">Shape, in events, above 0.</param>
/// <param name="B">Rate, in exposure, above 0.</param>
public readonly record struct GammaPoisson(double A, double B)
{
    /// <summary>
    /// The Gamma of the moments of the units' rates: their mean, and their sample variance less what chance adds to it (the mean over the mean
    /// exposure). Null with fewer than two units, without events, or where they spread no more than chance would: the pooled rate serves then.
    /// </summary>
    /// <param name="units">Events, 0 or more, and exposure, above 0, of each.</param>
    public static GammaPoisson? OfMoments(IReadOnlyList<(long Events, double Exposure)> units)
    {
        if (units.Count < 2)
            return null;
        double[] rates = [.. units.Select(u => u.Events / u.Exposure)];
        var mean = rates.Average();
        var variance = (rates.Sum(r => (r - mean) * (r - mean)) / (rates.Length - 1)) - (mean / units.Average(u => u.Exposure));
        return mean > 0 && variance > 0 ? new GammaPoisson(mean * mean / variance, mean / variance) : null;
    }

    /// <summary>The rate of a unit drawn towards the others, in events per exposure.</summary>
    public double Shrunk(long events, double exposure) => (events + A) / (exposure + B);
}
