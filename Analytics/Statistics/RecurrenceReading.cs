namespace Insights.Analytics.Statistics;

/// <summary>How much may be said of a number of events. None of them says "stable": what was not found may be there.</summary>
public enum RecurrenceWording
{
    /// <summary>Fewer than three events: their dates, nothing else.</summary>
    DatesOnly,

    /// <summary>Three to seven: how many and how often, no word of a trend.</summary>
    Counts,

    /// <summary>Eight or more, but the tests do not both find one trend: as <see cref="Counts"/>; chance can explain the rest.</summary>
    NotDistinguishable,

    /// <summary>Eight to nineteen, and both tests find the same trend: the events point to it.</summary>
    PointsTo,

    /// <summary>Twenty or more, and both tests find the same trend.</summary>
    Trend,
}

/// <summary>What the events of a system, or of several, allow one to say about their trend.</summary>
/// <param name="Wording">How far it may go.</param>
/// <param name="Direction">Worsening or improving where the wording is of a trend, else none.</param>
/// <param name="PValue">
/// The larger of both tests', 1 where they disagree on the direction: significant only where both are, and what goes into
/// <see cref="BenjaminiHochberg"/>. Null where there are fewer than three events.
/// </param>
public readonly record struct RecurrenceReading(RecurrenceWording Wording, EventTrend Direction, double? PValue)
{
    /// <summary>From so many events on their number is stated.</summary>
    public const int LeastForCounts = 3;

    /// <summary>From so many on they may point to a trend: fewer miss even a rate five times as high in two cases of three.</summary>
    public const int LeastForPointing = 8;

    /// <summary>From so many on a trend may be stated.</summary>
    public const int LeastForTrend = 20;

    private const double Level = 0.05;

    /// <summary>The reading of one system, or of several pooled, by <see cref="LaplaceTrend"/> and <see cref="MilHdbk189"/>.</summary>
    public static RecurrenceReading Of(params ReadOnlySpan<EventHistory> histories)
    {
        var events = 0;
        foreach (var history in histories)
            events += history.Times.Count;
        if (events < LeastForCounts || LaplaceTrend.Of(histories) is not { } laplace || MilHdbk189.Of(histories) is not { } power)
            return new RecurrenceReading(RecurrenceWording.DatesOnly, EventTrend.None, null);

        var p = laplace.Direction == power.Direction ? Math.Max(laplace.PValue, power.PValue) : 1;
        if (events < LeastForPointing)
            return new RecurrenceReading(RecurrenceWording.Counts, EventTrend.None, p);
        if (p >= Level)
            return new RecurrenceReading(RecurrenceWording.NotDistinguishable, EventTrend.None, p);
        return new RecurrenceReading(events < LeastForTrend ? RecurrenceWording.PointsTo : RecurrenceWording.Trend, laplace.Direction, p);
    }
}
