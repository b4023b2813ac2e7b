using Insights.Analytics.Statistics;
using MathNet.Numerics.Distributions;

namespace Insights.Analytics.Tests;

/// <summary>Too many this month? Rates beside each other, counts beside what was expected, and many such questions at once.</summary>
public sealed class StatisticsRecurrenceRatesTests
{
    [Fact]
    public void Rates_of_the_example_of_poisson_test_in_R()
    {
        var found = RateRatio.Of(11, 800, 21, 3011)!.Value;
        Assert.Equal(1.971488, found.Ratio!.Value, 6);
        Assert.Equal(.07967, found.PValue, 5);
        Assert.Equal(.8584264, found.Low, 7);
        Assert.Equal(4.2772659, found.High!.Value, 7);
    }

    [Fact]
    public void Fourteen_in_thirty_days_against_four_in_twenty_one() =>
        Assert.Equal(.1491545, RateRatio.Of(14, 30, 4, 21)!.Value.PValue, 7);

    [Fact]
    public void More_than_expected_is_the_upper_tail_of_the_binomial()
    {
        // 3 of 4 and 4 of 4 where half are expected: (4 + 1) / 16.
        Assert.Equal(5.0 / 16, RateRatio.Of(3, 7, 1, 7)!.Value.MorePValue, 12);
        Assert.Equal(1, RateRatio.Of(0, 7, 4, 7)!.Value.MorePValue);
        var random = new Random(62);
        for (var round = 0; round < 300; round++)
        {
            var (x, m, b, a) = (random.Next(1, 60), random.Next(0, 300), 1 + (random.NextDouble() * 40), 1 + (random.NextDouble() * 400));
            Assert.Equal(1 - Binomial.CDF(b / (a + b), x + m, x - 1), RateRatio.Of(x, b, m, a)!.Value.MorePValue, 9);
        }
    }

    [Fact]
    public void A_ratio_lies_in_its_interval_and_turns_with_its_sides()
    {
        var random = new Random(63);
        for (var round = 0; round < 500; round++)
        {
            var (x, m, b, a) = (random.Next(1, 80), random.Next(1, 80), 1 + (random.NextDouble() * 40), 1 + (random.NextDouble() * 400));
            var (found, turned) = (RateRatio.Of(x, b, m, a)!.Value, RateRatio.Of(m, a, x, b)!.Value);
            Assert.InRange(found.Ratio!.Value, found.Low, found.High!.Value);
            Assert.Equal(1, found.Ratio.Value * turned.Ratio!.Value, 9);
            Assert.Equal(1, found.Low * turned.High!.Value, 6);
            Assert.Equal(found.PValue, turned.PValue, 9);
            Assert.InRange(found.PValue, 0, 1);
        }
    }

    [Fact]
    public void A_side_without_events_leaves_one_end_open()
    {
        var first = RateRatio.Of(0, 30, 5, 30)!.Value;
        Assert.Equal((0.0, 0.0), (first.Ratio, first.Low));
        Assert.NotNull(first.High);
        var other = RateRatio.Of(5, 30, 0, 30)!.Value;
        Assert.Equal((null, null), (other.Ratio, other.High));
        Assert.True(other.Low > 0);
        Assert.Equal(2.0 / 32, other.PValue, 12);
        Assert.Null(RateRatio.Of(0, 30, 0, 30));
        Assert.Throws<ArgumentOutOfRangeException>(() => RateRatio.Of(1, 0, 1, 30));
    }

    [Theory]
    [InlineData(81, 263, .2527, .3676)]
    [InlineData(15, 148, .0578, .1617)]
    [InlineData(0, 20, 0, .1684)]
    [InlineData(1, 29, .0009, .1776)]
    [InlineData(9, 10, .5550, .9975)]
    [InlineData(47, 50, .8345, .9875)]
    [InlineData(3, 3, .2924, 1)]
    public void Clopper_Pearson_interval_of_published_cases(int x, int n, double low, double high)
    {
        var interval = ClopperPearson.Interval(x, n)!.Value;
        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
        Assert.Null(ClopperPearson.Interval(0, 0));
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(.001, 3)]
    [InlineData(.25, 3)]
    [InlineData(.5, 4)]
    [InlineData(1, 5)]
    [InlineData(2, 7)]
    [InlineData(3, 9)]
    [InlineData(5, 12)]
    [InlineData(10, 19)]
    public void Smallest_count_that_alarms_where_so_many_are_expected(double mean, long count) =>
        Assert.Equal(count, new ExpectedCount(mean).SmallestAlarming());

