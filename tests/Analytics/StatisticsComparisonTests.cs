using Insights.Analytics.Statistics;

namespace Insights.Analytics.Tests;

/// <summary>Two samples beside each other: shares, waiting times, raters, directions.</summary>
public sealed class StatisticsComparisonTests
{
    [Theory]
    [InlineData(56, 70, 48, 80, .2000, .0524, .3339)]
    [InlineData(9, 10, 3, 10, .6, .1705, .8090)]
    [InlineData(6, 7, 2, 7, .5714, .0582, .8062)]
    [InlineData(5, 56, 0, 29, .0893, -.0381, .1926)]
    [InlineData(0, 10, 0, 20, 0, -.1611, .2775)]
    [InlineData(10, 10, 0, 20, 1, .6791, 1)]
    public void Newcombe_interval_of_published_cases(int x, int n, int otherX, int otherN, double difference, double low, double high)
    {
        var found = Newcombe.Difference(x, n, otherX, otherN)!.Value;
        Assert.Equal(difference, found.Difference, 4);
        Assert.Equal(low, found.Interval.Low, 4);
        Assert.Equal(high, found.Interval.High, 4);
    }

    [Fact]
    public void Newcombe_interval_holds_the_difference_mirrors_and_needs_both_samples()
    {
        var random = new Random(40);
        for (var round = 0; round < 2000; round++)
        {
            var (n, otherN) = (random.Next(1, 200), random.Next(1, 200));
            var (x, otherX) = (random.Next(0, n + 1), random.Next(0, otherN + 1));
            var (difference, (low, high)) = Newcombe.Difference(x, n, otherX, otherN)!.Value;
            Assert.True(-1 <= low && low <= difference && difference <= high && high <= 1);
            var mirror = Newcombe.Difference(otherX, otherN, x, n)!.Value;
            Assert.Equal(-high, mirror.Interval.Low, 12);
        }

        Assert.Null(Newcombe.Difference(0, 0, 1, 2));
        Assert.Null(Newcombe.Difference(1, 2, 0, 0));
    }

    [Fact]
    public void Log_rank_of_the_patients_of_Freireich()
    {
        var test = LogRank.Of(StatisticsSamples.Keys(StatisticsSamples.SixMp), StatisticsSamples.Keys(StatisticsSamples.Placebo));
        Assert.Equal(16.79, test.ChiSquared, 2);
        Assert.Equal(4.17e-05, test.PValue, 7);
        Assert.Equal((9, 21), (test.Observed, test.OtherObserved));
        Assert.Equal(19.3, test.Expected, 1);
        Assert.Equal(10.7, test.OtherExpected, 1);
    }

    [Theory]
    [InlineData(LogRankWeight.Waiting, 14.5, 1)]
    [InlineData(LogRankWeight.AtRisk, 13.457852, 6)]
    [InlineData(LogRankWeight.RootAtRisk, 15.123575, 6)]
    public void Weighted_log_rank_of_the_patients_of_Freireich(LogRankWeight weight, double chiSquared, int digits) =>
        Assert.Equal(chiSquared, LogRank.Of(StatisticsSamples.Keys(StatisticsSamples.SixMp), StatisticsSamples.Keys(StatisticsSamples.Placebo), weight).ChiSquared, digits);

    [Theory]
    [InlineData("10 20 30", "10 20 50", .254237, .614107)]
    [InlineData("10 20+ 30", "10 20+ 50", .384615, .535143)]
    public void Log_rank_of_three_against_three(string times, string other, double chiSquared, double p)
    {
        var test = LogRank.Of(StatisticsSamples.Keys(times), StatisticsSamples.Keys(other));
        Assert.Equal(chiSquared, test.ChiSquared, 6);
        Assert.Equal(p, test.PValue, 6);
    }

    [Fact]
    public void Log_rank_of_a_sample_against_itself_is_nothing_and_sides_do_not_matter()
    {
        var random = new Random(41);
        for (var round = 0; round < 300; round++)
        {
            var (a, b) = (StatisticsSamples.Keys(random, random.Next(0, 60), 40, .3), StatisticsSamples.Keys(random, random.Next(0, 60), 50, .3));
            Assert.Equal(0, LogRank.Of(a, a).ChiSquared, 9);
            var (one, two) = (LogRank.Of(a, b), LogRank.Of(b, a));
            Assert.Equal(one.ChiSquared, two.ChiSquared, 9);
            Assert.Equal((one.Observed, one.OtherObserved), (two.OtherObserved, two.Observed));
            Assert.Equal(one.Observed + one.OtherObserved, one.Expected + one.OtherExpected, 9);
            Assert.Equal(one.Expected, two.OtherExpected, 9);
            Assert.Equal((a.Count(Waits.IsEvent), b.Count(Waits.IsEvent)), (one.Observed, one.OtherObserved));
            Assert.InRange(one.PValue, 0, 1);
        }
    }

