using MathNet.Numerics;

namespace Insights.Analytics.Statistics;

/// <summary>How much each time counts in a log-rank test.</summary>
public enum LogRankWeight
{
    /// <summary>All times alike: the log-rank test.</summary>
    Equal,

    /// <summary>By the number still waiting: Gehan's Wilcoxon test, which looks at early differences.</summary>
    AtRisk,

    /// <summary>By its square root: Tarone and Ware.</summary>
    RootAtRisk,

    /// <summary>By the share still waiting just before: Peto and Peto, Harrington and Fleming's rho = 1.</summary>
    Waiting,
}

/// <summary>Do two samples of waiting times differ at all?</summary>
/// <param name="ChiSquared">0 or more, one degree of freedom; 0 where the samples cannot differ.</param>
/// <param name="PValue">0..1; 1 where they cannot differ.</param>
/// <param name="Observed">Events of the first sample.</param>
/// <param name="OtherObserved">Events of the second.</param>
/// <param name="Expected">Events of the first, had both waited alike.</param>
/// <param name="OtherExpected">Events of the second, had both waited alike.</param>
public readonly record struct LogRank(
    double ChiSquared, double PValue, long Observed, long OtherObserved, double Expected, double OtherExpected)
{
    /// <summary>The test on two sorted samples (<see cref="Waits"/>); events before censorings at equal times.</summary>
    public static LogRank Of(ReadOnlySpan<long> keys, ReadOnlySpan<long> other, LogRankWeight weight = LogRankWeight.Equal)
    {
        var (i, j, observed, otherObserved) = (0, 0, 0L, 0L);
        var (expected, score, variance, waiting) = (0.0, 0.0, 0.0, 1.0);
        while (i < keys.Length && j < other.Length)
        {
            var key = Math.Min(keys[i], other[j]);
            double n1 = keys.Length - i, n2 = other.Length - j, n = n1 + n2;
            var (d1, d2) = (Take(keys, ref i, key), Take(other, ref j, key));
            if (!Waits.IsEvent(key))
                continue;

            var (d, w) = (d1 + d2, Weight(weight, n, waiting));
            (observed, otherObserved, expected) = (observed + d1, otherObserved + d2, expected + (d * n1 / n));
            score += w * (d1 - (d * n1 / n));
            variance += n > 1 ? w * w * d * (n1 / n) * (n2 / n) * (n - d) / (n - 1) : 0;
            waiting *= 1 - (d / n);
        }

        // Where only one sample still waits, nothing can differ: its events are as many as expected.
        var (rest, otherRest) = (Events(keys[i..]), Events(other[j..]));
        var chi = variance > 0 ? score * score / variance : 0;
        var all = observed + otherObserved;
        var p = SpecialFunctions.Erfc(Math.Sqrt(chi / 2));
        return new LogRank(chi, p, observed + rest, otherObserved + otherRest, expected + rest, all - expected + otherRest);
    }

    private static double Weight(LogRankWeight weight, double atRisk, double waiting) => weight switch
    {
        LogRankWeight.AtRisk => atRisk,
        LogRankWeight.RootAtRisk => Math.Sqrt(atRisk),
        LogRankWeight.Waiting => waiting,
        _ => 1,
    };

    private static int Take(ReadOnlySpan<long> keys, ref int i, long key)
    {
        var first = i;
        while (i < keys.Length && keys[i] == key)
            i++;
        return i - first;
    }

    private static int Events(ReadOnlySpan<long> keys)
    {
        var events = 0;
        foreach (var key in keys)
            events += Waits.IsEvent(key) ? 1 : 0;
        return events;
    }
}
