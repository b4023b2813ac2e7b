namespace Insights.Analytics.Statistics;

/// <summary>
/// Draws from a sorted sample (<see cref="Waits"/>) with replacement, as many as it holds, and gives what Kaplan-Meier makes of the draw,
/// without drawing ticket by ticket: the sample is cut into runs of events and of censorings. Within a run of events the curve falls evenly
/// with their number, so that its median is an order statistic of uniform draws; how many fall into a run is binomial. The result is
/// distributed exactly as with drawing one by one, at the cost of the runs before the median (mostly one) instead of all tickets.
/// </summary>
internal sealed class Resampling
{
    private const double Half = 0.5 + 1e-9;

    private readonly List<(int Events, int Censored)> _runs = [];

    public Resampling(long[] keys)
    {
        Keys = keys;
        for (var i = 0; i < keys.Length;)
        {
            var first = i;
            while (i < keys.Length && Waits.IsEvent(keys[i]))
                i++;
            var events = i - first;
            while (i < keys.Length && !Waits.IsEvent(keys[i]))
                i++;
            _runs.Add((events, i - first - events));
        }
    }

    public long[] Keys { get; }

    /// <summary>The median of one draw; null where its curve does not fall to one half.</summary>
    public long? Median(ref SplitMix64 random)
    {
        var (atRisk, passed, waiting) = (Keys.Length, 0, 1.0);
        foreach (var (events, censored) in _runs)
        {
            double left = Keys.Length - passed;
            var needed = Math.Max(1, (int)Math.Ceiling(atRisk * (1 - (Half / waiting))));
            var place = random.OrderStatistic(needed, atRisk) * left;
            if (place < events)
                return Waits.Time(Keys[passed + (int)place]);

            var happened = random.Binomial(needed - 1, events / place);
            waiting *= 1 - ((double)happened / atRisk);
            atRisk -= happened + random.Binomial(atRisk - happened, censored / (left - events));
            passed += events + censored;
            if (atRisk == 0)
                return null;
        }

        return null;
    }

    /// <summary>F(time) of one draw: the share answered within it, 0..1.</summary>
    public double AnsweredWithin(long time, ref SplitMix64 random)
    {
        var until = FirstAfter(time);
        var (atRisk, passed, waiting) = (Keys.Length, 0, 1.0);
        foreach (var (events, censored) in _runs)
        {
            if (passed >= until || atRisk == 0)
                break;
            double left = Keys.Length - passed;
            var counted = Math.Min(events, until - passed);
            var happened = random.Binomial(atRisk, counted / left);
            waiting *= 1 - ((double)happened / atRisk);
            atRisk -= happened;
            if (counted < events)
                break;
            atRisk -= random.Binomial(atRisk, censored / (left - events));
            passed += events + censored;
        }

        return 1 - waiting;
    }

    /// <summary>How many of the sample come before anything later than a time.</summary>
    private int FirstAfter(long time)
    {
        var (low, high) = (0, Keys.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Waits.Time(Keys[middle]) <= time ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
