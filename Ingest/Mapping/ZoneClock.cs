using NodaTime;
using NodaTime.TimeZones;

namespace Insights.Ingest.Mapping;

/// <summary>
/// Turns wall-clock times of one zone into UTC. A time the spring change skips moves forward by the gap; of a time the autumn
/// change repeats, the first is taken and flagged. One thread at a time: it remembers the stretch of the last answer.
/// </summary>
public sealed class ZoneClock(DateTimeZone zone)
{
    /// <summary>No change moves a clock by more than this: further than that from a change a wall time has one meaning.</summary>
    private const long Guard = 86_400;

    private static readonly ZoneLocalMappingResolver Resolver =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted);

    private long _plainFrom = long.MaxValue;
    private long _plainUntil = long.MinValue;
    private long _offset;

    /// <param name="localSeconds">Seconds since 1970-01-01 by the wall clock.</param>
    /// <param name="isAmbiguous">True when the wall clock showed that time twice.</param>
    /// <returns>Seconds since 1970-01-01 UTC.</returns>
    public long ToUtc(long localSeconds, out bool isAmbiguous)
    {
        isAmbiguous = false;
        return localSeconds >= _plainFrom && localSeconds < _plainUntil ? localSeconds - _offset : Resolve(localSeconds, out isAmbiguous);
    }

    private long Resolve(long localSeconds, out bool isAmbiguous)
    {
        var local = LocalDateTime.FromDateTime(DateTime.UnixEpoch.AddSeconds(localSeconds));
        var mapping = zone.MapLocal(local);
        isAmbiguous = mapping.Count == 2;
        if (mapping.Count == 1)
            Remember(mapping.EarlyInterval);
        return Resolver(mapping).ToInstant().ToUnixTimeSeconds();
    }

    private void Remember(ZoneInterval interval)
    {
        _offset = interval.WallOffset.Seconds;
        _plainFrom = interval.HasStart ? interval.Start.ToUnixTimeSeconds() + _offset + Guard : long.MinValue;
        _plainUntil = interval.HasEnd ? interval.End.ToUnixTimeSeconds() + _offset - Guard : long.MaxValue;
    }
}
