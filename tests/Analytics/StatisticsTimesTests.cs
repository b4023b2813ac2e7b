using Insights.Analytics.Statistics;

namespace Insights.Analytics.Tests;

/// <summary>Quantiles, restricted means, and the bootstrap of medians.</summary>
public sealed class StatisticsTimesTests
{
    [Theory]
    [InlineData(100, .9, 84, 96)]
    [InlineData(20, .5, 6, 15)]
    [InlineData(36, .9, 29, 36)]
    [InlineData(35, .9, 28, null)]
    [InlineData(5, .5, null, null)]
    [InlineData(0, .5, null, null)]
    public void Order_statistics_around_a_quantile(int n, double ratio, int? low, int? high) =>
        Assert.Equal((low, high), OrderStatistics.Interval(n, ratio));

    [Fact]
    public void The_places_cover_the_quantile_at_least_95_times_in_100()
    {
        for (var n = 1; n <= 200; n++)
            foreach (var ratio in new[] { .1, .5, .9 })
            {
                var (low, high) = OrderStatistics.Interval(n, ratio);
                double Cumulative(int k) => MathNet.Numerics.Distributions.Binomial.CDF(ratio, n, k);
                var cover = (high is null ? 1 : Cumulative(high.Value - 1)) - (low is null ? 0 : Cumulative(low.Value - 1));
                Assert.InRange(cover, .95, 1);
                var (mirrorLow, mirrorHigh) = OrderStatistics.Interval(n, 1 - ratio);
                Assert.Equal((n + 1 - high, n + 1 - low), (mirrorLow, mirrorHigh));
            }

        Assert.Equal(.9557, MathNet.Numerics.Distributions.Binomial.CDF(.9, 100, 95) - MathNet.Numerics.Distributions.Binomial.CDF(.9, 100, 83), 4);
        Assert.Equal(.9586, MathNet.Numerics.Distributions.Binomial.CDF(.5, 20, 14) - MathNet.Numerics.Distributions.Binomial.CDF(.5, 20, 5), 4);
    }

    [Fact]
    public void Quantile_of_type_seven()
    {
        double[] flow = [.. new[] { 49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1 }.Order()];
        Assert.Equal(52.7, OrderStatistics.Quantile(flow, .9), 9);
        Assert.Equal((47.6, 53.6), (OrderStatistics.Quantile(flow, 0), OrderStatistics.Quantile(flow, 1)));
        Assert.Equal(7, OrderStatistics.Quantile([7], .5));
        Assert.Throws<ArgumentException>(() => OrderStatistics.Quantile([], .5));
        Assert.Throws<ArgumentOutOfRangeException>(() => OrderStatistics.Quantile(flow, double.NaN));
    }

    [Theory]
    [InlineData(StatisticsSamples.SixMp, 17.90924, 1.55319)]
    [InlineData(StatisticsSamples.Placebo, 8.666667, 1.37739)]
    public void Restricted_mean_of_the_patients_of_Freireich(string times, double mean, double error)
    {
        var found = KaplanMeier.Of(StatisticsSamples.Keys(times)).RestrictedMean(23);
        Assert.Equal(mean, found.Mean, 5);
        Assert.Equal(error, found.StandardError, 5);
    }

    [Fact]
    public void Standard_errors_after_Greenwood()
    {
        double[] errors = [.0764, .0869, .0963, .1068, .1141, .1282, .1346];
        var steps = KaplanMeier.Of(StatisticsSamples.Keys(StatisticsSamples.SixMp)).Steps;
        for (var i = 0; i < errors.Length; i++)
        {
            // The interval is S^exp(+-z se / (S ln S)): the standard error is read back from its lower end.
            var step = steps[i];
            var theta = Math.Log(Math.Log(step.Interval.Low) / Math.Log(step.Waiting));
            Assert.Equal(errors[i], theta / 1.959964 * step.Waiting * -Math.Log(step.Waiting), 4);
        }
    }

    [Fact]
    public void A_median_and_its_interval_are_the_first_steps_at_or_below_one_half()
    {
        var random = new Random(45);
        for (var round = 0; round < 400; round++)
        {
            var curve = new KaplanMeier();
            curve.Fit(StatisticsSamples.Keys(random, random.Next(0, 400), random.Next(1, 3000), 0));
            curve.Fit(StatisticsSamples.Keys(random, random.Next(0, 300), random.Next(1, 2000), random.NextDouble()));
            var steps = curve.Steps;
            long? First(Func<SurvivalStep, bool> reached) => steps.Where(reached).Select(s => (long?)s.Time).FirstOrDefault();
            foreach (var ratio in new[] { .1, .5, .9 })
            {
                var level = 1 - ratio + 1e-9;
                Assert.Equal(First(s => s.Waiting <= level), curve.Quantile(ratio));
                Assert.Equal((First(s => s.Interval.Low <= level), First(s => s.Interval.High <= level)), curve.QuantileInterval(ratio));
            }
        }
    }

    [Fact]
    public void Published_numbers_of_SplitMix64()
    {
        var random = new SplitMix64(1234567);
        Assert.Equal([6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821],
            Enumerable.Range(0, 5).Select(_ => random.Next()));
    }

