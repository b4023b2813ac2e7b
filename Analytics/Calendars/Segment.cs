using NodaTime;

namespace Insights.Analytics.Calendars;

/// <summary>Open time [StartsEpoch, EndsEpoch) in UTC epoch seconds, and the working seconds before it.</summary>
public readonly record struct Segment(long StartsEpoch, long EndsEpoch, long CumSeconds)
{
    public long Seconds => EndsEpoch - StartsEpoch;
}

/// <summary>A date on which at least one shift starts, from the opening of its first to the closing of its last.</summary>
public readonly record struct BusinessDay(LocalDate Date, LocalDay Clock, long OpensEpoch, long ClosesEpoch);

/// <summary>The covered part of one UTC day: the working seconds before it and its open time in seconds of the UTC day.</summary>
public sealed record UtcDay(int Day, long CumSeconds, IReadOnlyList<(int Starts, int Ends)> Open);
