using System.Globalization;
using Insights.Analytics.Statistics;

namespace Insights.Analytics.Tests;

/// <summary>Waiting times as papers write them ("6 6+ 7": the plus is still waiting), and seeded ones.</summary>
internal static class StatisticsSamples
{
    /// <summary>Remission in weeks, Freireich and others 1963.</summary>
    public const string SixMp = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+";
    public const string Placebo = "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23";

    public static long[] Keys(string times) =>
    [
        .. times.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(t => Waits.Key(long.Parse(t.TrimEnd('+'), CultureInfo.InvariantCulture), !t.EndsWith('+'))).Order(),
    ];

    public static long[] Keys(Random random, int n, int until, double censored) =>
        [.. Enumerable.Range(0, n).Select(_ => Waits.Key(random.Next(0, until), random.NextDouble() >= censored)).Order()];
}
