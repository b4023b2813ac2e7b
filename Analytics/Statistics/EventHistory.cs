namespace Insights.Analytics.Statistics;

/// <summary>Whether the events of a system come closer together.</summary>
public enum EventTrend
{
    /// <summary>Neither, or too little to say so; this is not "stable".</summary>
    None,

    /// <summary>Further and further apart.</summary>
    Improving,

    /// <summary>Closer and closer.</summary>
    Worsening,
}

/// <summary>
/// When the events of one system (an asset, a failure group) came: ages since its observation began, in one unit, for example days.
/// </summary>
/// <remarks>
/// Events are episodes, not tickets. A system first heard of by a failure is observed from that failure on, which is then the beginning and
/// not an event.
/// </remarks>
public sealed class EventHistory
{
    private readonly double[] _times;

    /// <summary>Observed up to an age whatever happened (time-truncated): the data end, or the system is retired.</summary>
    /// <param name="times">Ages of the events in any order, each above 0 and at most the end.</param>
    /// <param name="end">The age at which observation ended, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An age is outside its range.</exception>
    public EventHistory(IEnumerable<double> times, double end)
        : this([.. times.Order()], end, false)
    {
    }

    private EventHistory(double[] times, double end, bool endsAtEvent)
    {
        if (end is not (> 0 and < double.PositiveInfinity))
            throw new ArgumentOutOfRangeException(nameof(end), end, "Observation ends at an age above 0.");
        foreach (var time in times)
            if (!(time > 0 && time <= end))
                throw new ArgumentOutOfRangeException(nameof(times), time, "An event comes after the beginning and not after the end.");

        (_times, End, EndsAtEvent) = (times, end, endsAtEvent);
    }

    /// <summary>Observed until its last event and no longer (failure-truncated).</summary>
    /// <exception cref="ArgumentException">There are no events.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An age is not above 0.</exception>
    public static EventHistory UntilLast(IEnumerable<double> times)
    {
        double[] sorted = [.. times.Order()];
        return sorted.Length > 0
            ? new EventHistory(sorted, sorted[^1], true)
            : throw new ArgumentException("Observation that ends at an event needs one.", nameof(times));
    }

    /// <summary>Ages of all events, ascending.</summary>
    public IReadOnlyList<double> Times => _times;

    /// <summary>The age at which observation ended.</summary>
    public double End { get; }

    /// <summary>Observation ended because the last event came.</summary>
    public bool EndsAtEvent { get; }

    /// <summary>The events whose times chance chose: all but one that is itself the end.</summary>
    internal ReadOnlySpan<double> BeforeEnd => _times.AsSpan(0, _times.Length - (EndsAtEvent ? 1 : 0));
}
