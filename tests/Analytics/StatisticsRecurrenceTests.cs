using Insights.Analytics.Statistics;
using static Insights.Analytics.Tests.StatisticsRecurrenceSamples;

namespace Insights.Analytics.Tests;

/// <summary>How often things break, and whether more and more often.</summary>
public sealed class StatisticsRecurrenceTests
{
    [Theory]
    [InlineData(0, 0, 3.68888)]
    [InlineData(1, .0253178, 5.57164)]
    [InlineData(3, .618672, 8.76727)]
    [InlineData(8, 3.45383, 15.7632)]
    public void Garwood_interval_of_a_count(int count, double low, double high)
    {
        var interval = PoissonInterval.Of(count);
        AssertDigits(low, interval.Low, 6);
        AssertDigits(high, interval.High, 6);
    }

    [Fact]
    public void Garwood_interval_of_a_rate()
    {
        var (low, high) = PoissonInterval.Of(137);
        AssertDigits(4.753125, low / 24.19893, 7);
        AssertDigits(6.692709, high / 24.19893, 7);
    }

    [Fact]
    public void Garwood_ends_are_the_expected_counts_that_make_the_count_just_rare_enough()
    {
        foreach (var confidence in new[] { .8, .95, .998 })
            foreach (var count in new long[] { 1, 2, 7, 40, 365, 5000, 200_000 })
            {
                var tail = (1 - confidence) / 2;
                var (low, high) = PoissonInterval.Of(count, confidence);
                Assert.Equal(tail, new ExpectedCount(low).Tail(count), 9);
                Assert.Equal(tail, 1 - new ExpectedCount(high).Tail(count + 1), 9);
            }
    }

    [Theory]
    [InlineData(.90, 88.4318, 276.477)]
    [InlineData(.80, 97.3606, 241.107)]
    [InlineData(.60, 109.884, 205.783)]
    public void Mean_time_between_ten_failures_in_1500_hours(double confidence, double low, double high)
    {
        var mtbf = Mtbf.Of(1500, 10, confidence);
        Assert.Equal(150, mtbf.Estimate);
        AssertDigits(low, mtbf.Low, 6);
        AssertDigits(high, mtbf.High!.Value, 6);
    }

    [Fact]
    public void Mean_time_between_failures_at_95_times_in_100()
    {
        var (_, low, high) = Mtbf.Of(1500, 10);
        Assert.Equal((82, 313), (Math.Round(low), Math.Round(high!.Value)));
    }

    [Fact]
    public void Without_a_failure_there_is_a_lower_bound_of_a_third_of_the_exposure_and_nothing_else()
    {
        var mtbf = Mtbf.Of(300, 0);
        Assert.Equal((null, null), (mtbf.Estimate, mtbf.High));
        AssertDigits(300 / 2.995732, mtbf.Low, 6);
        Assert.Equal(.05, Math.Exp(-300 / mtbf.Low), 12);
    }

    [Fact]
    public void Power_law_and_both_trend_tests_of_Modarres_observed_until_the_last_failure()
    {
        var laplace = LaplaceTrend.Of(Modarres)!.Value;
        AssertDigits(2.409438, laplace.U, 7);
        AssertDigits(.015977, laplace.PValue, 5);
        var power = MilHdbk189.Of(Modarres)!.Value;
        AssertDigits(37.7821, power.ChiSquared, 6);
        AssertDigits(.01829, power.PValue / 2, 4);
        Assert.Equal((58, EventTrend.Worsening, EventTrend.Worsening), (power.Freedom, power.Direction, laplace.Direction));
        var curve = CrowAmsaa.Of(Modarres)!.Value;
        AssertDigits(1.588053, curve.Beta, 7);
        AssertDigits(3.702729e-05, curve.Lambda, 7);
        AssertDigits(curve.Beta * 28 / 30, curve.UnbiasedBeta, 12);
        Assert.InRange(1, 0, curve.BetaInterval().Low);
    }

    [Fact]
    public void Power_law_and_both_trend_tests_of_the_improving_system_of_NIST()
    {
        var laplace = LaplaceTrend.Of(Nist)!.Value;
        AssertDigits(-1.32695, laplace.U, 6);
        var power = MilHdbk189.Of(Nist)!.Value;
        AssertDigits(37.22808, power.ChiSquared, 7);
        AssertDigits(.010986, power.PValue / 2, 5);
        Assert.Equal((20, EventTrend.Improving, EventTrend.Improving), (power.Freedom, power.Direction, laplace.Direction));
        var curve = CrowAmsaa.Of(Nist)!.Value;
        AssertDigits(.537229, curve.Beta, 6);
        AssertDigits(.483506, curve.UnbiasedBeta, 6);
        AssertDigits(.196658, curve.Lambda, 6);
        Assert.Equal(10 * curve.Beta / 1500, curve.Rate(1500), 12);
    }

