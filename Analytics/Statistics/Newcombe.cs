namespace Insights.Analytics.Statistics;

/// <summary>The difference of two independent ratios with an interval from both Wilson intervals (Newcombe 1998, method 10).</summary>
public static class Newcombe
{
    /// <summary>First ratio minus second, -1..1, and its 95 % interval; null where either n is 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Successes are negative or above their n.</exception>
    public static (double Difference, Interval Interval)? Difference(long successes, long n, long otherSuccesses, long otherN)
    {
        if (Wilson.Interval(successes, n) is not { } first || Wilson.Interval(otherSuccesses, otherN) is not { } second)
            return null;

        var (p, q) = ((double)successes / n, (double)otherSuccesses / otherN);
        return (p - q, new Interval(p - q - Root(p - first.Low, second.High - q), p - q + Root(first.High - p, q - second.Low)));
    }

    private static double Root(double a, double b) => Math.Sqrt((a * a) + (b * b));
}
