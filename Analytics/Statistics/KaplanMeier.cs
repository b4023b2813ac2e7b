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
/// </summary>
public sealed class KaplanMeier
{
    // S is a product of fractions: half of the tickets must count as half.
    private const double Tolerance = 1e-9;

    private readonly SurvivalStep[] _steps;

    private KaplanMeier(int count, int events, SurvivalStep[] steps)
    {
        Count = count;
        EventCount = events;
        _steps = steps;
    }

    public int Count { get; }

    public int EventCount { get; }

    /// <summary>One step per time with an event, in order of time.</summary>
    public IReadOnlyList<SurvivalStep> Steps => _steps;

    /// <summary>The curve of times (0 or more) and whether each ended in an event; in any order, none at all is an empty curve.</summary>
    /// <exception cref="ArgumentException">The two spans differ in length, or a time is negative.</exception>
    public static KaplanMeier Of(ReadOnlySpan<long> times, ReadOnlySpan<bool> isEvent)
    {
        if (times.Length != isEvent.Length)
            throw new ArgumentException($"{times.Length} times but {isEvent.Length} flags.", nameof(isEvent));

        // Twice the time, plus one where censored: one sort of whole numbers puts events first at equal times.
        var keys = new long[times.Length];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = times[i] < 0 ? throw new ArgumentException($"The time {times[i]} is negative.", nameof(times)) : (times[i] * 2) + (isEvent[i] ? 0 : 1);
        Array.Sort(keys);
        var steps = StepsOf(keys);
        return new KaplanMeier(keys.Length, steps.Sum(s => s.Events), steps);
    }

    /// <summary>The first time by which that share (0..1) is answered; null where the curve never gets there.</summary>
    public long? Quantile(double ratio) => First(s => s.Waiting <= 1 - ratio + Tolerance);

    /// <summary>The 95 % interval of <see cref="Quantile"/>: the times at which the ends of the curve's interval get there, null where they never do.</summary>
    public (long? Low, long? High) QuantileInterval(double ratio) =>
        (First(s => s.Interval.Low <= 1 - ratio + Tolerance), First(s => s.Interval.High <= 1 - ratio + Tolerance));

    /// <summary>F(time): the share answered within a time, and its 95 % interval; 0 before the first answer.</summary>
    public (double Ratio, Interval Interval) AnsweredWithin(long time)
    {
        var (low, high) = (0, _steps.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _steps[middle].Time <= time ? (middle + 1, high) : (low, middle);
        }

        if (low == 0)
            return (0, new Interval(0, 0));
        var step = _steps[low - 1];
        return (1 - step.Waiting, new Interval(1 - step.Interval.High, 1 - step.Interval.Low));
    }

    private static SurvivalStep[] StepsOf(long[] keys)
    {
        var steps = new List<SurvivalStep>();
        var (waiting, sum, previousHigh) = (1.0, 0.0, 1.0);
        for (var i = 0; i < keys.Length;)
        {
            var first = i;
            while (i < keys.Length && keys[i] == keys[first])
                i++;
            if (keys[first] % 2 == 1)
                continue;

            var (atRisk, events) = (keys.Length - first, i - first);
            waiting *= 1 - ((double)events / atRisk);
            sum += (double)events / ((double)atRisk * (atRisk - events));
            var interval = events == atRisk ? new Interval(0, previousHigh) : LogLog(waiting, sum);
            steps.Add(new SurvivalStep(keys[first] / 2, atRisk, events, events == atRisk ? 0 : waiting, interval));
            previousHigh = interval.High;
        }

        return [.. steps];
    }

    private static Interval LogLog(double waiting, double greenwoodSum)
    {
        var theta = Math.Exp(Wilson.Z * Math.Sqrt(greenwoodSum) / Math.Log(waiting));
        return new Interval(Math.Pow(waiting, 1 / theta), Math.Pow(waiting, theta));
    }

    private long? First(Func<SurvivalStep, bool> reached)
    {
        foreach (var step in _steps)
            if (reached(step))
                return step.Time;
        return null;
    }
}
