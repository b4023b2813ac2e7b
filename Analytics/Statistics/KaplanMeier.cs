namespace Insights.Analytics.Statistics;

/// <summary>A time at which something happened: how many still waited just before, to how many it happened, and the share still waiting after it.</summary>
/// <param name="Time">Whole seconds (or any unit the times came in).</param>
/// <param name="AtRisk">Still waiting just before Time.</param>
/// <param name="Events">Answered at Time.</param>
/// <param name="Waiting">S(Time), the share still waiting, 0..1.</param>
/// <param name="Interval">95 % log-log interval of Waiting. Where nobody is left the lower end is 0 and the upper that of the step before.</param>
public readonly record struct SurvivalStep(long Time, int AtRisk, int Events, double Waiting, Interval Interval);

/// <summary>
/// Kaplan-Meier curve of waiting times, in which a ticket still unanswered counts as "longer than" the time it has waited.
/// At equal times events come before censorings. Variance after Greenwood, intervals log-log.
/// One object may be fitted to one sample after another and keeps its room: a refresh draws a curve per client, month and window.
/// </summary>
public sealed class KaplanMeier
{
    // S is a product of fractions: half of the tickets must count as half.
    private const double Tolerance = 1e-9;

    private long[] _times = [];
    private int[] _atRisk = [];
    private int[] _events = [];
    private double[] _waiting = [];
    private double[] _greenwood = [];
    private int _steps;

    /// <summary>The size of the sample, censored included.</summary>
    public int Count { get; private set; }

    public int EventCount { get; private set; }

    /// <summary>One step per time with an event, in order of time.</summary>
    public IReadOnlyList<SurvivalStep> Steps => [.. Enumerable.Range(0, _steps).Select(Step)];

    /// <summary>The curve of times (0 or more) and whether each ended in an event; in any order, none at all is an empty curve.</summary>
    /// <exception cref="ArgumentException">The two spans differ in length, or a time is negative.</exception>
    public static KaplanMeier Of(ReadOnlySpan<long> times, ReadOnlySpan<bool> isEvent) => Of(Waits.Sorted(times, isEvent));

    /// <summary>The curve of a sorted sample (<see cref="Waits"/>).</summary>
    public static KaplanMeier Of(ReadOnlySpan<long> keys)
    {
        var curve = new KaplanMeier();
        curve.Fit(keys);
        return curve;
    }

    /// <summary>Replaces the curve by that of another sorted sample (<see cref="Waits"/>).</summary>
    public void Fit(ReadOnlySpan<long> keys)
    {
        MakeRoom(keys.Length);
        (_steps, Count, EventCount) = (0, keys.Length, 0);
        var (waiting, sum) = (1.0, 0.0);
        for (var i = 0; i < keys.Length;)
        {
            var (key, first) = (keys[i], i);
            while (++i < keys.Length && keys[i] == key)
            {
            }

            if (!Waits.IsEvent(key))
                continue;
            var (atRisk, events) = (keys.Length - first, i - first);
            waiting = events == atRisk ? 0 : waiting * (1 - ((double)events / atRisk));
            sum += (double)events / ((double)atRisk * (atRisk - events));
            Append(Waits.Time(key), atRisk, events, waiting, sum);
        }
    }

    /// <summary>The first time by which that share (0..1) is answered; null where the curve never gets there.</summary>
    public long? Quantile(double ratio)
    {
        var (low, high) = (0, _steps);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _waiting[middle] <= 1 - ratio + Tolerance ? (low, middle) : (middle + 1, high);
        }

        return low < _steps ? _times[low] : null;
    }

    /// <summary>
    /// The 95 % interval of <see cref="Quantile"/>: the times at which the ends of the curve's interval get there, null where they never do.
    /// </summary>
    public (long? Low, long? High) QuantileInterval(double ratio)
    {
        var level = 1 - ratio + Tolerance;
        return (FirstWith(level, isLow: true, 0, _steps - 1), FirstWith(level, isLow: false, 0, _steps - 1));
    }

    /// <summary>F(time): the share answered within a time, and its 95 % interval; 0 before the first answer.</summary>
    public (double Ratio, Interval Interval) AnsweredWithin(long time)
    {
        var after = Array.BinarySearch(_times, 0, _steps, time);
        var step = after >= 0 ? after : ~after - 1;
        if (step < 0)
            return (0, new Interval(0, 0));
        var interval = IntervalAt(step);
        return (1 - _waiting[step], new Interval(1 - interval.High, 1 - interval.Low));
    }

    /// <summary>Mean wait counted up to a limit (the area under the curve), with its standard error, in the unit of the times.</summary>
    public (double Mean, double StandardError) RestrictedMean(long limit)
    {
        var end = 0;
        while (end < _steps && _times[end] <= limit)
            end++;
        var (area, variance, until) = (0.0, 0.0, (double)limit);
        for (var i = end - 1; i >= 0; i--)
        {
            area += _waiting[i] * (until - _times[i]);
            until = _times[i];
            if (_atRisk[i] > _events[i])
                variance += area * area * _events[i] / ((double)_atRisk[i] * (_atRisk[i] - _events[i]));
        }

        return (area + until, Math.Sqrt(variance));
    }

    /// <summary>
    /// The first time at which one end of the interval is at or below the level, among the steps from..to. Halves are passed over where even
    /// the most the two monotone parts could give, ln(-ln S) of the last step and the Greenwood sum of the better end, stays above it.
    /// </summary>
    private long? FirstWith(double level, bool isLow, int from, int to)
    {
        if (from > to || Reach(isLow, from, to) < Math.Log(-Math.Log(level)) - 1e-6)
            return null;
        if (from == to)
            return (isLow ? IntervalAt(from).Low : IntervalAt(from).High) <= level ? _times[from] : null;
        var middle = (from + to) / 2;
        return FirstWith(level, isLow, from, middle) ?? FirstWith(level, isLow, middle + 1, to);
    }

    private double Reach(bool isLow, int from, int to)
    {
        var most = -Math.Log(_waiting[to]);
        var margin = isLow
            ? Wilson.Z * Math.Sqrt(_greenwood[to]) / -Math.Log(_waiting[from])
            : -Wilson.Z * Math.Sqrt(_greenwood[from]) / most;
        return double.IsPositiveInfinity(most) ? most : Math.Log(most) + margin;
    }

    private SurvivalStep Step(int i) => new(_times[i], _atRisk[i], _events[i], _waiting[i], IntervalAt(i));

    private Interval IntervalAt(int i)
    {
        if (_atRisk[i] == _events[i])
            return new Interval(0, i == 0 ? 1 : IntervalAt(i - 1).High);
        var theta = Math.Exp(Wilson.Z * Math.Sqrt(_greenwood[i]) / Math.Log(_waiting[i]));
        return new Interval(Math.Pow(_waiting[i], 1 / theta), Math.Pow(_waiting[i], theta));
    }

    private void Append(long time, int atRisk, int events, double waiting, double greenwood)
    {
        (_times[_steps], _atRisk[_steps], _events[_steps]) = (time, atRisk, events);
        (_waiting[_steps], _greenwood[_steps]) = (waiting, greenwood);
        _steps++;
        EventCount += events;
    }

    private void MakeRoom(int steps)
    {
        if (_times.Length >= steps)
            return;
        (_times, _atRisk, _events) = (new long[steps], new int[steps], new int[steps]);
        (_waiting, _greenwood) = (new double[steps], new double[steps]);
    }
}
