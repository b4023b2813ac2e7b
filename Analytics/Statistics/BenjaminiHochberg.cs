namespace Insights.Analytics.Statistics;

/// <summary>
/// Many tests at once: of those called significant, no more than a share q is expected to be so by chance (Benjamini and Hochberg 1995).
/// The tests are one family, for example all assets of one client in one report.
/// </summary>
public static class BenjaminiHochberg
{
    /// <summary>Adjusted p-values, 0..1, in the order given: the least q at which each is significant.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A p-value is not within 0..1.</exception>
    public static double[] Adjusted(ReadOnlySpan<double> pValues)
    {
        foreach (var p in pValues)
            if (p is not (>= 0 and <= 1))
                throw new ArgumentOutOfRangeException(nameof(pValues), p, "A p-value is within 0..1.");

        var sorted = pValues.ToArray();
        int[] places = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort(sorted, places);
        var adjusted = new double[sorted.Length];
        var least = 1.0;
        for (var i = sorted.Length - 1; i >= 0; i--)
        {
            least = Math.Min(least, sorted[i] * (sorted.Length / (i + 1.0)));
            adjusted[places[i]] = least;
        }

        return adjusted;
    }

    /// <summary>Which are significant at q, 0..1, in the order given.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A p-value is not within 0..1.</exception>
    public static bool[] Rejected(ReadOnlySpan<double> pValues, double q = 0.10) => Array.ConvertAll(Adjusted(pValues), p => p <= q);
}
