namespace Insights.Analytics.Statistics;

/// <summary>
/// Laney's p' chart of ratios whose n differs from month to month: the limits widen where n is small, and with the spread the months really have.
/// </summary>
public static class LaneyChart
{
    private const double RangeToDeviation = 1.128;

    /// <summary>The pooled ratio of the months, and how many binomial standard deviations one of theirs is (1: chance alone).</summary>
    /// <exception cref="ArgumentException">There are fewer than two months, or one without any n.</exception>
    public static (double Centre, double Spread) Fit(ReadOnlySpan<(long Successes, long N)> months)
    {
        if (months.Length < 2)
            throw new ArgumentException("A moving range needs two months.", nameof(months));

        var (successes, n) = (0L, 0L);
        foreach (var month in months)
        {
            if (month.N <= 0)
                throw new ArgumentException("A ratio needs an n.", nameof(months));
            (successes, n) = (successes + month.Successes, n + month.N);
        }

        var centre = (double)successes / n;
        if (successes == 0 || successes == n)
            return (centre, 0);

        var ranges = 0.0;
        for (var i = 1; i < months.Length; i++)
            ranges += Math.Abs(Distance(months[i], centre) - Distance(months[i - 1], centre));
        return (centre, ranges / (months.Length - 1) / RangeToDeviation);
    }

    /// <summary>The limits of a month with that n, cut to 0..1.</summary>
    public static Interval Limits((double Centre, double Spread) fit, long n)
    {
        var margin = 3 * Math.Sqrt(fit.Centre * (1 - fit.Centre) / n) * fit.Spread;
        return new Interval(Math.Max(0, fit.Centre - margin), Math.Min(1, fit.Centre + margin));
    }

    /// <summary>A point per month, each judged from itself and those before; a new stretch begins at each place (from 0) of rebaseAt.</summary>
    public static IReadOnlyList<ChartPoint> Of((long Successes, long N)[] months, ChartLengths lengths, params int[] rebaseAt) =>
        [.. ControlChart.Stretches(months.Length, rebaseAt).SelectMany(stretch => Points(months[stretch], lengths))];

    private static IEnumerable<ChartPoint> Points((long Successes, long N)[] months, ChartLengths lengths) =>
        Enumerable.Range(1, months.Length).Select(count => Point(months.AsSpan(0, count), lengths));

    private static ChartPoint Point(ReadOnlySpan<(long Successes, long N)> months, ChartLengths lengths)
    {
        if (months.Length < lengths.Run)
            return new ChartPoint(null, null, null, 0);

        var fit = Fit(months[..Math.Min(months.Length, lengths.Limits)]);
        var hasLimits = months.Length >= lengths.Limits && fit.Spread > 0;
        var (values, distances) = (new double[months.Length], new double[months.Length]);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (double)months[i].Successes / months[i].N;
            distances[i] = hasLimits ? Distance(months[i], fit.Centre) / fit.Spread : values[i] - fit.Centre;
        }

        var (signal, side) = ControlChart.Read(values, distances, hasLimits);
        return new ChartPoint(fit.Centre, hasLimits ? Limits(fit, months[^1].N) : null, signal, side, hasLimits ? fit.Spread : null);
    }

    /// <summary>From the centre, in binomial standard deviations of the month's own n.</summary>
    private static double Distance((long Successes, long N) month, double centre) =>
        (((double)month.Successes / month.N) - centre) / Math.Sqrt(centre * (1 - centre) / month.N);
}
