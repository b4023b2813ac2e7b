namespace Insights.Analytics.Statistics;

/// <summary>
/// A sample of waiting times as sorted whole numbers: four times the time, plus two where it is censored ("longer than"), plus one where it is
/// censored because it ended without the event and can no longer have it.
/// Ascending order then puts events before censorings at equal times, and one array holds the sample.
/// </summary>
public static class Waits
{
    public static long Key(long time, bool isEvent) => (time * 4) + (isEvent ? 0 : 2);

    public static long Time(long key) => key >> 2;

    public static bool IsEvent(long key) => (key & 3) == 0;

    /// <summary>Censored, and the event can no longer come.</summary>
    public static bool IsEnded(long key) => (key & 3) == 1;

    /// <summary>The keys in ascending order of times (0 or more) given in any order.</summary>
    /// <exception cref="ArgumentException">The two spans differ in length, or a time is negative.</exception>
    public static long[] Sorted(ReadOnlySpan<long> times, ReadOnlySpan<bool> isEvent)
    {
        if (times.Length != isEvent.Length)
            throw new ArgumentException($"{times.Length} times but {isEvent.Length} flags.", nameof(isEvent));

        var keys = new long[times.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            if (times[i] < 0)
                throw new ArgumentException($"The time {times[i]} is negative.", nameof(times));
            keys[i] = Key(times[i], isEvent[i]);
        }

        Array.Sort(keys);
        return keys;
    }
}