    [Fact]
    public void Power_law_and_both_trend_tests_of_three_systems_of_AMSAA_pooled()
    {
        var laplace = LaplaceTrend.Of(Amsaa)!.Value;
        AssertDigits(-3.012036, laplace.U, 7);
        AssertDigits(.002595, laplace.PValue, 4);
        var power = MilHdbk189.Of(Amsaa)!.Value;
        AssertDigits(117.0092, power.ChiSquared, 7);
        Assert.Equal((72, EventTrend.Improving, EventTrend.Improving), (power.Freedom, power.Direction, laplace.Direction));
        var curve = CrowAmsaa.Of(Amsaa)!.Value;
        AssertDigits(.615336, curve.Beta, 6);
        AssertDigits(.460547, curve.Lambda, 6);
        AssertDigits(.430974, curve.BetaInterval().Low, 6);
        AssertDigits(.832012, curve.BetaInterval().High, 6);
    }

    [Fact]
    public void A_trend_does_not_depend_on_the_unit_of_time_and_turns_when_time_runs_backwards()
    {
        var random = new Random(60);
        for (var round = 0; round < 500; round++)
        {
            var history = Even(random, random.Next(2, 60));
            var hours = new EventHistory(history.Times.Select(t => t * 24), history.End * 24);
            var backwards = new EventHistory(history.Times.Where(t => t < history.End).Select(t => history.End - t), history.End);
            var (laplace, power) = (LaplaceTrend.Of(history)!.Value, MilHdbk189.Of(history)!.Value);
            Assert.Equal(laplace.U, LaplaceTrend.Of(hours)!.Value.U, 9);
            Assert.Equal(-laplace.U, LaplaceTrend.Of(backwards)!.Value.U, 9);
            Assert.Equal(power.ChiSquared, MilHdbk189.Of(hours)!.Value.ChiSquared, 9);
            Assert.InRange(laplace.PValue, 0, 1);
            Assert.InRange(power.PValue, 0, 1);
            Assert.Equal(CrowAmsaa.Of(history)!.Value.Beta, CrowAmsaa.Of(hours)!.Value.Beta, 9);
            var (low, high) = CrowAmsaa.Of(history)!.Value.BetaInterval();
            Assert.InRange(CrowAmsaa.Of(history)!.Value.UnbiasedBeta, low, high);
        }
    }

    [Fact]
    public void A_system_without_events_adds_nothing_to_a_pooled_test()
    {
        var idle = new EventHistory([], 730);
        Assert.Equal(LaplaceTrend.Of(Nist), LaplaceTrend.Of(Nist, idle));
        Assert.Equal(MilHdbk189.Of(Nist), MilHdbk189.Of(idle, Nist));
        Assert.Null(LaplaceTrend.Of(idle));
        Assert.Null(MilHdbk189.Of(idle, EventHistory.UntilLast([3])));
        Assert.Null(CrowAmsaa.Of(new EventHistory([3], 5)));
        Assert.Null(CrowAmsaa.Of(new EventHistory([5, 5], 5)));
        Assert.True(CrowAmsaa.Of(Nist, idle)!.Value.Lambda < CrowAmsaa.Of(Nist)!.Value.Lambda);
    }