    [Fact]
    public void Draws_have_the_mean_and_spread_of_their_distribution()
    {
        var random = new SplitMix64(9);
        foreach (var (n, ratio) in new[] { (5, .3), (40, .02), (1000, .5), (100_000, .9) })
        {
            var draws = Enumerable.Range(0, 20_000).Select(_ => (double)random.Binomial(n, ratio)).ToArray();
            var deviation = Math.Sqrt(n * ratio * (1 - ratio));
            Assert.Equal(0, (draws.Average() - (n * ratio)) / deviation, .04);
            Assert.Equal(1, draws.Average(d => Math.Pow((d - (n * ratio)) / deviation, 2)), .05);
        }

        Assert.Equal((0, 7, 0), (random.Binomial(7, 0), random.Binomial(7, 1), random.Binomial(0, .5)));
        var places = Enumerable.Range(0, 20_000).Select(_ => random.OrderStatistic(3, 10)).ToArray();
        Assert.Equal(3.0 / 11, places.Average(), .005);
    }

    [Theory]
    [InlineData(40, .0)]
    [InlineData(41, .2)]
    [InlineData(30, .45)]
    public void Drawing_by_runs_is_distributed_as_drawing_one_by_one(int n, double censored)
    {
        var keys = StatisticsSamples.Keys(new Random(46), n, 100, censored);
        var (random, plain, sample) = (new SplitMix64(1), new Random(47), new Resampling(keys));
        var draws = Enumerable.Range(0, 20_000).Select(_ => sample.Median(ref random) ?? long.MaxValue).Order().ToArray();
        var shares = Enumerable.Range(0, 20_000).Select(_ => Math.Round(sample.AnsweredWithin(40, ref random), 9)).Order().ToArray();
        var curves = Enumerable.Range(0, 20_000).Select(_ => KaplanMeier.Of(Enumerable.Range(0, n).Select(_ => keys[plain.Next(n)]).Order().ToArray())).ToArray();
        Assert.True(Distance(draws, curves.Select(c => c.Quantile(.5) ?? long.MaxValue).Order().ToArray()) < .02);
        Assert.True(Distance(shares, curves.Select(c => Math.Round(c.AnsweredWithin(40).Ratio, 9)).Order().ToArray()) < .02);
    }

    [Fact]
    public void Bootstrap_of_the_patients_of_Freireich()
    {
        var (sixMp, placebo) = (StatisticsSamples.Keys(StatisticsSamples.SixMp), StatisticsSamples.Keys(StatisticsSamples.Placebo));

        // The median of 6-MP is reached in too few draws: the shares within 10 weeks are compared instead.
        var shares = MedianBootstrap.Difference(sixMp, placebo, within: 10)!.Value;
        Assert.False(shares.IsMedian);
        Assert.Equal(.247 - (13.0 / 21), shares.Difference, 3);
        Assert.True(shares.Low < shares.Difference && shares.Difference < shares.High && shares.High < 0);
        Assert.Null(MedianBootstrap.Difference(sixMp, placebo, within: null));
        Assert.Null(MedianBootstrap.Difference([], placebo, within: 10));
    }

    [Fact]
    public void A_bootstrap_interval_holds_the_true_difference_about_95_times_in_100()
    {
        var random = new Random(48);
        var held = 0;
        for (var round = 0; round < 400; round++)
        {
            long[] Sample(int n, double scale) => [.. Enumerable.Range(0, n).Select(_ => Waits.Key((long)(-scale * Math.Log(1 - random.NextDouble())), random.NextDouble() > .1)).Order()];
            var found = MedianBootstrap.Difference(Sample(60, 10_000), Sample(50, 6_000), within: null)!.Value;
            Assert.True(found.IsMedian && found.Low <= found.Difference && found.Difference <= found.High);
            held += found.Low <= 4000 * Math.Log(2) && 4000 * Math.Log(2) <= found.High ? 1 : 0;
        }

        Assert.InRange(held, 364, 400);
    }

    [Fact]
    public void The_same_samples_always_give_the_same_interval()
    {
        var (a, b) = (StatisticsSamples.Keys(new Random(49), 50, 100, .1), StatisticsSamples.Keys(new Random(50), 70, 130, .1));
        Assert.Equal(MedianBootstrap.Difference(a, b, null), MedianBootstrap.Difference(a, b, null));
        Assert.Equal(0, MedianBootstrap.Difference(a, a, null)!.Value.Difference);
    }

    /// <summary>The greatest gap between two cumulative distributions.</summary>
    private static double Distance<T>(T[] sorted, T[] other)
        where T : IComparable<T>
    {
        var (i, j, gap) = (0, 0, 0.0);
        while (i < sorted.Length && j < other.Length)
        {
            var next = sorted[i].CompareTo(other[j]) < 0 ? sorted[i] : other[j];
            while (i < sorted.Length && sorted[i].CompareTo(next) <= 0)
                i++;
            while (j < other.Length && other[j].CompareTo(next) <= 0)
                j++;
            gap = Math.Max(gap, Math.Abs(((double)i / sorted.Length) - ((double)j / other.Length)));
        }

        return gap;
    }
}
