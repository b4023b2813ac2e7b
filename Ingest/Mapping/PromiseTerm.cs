namespace Insights.Ingest.Mapping;

/// <summary>Which time a promise runs on: wall time since the client asked, or the agreed calendar of the contract.</summary>
public enum PromiseClock
{
    Contract,
    Client,
}

/// <summary>
/// What a promise means: either <see cref="Seconds"/> on the clock, or <see cref="BusinessDays"/> of the contract calendar,
/// on the last of them until <see cref="UntilSecond"/>. Exactly one of the two is set.
/// </summary>
/// <param name="Seconds">Whole seconds, at least 1.</param>
/// <param name="BusinessDays">0 is the very business day until closing, 1 the next one, up to 366.</param>
/// <param name="UntilSecond">Seconds from local midnight, 1 to 86400; null is closing time.</param>
/// <param name="Clock">Business days always run on the contract clock.</param>
public sealed record PromiseTerm(long? Seconds, int? BusinessDays, int? UntilSecond, PromiseClock Clock)
{
    public static PromiseTerm Of(long seconds, PromiseClock clock) => new(seconds, null, null, clock);

    public static PromiseTerm OfBusinessDays(int days, int? untilSecond = null) =>
        new(null, days, untilSecond, PromiseClock.Contract);
}