    [Fact]
    public void An_event_lies_after_the_beginning_and_not_after_the_end()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new EventHistory([0, 3], 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EventHistory([3, 5.1], 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EventHistory([double.NaN], 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EventHistory([], 0));
        Assert.Throws<ArgumentException>(() => EventHistory.UntilLast([]));
        Assert.Equal([1, 2, 5], new EventHistory([5, 1, 2], 5).Times);
    }

    [Fact]
    public void Mean_cumulative_function_of_five_systems()
    {
        var steps = MeanCumulativeFunction.Of(ReliaWiki);
        Assert.Equal([5, 6, 10, 12, 13, 13, 15, 15, 16, 17, 20, 22, 25, 25], steps.Select(s => s.Age));
        Assert.Equal(
            [.2, .4, .6, .8, 1, 1.2, 1.4, 1.6, 1.8, 2, 2.33333, 2.66667, 3.16667, 3.66667], steps.Select(s => Math.Round(s.Mean, 5)));
        Assert.Equal([5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 3, 3, 2, 2], steps.Select(s => s.AtRisk));
        Assert.Empty(MeanCumulativeFunction.Of(new EventHistory([], 30)));
        Assert.Empty(MeanCumulativeFunction.Of());
    }

    [Fact]
    public void Systems_observed_alike_have_their_mean_number_of_events_at_the_end()
    {
        Assert.Equal(36 / 3.0, MeanCumulativeFunction.Of(Amsaa)[^1].Mean, 12);
        Assert.Equal(30, MeanCumulativeFunction.Of(Modarres)[^1].Mean);
    }

    [Fact]
    public void What_may_be_said_of_the_worked_examples()
    {
        Assert.Equal((RecurrenceWording.Trend, EventTrend.Worsening), Said(Modarres));
        Assert.Equal((RecurrenceWording.Trend, EventTrend.Improving), Said(Amsaa));
        // Only one of the two tests finds it.
        Assert.Equal((RecurrenceWording.NotDistinguishable, EventTrend.None), Said(Nist));
    }

    [Theory]
    [InlineData(0, RecurrenceWording.DatesOnly)]
    [InlineData(2, RecurrenceWording.DatesOnly)]
    [InlineData(3, RecurrenceWording.Counts)]
    [InlineData(7, RecurrenceWording.Counts)]
    [InlineData(8, RecurrenceWording.PointsTo)]
    [InlineData(19, RecurrenceWording.PointsTo)]
    [InlineData(20, RecurrenceWording.Trend)]
    [InlineData(400, RecurrenceWording.Trend)]
    public void What_may_be_said_grows_with_the_number_of_events(int n, RecurrenceWording wording)
    {
        // All in the last tenth of the time: as clear as a trend can be.
        var late = new EventHistory(Enumerable.Range(0, n).Select(i => 900 + (100.0 * i / n)), 1000);
        var trend = wording is RecurrenceWording.PointsTo or RecurrenceWording.Trend;
        Assert.Equal((wording, trend ? EventTrend.Worsening : EventTrend.None), Said(late));
        Assert.Equal(n >= 3, RecurrenceReading.Of(late).PValue < .05);

        // Evenly spread: chance explains it, and nobody may call it stable.
        var even = new EventHistory(Enumerable.Range(0, n).Select(i => 1000 * (i + .5) / n), 1000);
        Assert.Equal((trend ? RecurrenceWording.NotDistinguishable : wording, EventTrend.None), Said(even));
        Assert.DoesNotContain(Enum.GetNames<RecurrenceWording>(), name => name.Contains("Stable", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Tests_that_disagree_on_the_direction_say_nothing()
    {
        // Two at the very beginning, the rest at the end: early events weigh most in one test.
        var history = new EventHistory([1e-9, 1e-9, .6, .7, .8, .85, .9, .95], 1);
        Assert.Equal(EventTrend.Worsening, LaplaceTrend.Of(history)!.Value.Direction);
        Assert.Equal(EventTrend.Improving, MilHdbk189.Of(history)!.Value.Direction);
        Assert.Equal(new RecurrenceReading(RecurrenceWording.NotDistinguishable, EventTrend.None, 1), RecurrenceReading.Of(history));
    }

    /// <summary>How often Laplace's test finds a rate that changes in the middle of the time; at 1 it is a false alarm.</summary>
    [Theory]
    [InlineData(1, .047, .044, .049, .052, .049, .052)]
    [InlineData(2, .09, .12, .16, .24, .45, .74)]
    [InlineData(3, .16, .21, .31, .51, .80, .98)]
    [InlineData(5, .25, .34, .52, .76, .97, 1.0)]
    public void Few_events_find_only_large_changes(double times, params double[] powers)
    {
        var random = new Random(61);
        foreach (var (n, power) in new[] { 6, 8, 12, 20, 40, 80 }.Zip(powers))
        {
            var found = 0;
            for (var round = 0; round < 8000; round++)
                if (LaplaceTrend.Of(new EventHistory(Enumerable.Range(0, n).Select(_ => Age(random, times)), 1))!.Value.PValue < .05)
                    found++;
            // The figures are themselves simulated.
            Assert.Equal(power, found / 8000.0, .03);
        }
    }

    /// <summary>The normal approximation holds its 5 % from three events on.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Laplace_keeps_its_size_with_few_events(int n)
    {
        var random = new Random(62 + n);
        var found = Enumerable.Range(0, 20_000).Count(_ => LaplaceTrend.Of(new EventHistory(Enumerable.Range(0, n).Select(_ => Age(random, 1)), 1))!.Value.PValue < .05);
        Assert.InRange(found / 20_000.0, .041, .053);
    }

    /// <summary>The third test of the handbook is not ours; its count says that the ages are the published ones.</summary>
    [Fact]
    public void Thirty_three_of_the_45_pairs_of_gaps_of_NIST_are_in_order()
    {
        double[] ages = [0, .. Nist.Times];
        var gaps = ages.Zip(ages.Skip(1), (a, b) => b - a).ToList();
        Assert.Equal(33, gaps.SelectMany((gap, i) => gaps.Skip(i + 1).Where(later => later > gap)).Count());
    }

    private static double Age(Random random, double times) =>
        (1 - random.NextDouble() + (random.NextDouble() < times / (1 + times) ? 1 : 0)) / 2;

    private static (RecurrenceWording, EventTrend) Said(params EventHistory[] histories) =>
        RecurrenceReading.Of(histories) is var reading ? (reading.Wording, reading.Direction) : default;

    /// <summary>Equal to so many significant digits, within half of the last.</summary>
    private static void AssertDigits(double expected, double actual, int digits)
    {
        var leading = expected == 0 ? 0 : (int)Math.Floor(Math.Log10(Math.Abs(expected)));
        Assert.Equal(expected, actual, Math.Pow(10, leading - digits + 1) / 1.9999999);
    }
}
