using Cronos;
using NodaTime;

namespace Insights.Ingest.Sources;

/// <summary>When something is due: a cron form by the clock of a place.</summary>
public sealed record PullSchedule(CronExpression Cron, DateTimeZone Zone)
{
    /// <summary>The first moment after another; an hour the clock skips counts as the one after it.</summary>
    public DateTimeOffset Next(DateTimeOffset after)
    {
        var here = DateTime.SpecifyKind(Instant.FromDateTimeOffset(after).InZone(Zone).ToDateTimeUnspecified(), DateTimeKind.Utc);
        return Cron.GetNextOccurrence(here) is { } next
            ? Zone.AtLeniently(LocalDateTime.FromDateTime(next)).ToInstant().ToDateTimeOffset()
            : DateTimeOffset.MaxValue;
    }
}
