using MathNet.Numerics.Distributions;

namespace Insights.Analytics.Statistics;

/// <summary>Quantiles of a plain sample, in which nothing is censored, and their interval without any assumption on its shape.</summary>
public static class OrderStatistics
{
    /// <summary>
    /// The quantile at a ratio 0..1 of values in ascending order, after Hyndman and Fan's type 7 (DuckDB's quantile_cont, Excel's PERCENTILE.INC).
    /// </summary>
    /// <exception cref="ArgumentException">There are no values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The ratio is not within 0..1.</exception>
    public static double Quantile(ReadOnlySpan<double> sorted, double ratio)
    {
        Refuse(ratio);
        if (sorted.IsEmpty)
            throw new ArgumentException("A quantile needs values.", nameof(sorted));

        var position = (sorted.Length - 1) * ratio;
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }

    /// <summary>
    /// The places, counted from 1, of the two of n sorted values between which the quantile lies with 95 % confidence or more;
    /// null where n is too small for a finite end (the upper end of P90 needs 36).
    /// </summary>
    public static (int? Low, int? High) Interval(int n, double ratio)
    {
        Refuse(ratio);
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        var (low, high) = (BinomialQuantile(0.025, n, ratio), BinomialQuantile(0.975, n, ratio) + 1);
        return (low >= 1 ? low : null, high <= n ? high : null);
    }

    /// <summary>The least number of successes whose cumulative probability reaches the given one.</summary>
    private static int BinomialQuantile(double probability, int n, double ratio)
    {
        var (low, high) = (0, n);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Binomial.CDF(ratio, n, middle) >= probability ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private static void Refuse(double ratio)
    {
        if (ratio is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(ratio), ratio, "A ratio is within 0..1.");
    }
}
