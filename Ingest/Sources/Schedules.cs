using Cronos;
using NodaTime;

namespace Insights.Ingest.Sources;

/// <summary>Cron forms by the clock of a place.</summary>
internal static class Schedules
{
    /// <summary>The first moment of the schedule after another; an hour the clock skips counts as the one after it.</summary>
    public static DateTimeOffset Next(CronExpression schedule, DateTimeZone zone, DateTimeOffset after)
    {
        var here = DateTime.SpecifyKind(Instant.FromDateTimeOffset(after).InZone(zone).ToDateTimeUnspecified(), DateTimeKind.Utc);
        return schedule.GetNextOccurrence(here) is { } next
            ? zone.AtLeniently(LocalDateTime.FromDateTime(next)).ToInstant().ToDateTimeOffset()
            : DateTimeOffset.MaxValue;
    }
}
