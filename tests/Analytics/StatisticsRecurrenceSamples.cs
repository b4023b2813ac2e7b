using System.Globalization;
using Insights.Analytics.Statistics;

namespace Insights.Analytics.Tests;

/// <summary>Histories of failure that books and handbooks work out.</summary>
internal static class StatisticsRecurrenceSamples
{
    /// <summary>Modarres, example 5.11: gaps between failures, observed until the last.</summary>
    public static EventHistory Modarres { get; } = EventHistory.UntilLast(Ages(
        "104 131 1597 59 4 503 157 6 118 173 114 62 101 216 106 140 1 102 3 393 96 232 89 61 37 293 7 165 87 99"));

    /// <summary>NIST/SEMATECH e-Handbook 8.2.3.4: a system that improves, observed for 1500 hours.</summary>
    public static EventHistory Nist { get; } = new(Numbers("5 40 43 175 389 712 747 795 1299 1478"), 1500);

    /// <summary>AMSAA TR-138: three systems observed for 200 hours each.</summary>
    public static EventHistory[] Amsaa { get; } =
    [
        new(Numbers("4.3 4.4 10.2 23.5 23.8 26.4 74 77.1 92.1 197.2"), 200),
        new(Numbers(".1 5.6 18.6 19.5 24.2 26.7 45.1 45.8 75.7 79.7 98.6 120.1 161.8 180.6 190.8"), 200),
        new(Numbers("8.4 32.5 44.7 48.4 50.6 73.6 98.7 112.2 129.8 136 195.8"), 200),
    ];

    /// <summary>ReliaWiki, recurrent events: five systems until they were retired.</summary>
    public static EventHistory[] ReliaWiki { get; } =
    [
        new(Numbers("5 10 15"), 17), new(Numbers("6 13 17"), 19), new(Numbers("12 20 25"), 26), new(Numbers("13 15"), 24),
        new(Numbers("16 22 25"), 28),
    ];

    public static double[] Numbers(string values) => [.. values.Split(' ').Select(v => double.Parse(v, CultureInfo.InvariantCulture))];

    /// <summary>Evenly spread events of a system observed for a random time.</summary>
    public static EventHistory Even(Random random, int n)
    {
        var end = 1 + (random.NextDouble() * 500);
        return new EventHistory(Enumerable.Range(0, n).Select(_ => (1 - random.NextDouble()) * end), end);
    }

    private static double[] Ages(string gaps)
    {
        var age = 0.0;
        return [.. Numbers(gaps).Select(gap => age += gap)];
    }
}