    /// <summary>Sexual fun of couples (R's vcd), and the example of priorities asked and given.</summary>
    [Theory]
    [InlineData("7 7 2 3 2 8 3 7 1 5 4 9 2 8 9 14", KappaWeight.Unweighted, .1293303, .06859853)]
    [InlineData("7 7 2 3 2 8 3 7 1 5 4 9 2 8 9 14", KappaWeight.Linear, .2373806, .07831633)]
    [InlineData("7 7 2 3 2 8 3 7 1 5 4 9 2 8 9 14", KappaWeight.Quadratic, .3320456, null)]
    [InlineData("12 6 2 0 8 20 14 3 2 10 60 18 0 1 9 35", KappaWeight.Unweighted, .4733995, null)]
    [InlineData("12 6 2 0 8 20 14 3 2 10 60 18 0 1 9 35", KappaWeight.Linear, .5930671, null)]
    [InlineData("12 6 2 0 8 20 14 3 2 10 60 18 0 1 9 35", KappaWeight.Quadratic, .7155425, null)]
    public void Kappa_of_published_and_computed_tables(string cells, KappaWeight weight, double value, double? standardError)
    {
        var kappa = WeightedKappa.Of(Table(cells), weight)!.Value;
        Assert.Equal(value, kappa.Value, 7);
        if (standardError is { } error)
            Assert.Equal(error, kappa.StandardError, 7);
    }

    [Theory]
    [InlineData(KappaWeight.Unweighted)]
    [InlineData(KappaWeight.Linear)]
    [InlineData(KappaWeight.Quadratic)]
    public void Kappa_is_one_on_the_diagonal_nothing_for_one_level_and_the_same_whoever_comes_first(KappaWeight weight)
    {
        var full = WeightedKappa.Of(Table("5 0 0 0 7 0 0 0 2"), weight)!.Value;
        Assert.Equal(1, full.Value, 12);
        Assert.Equal(0, full.StandardError, 7);
        Assert.Null(WeightedKappa.Of(Table("5 0 0 0"), weight));
        Assert.Null(WeightedKappa.Of(Table("0 0 0 0"), weight));
        Assert.Null(WeightedKappa.Of(Table("9"), weight));
        var random = new Random(42);
        for (var round = 0; round < 200; round++)
        {
            var (table, turned) = (new long[4, 4], new long[4, 4]);
            for (var cell = 0; cell < 16; cell++)
                turned[cell % 4, cell / 4] = table[cell / 4, cell % 4] = random.Next(0, 9);
            var (one, two) = (WeightedKappa.Of(table, weight)!.Value, WeightedKappa.Of(turned, weight)!.Value);
            Assert.Equal(one.Value, two.Value, 12);
            Assert.Equal(one.StandardError, two.StandardError, 12);
            Assert.InRange(one.Value, -1, 1);
        }

        Assert.Throws<ArgumentException>(() => WeightedKappa.Of(new long[2, 3], weight));
    }

    [Fact]
    public void Sign_test_of_priorities_raised_and_lowered()
    {
        Assert.Equal(.1597117, SignTest.PValue(30, 43), 7);
        Assert.Equal(SignTest.PValue(43, 30), SignTest.PValue(30, 43));
        Assert.Equal(1, SignTest.PValue(0, 0));
        Assert.Equal(1, SignTest.PValue(5, 5));
        Assert.Equal(2 * Math.Pow(.5, 6), SignTest.PValue(0, 6), 12);
        Assert.Throws<ArgumentOutOfRangeException>(() => SignTest.PValue(-1, 6));
    }

    private static long[,] Table(string cells)
    {
        var counts = cells.Split(' ').Select(c => long.Parse(c, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        var k = (int)Math.Sqrt(counts.Length);
        var table = new long[k, k];
        for (var cell = 0; cell < counts.Length; cell++)
            table[cell / k, cell % k] = counts[cell];
        return table;
    }
}
