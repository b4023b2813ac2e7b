namespace Insights.Ingest.Tests.Apis;

/// <summary>A clock on which waiting takes a fiftieth of the time; the hour is as given.</summary>
internal sealed class HurriedClock(DateTime now) : TimeProvider
{
    private const int Hurry = 50;

    public override DateTimeOffset GetUtcNow() => new(now);

    public override long GetTimestamp() => System.GetTimestamp() * Hurry;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / Hurry : dueTime, period > TimeSpan.Zero ? period / Hurry : period);
}
