namespace Insights.Analytics.Statistics;

/// <summary>What a month of a control chart says beyond ordinary variation (the rules of NHS "Making data count").</summary>
public enum ChartSignal
{
    /// <summary>Outside the limits.</summary>
    Outside,

    /// <summary>The seventh in a row, or later, on the same side of the centre.</summary>
    Shift,

    /// <summary>The seventh in a row, or later, all rising or all falling.</summary>
    Drift,

    /// <summary>Beyond two thirds of the way to a limit, as is at least one of the two before, on the same side.</summary>
    NearLimit,
}

/// <summary>A point as it was judged when it came, from itself and those before.</summary>
/// <param name="Centre">Null where there are too few points.</param>
/// <param name="Limits">Null where there are too few points for limits, or these did not vary at all.</param>
/// <param name="Signal">Null where the point is within ordinary variation, or there are too few to tell.</param>
/// <param name="Side">1: higher than before (above the centre, or rising); -1: lower; 0 without a signal.</param>
/// <param name="Spread">Laney's sigma z, with which the limits of a month of any n can be drawn; null without limits, or on another chart.</param>
public readonly record struct ChartPoint(double? Centre, Interval? Limits, ChartSignal? Signal, int Side, double? Spread = null);

/// <summary>
/// From how many points there is a centre (a run chart), and from how many there are limits; they stay those of that many points.
/// </summary>
public readonly record struct ChartLengths(int Run, int Limits);

/// <summary>The rules every control chart shares.</summary>
internal static class ControlChart
{
    private const int RunLength = 7;
    private const double LimitDistance = 3;
    private const double NearDistance = 2;

    /// <summary>Where each stretch begins and ends: a new one at every place (from 0) a recorded change falls on.</summary>
    public static IEnumerable<Range> Stretches(int count, IEnumerable<int> rebaseAt)
    {
        var starts = rebaseAt.Where(at => at > 0 && at < count).Append(0).Distinct().Order().ToList();
        return starts.Select((start, i) => start..(i + 1 < starts.Count ? starts[i + 1] : count));
    }

    /// <summary>
    /// What the last point says. Distances from the centre are in standard deviations, of which the limits are three away; without limits only
    /// their sign counts.
    /// </summary>
    public static (ChartSignal? Signal, int Side) Read(ReadOnlySpan<double> values, ReadOnlySpan<double> distances, bool hasLimits)
    {
        var last = distances[^1];
        if (hasLimits && Math.Abs(last) > LimitDistance)
            return (ChartSignal.Outside, Math.Sign(last));
        if (Steady(distances) is var side && side != 0)
            return (ChartSignal.Shift, side);
        if (Slope(values) is var slope && slope != 0)
            return (ChartSignal.Drift, slope);
        return hasLimits && IsNear(distances) ? (ChartSignal.NearLimit, Math.Sign(last)) : (null, 0);
    }

    private static int Steady(ReadOnlySpan<double> distances)
    {
        if (distances.Length < RunLength)
            return 0;
        var side = Math.Sign(distances[^1]);
        foreach (var distance in distances[^RunLength..])
            if (Math.Sign(distance) != side)
                return 0;
        return side;
    }

    private static int Slope(ReadOnlySpan<double> values)
    {
        if (values.Length < RunLength)
            return 0;
        var slope = values[^1].CompareTo(values[^2]);
        for (var i = values.Length - RunLength + 1; i < values.Length; i++)
            if (values[i].CompareTo(values[i - 1]) != slope)
                return 0;
        return slope;
    }

    private static bool IsNear(ReadOnlySpan<double> distances)
    {
        var side = Math.Sign(distances[^1]);
        var near = 0;
        foreach (var distance in distances[^Math.Min(3, distances.Length)..])
            near += distance * side > NearDistance ? 1 : 0;
        return distances[^1] * side > NearDistance && near >= 2;
    }
}
