namespace Insights.Analytics.Statistics;

/// <summary>Chart of single values (counts, times): limits from how much neighbouring months differ (Shewhart, Wheeler).</summary>
public static class XmrChart
{
    private const double LimitFactor = 2.66;
    private const double RangeLimitFactor = 3.267;

    /// <summary>The mean of the values and of their moving ranges, those beyond 3.267 times the mean range left out once.</summary>
    /// <exception cref="ArgumentException">There are fewer than two values.</exception>
    public static (double Centre, double MovingRange) Fit(ReadOnlySpan<double> values)
    {
        if (values.Length < 2)
            throw new ArgumentException("A moving range needs two values.", nameof(values));

        var sum = values[0];
        var ranges = new double[values.Length - 1];
        for (var i = 1; i < values.Length; i++)
            (sum, ranges[i - 1]) = (sum + values[i], Math.Abs(values[i] - values[i - 1]));
        var bound = RangeLimitFactor * ranges.Average();
        return (sum / values.Length, ranges.Where(r => r <= bound).Average());
    }

    /// <summary>Centre plus and minus 2.66 mean moving ranges.</summary>
    public static Interval Limits((double Centre, double MovingRange) fit) =>
        new(fit.Centre - (LimitFactor * fit.MovingRange), fit.Centre + (LimitFactor * fit.MovingRange));

    /// <summary>A point per value, each judged from itself and those before; a new stretch begins at each place (from 0) of rebaseAt.</summary>
    public static IReadOnlyList<ChartPoint> Of(double[] values, ChartLengths lengths, params int[] rebaseAt) =>
        [.. ControlChart.Stretches(values.Length, rebaseAt).SelectMany(stretch => Points(values[stretch], lengths))];

    private static IEnumerable<ChartPoint> Points(double[] values, ChartLengths lengths) =>
        Enumerable.Range(1, values.Length).Select(count => Point(values.AsSpan(0, count), lengths));

    private static ChartPoint Point(ReadOnlySpan<double> values, ChartLengths lengths)
    {
        if (values.Length < lengths.Run)
            return new ChartPoint(null, null, null, 0);

        var fit = Fit(values[..Math.Min(values.Length, lengths.Limits)]);
        var hasLimits = values.Length >= lengths.Limits && fit.MovingRange > 0;
        var deviation = hasLimits ? LimitFactor * fit.MovingRange / 3 : 1;
        var distances = new double[values.Length];
        for (var i = 0; i < distances.Length; i++)
            distances[i] = (values[i] - fit.Centre) / deviation;
        var (signal, side) = ControlChart.Read(values, distances, hasLimits);
        return new ChartPoint(fit.Centre, hasLimits ? Limits(fit) : null, signal, side);
    }
}