    [Fact]
    public void The_smallest_alarming_count_is_rare_and_the_one_below_is_not()
    {
        var random = new Random(64);
        for (var round = 0; round < 300; round++)
        {
            double? k = random.Next(2) == 0 ? null : Math.Exp((random.NextDouble() * 8) - 4);
            var expected = new ExpectedCount(Math.Exp((random.NextDouble() * 14) - 4), k);
            var level = round % 2 == 0 ? .01 : .001;
            var count = expected.SmallestAlarming(level);
            Assert.True(expected.Tail(count) <= level);
            Assert.True(count == 3 || expected.Tail(count - 1) > level);
        }
    }

    [Fact]
    public void Counts_that_vary_more_than_chance_are_negative_binomial()
    {
        // Mean 3, sample variance 8: index of dispersion 2.67, k = 9 / 5.
        var varied = ExpectedCount.OfMoments([1, 1, 7, 1, 5]);
        Assert.Equal(3, varied.Mean, 12);
        Assert.Equal(9.0 / 5, varied.K!.Value, 12);
        Assert.True(varied.SmallestAlarming() > new ExpectedCount(3).SmallestAlarming());

        // Index of dispersion 1.5, .5 and none.
        Assert.Equal(new ExpectedCount(2), ExpectedCount.OfMoments([3, 3, 0]));
        Assert.Equal(new ExpectedCount(2), ExpectedCount.OfMoments([1, 3, 1, 3, 2]));
        Assert.Equal(new ExpectedCount(0), ExpectedCount.OfMoments([0, 0, 0]));
        Assert.Throws<ArgumentException>(() => ExpectedCount.OfMoments([4]));
    }

    [Fact]
    public void The_negative_binomial_tail_is_the_sum_of_its_terms()
    {
        foreach (var (mean, k) in new[] { (3.0, 1.8), (.4, .3), (25, 6) })
        {
            // P(0) = (k / (k + mean))^k, each further term (k + i) / (i + 1) * mean / (k + mean) times the one before.
            var (term, tail) = (Math.Pow(k / (k + mean), k), 1.0);
            for (var i = 0; i < 60; i++)
            {
                Assert.Equal(tail, new ExpectedCount(mean, k).Tail(i), 10);
                tail -= term;
                term *= (k + i) / (i + 1) * mean / (k + mean);
            }
        }

        Assert.Equal(new ExpectedCount(4).Tail(9), new ExpectedCount(4, 1e8).Tail(9), 6);
    }

    /// <summary>The p-values of Benjamini and Hochberg 1995.</summary>
    [Fact]
    public void Fifteen_p_values_of_Benjamini_and_Hochberg()
    {
        double[] p = [.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528, .7590, 1.000];
        double[] adjusted = [.0015, .003, .0095, .035625, .0603, .06386, .06386, .0645, .0765, .486, .58118, .71487, .75323, .81321, 1];
        // Within half of the fifth decimal: .714875 is published as .71487.
        Assert.All(BenjaminiHochberg.Adjusted(p).Zip(adjusted), pair => Assert.Equal(pair.Second, pair.First, .0000050001));
        Assert.Equal(Enumerable.Repeat(true, 4).Concat(Enumerable.Repeat(false, 11)), BenjaminiHochberg.Rejected(p, .05));
    }

    [Fact]
    public void Rejected_are_the_least_p_values_up_to_the_last_below_its_line_in_any_order()
    {
        var random = new Random(65);
        for (var round = 0; round < 500; round++)
        {
            var p = Enumerable.Range(0, random.Next(0, 40)).Select(_ => Math.Pow(random.NextDouble(), 4)).ToArray();
            var sorted = p.Order().ToArray();
            var last = Array.FindLastIndex(sorted, value => value <= (Array.IndexOf(sorted, value) + 1) * .1 / p.Length);
            Assert.Equal(p.Select(value => last >= 0 && value <= sorted[last]), BenjaminiHochberg.Rejected(p));
            Assert.All(BenjaminiHochberg.Adjusted(p).Zip(p), pair => Assert.InRange(pair.First, pair.Second, 1));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => BenjaminiHochberg.Adjusted([.5, double.NaN]));
    }
}
