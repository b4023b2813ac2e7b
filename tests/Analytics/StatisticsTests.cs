using Insights.Analytics.Statistics;

namespace Insights.Analytics.Tests;

public sealed class StatisticsTests
{
    // Hours of the ticket example as minutes.
    private const string Tickets = "30 60 72 120 150+ 180 240 270+ 360 480 540+ 1200+";

    [Theory]
    [InlineData(81, 263, .2553, .3662)]
    [InlineData(15, 148, .0624, .1605)]
    [InlineData(0, 20, 0, .1611)]
    [InlineData(1, 29, .0061, .1718)]
    [InlineData(9, 10, .5958, .9821)]
    [InlineData(47, 50, .8378, .9794)]
    [InlineData(3, 3, .4385, 1)]
    public void Wilson_interval_of_published_and_computed_cases(int successes, int n, double low, double high)
    {
        var interval = Wilson.Interval(successes, n)!.Value;
        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }

    [Fact]
    public void Wilson_interval_holds_the_ratio_mirrors_and_narrows_with_n()
    {
        for (var n = 1; n <= 60; n++)
            for (var x = 0; x <= n; x++)
            {
                var (low, high) = Wilson.Interval(x, n)!.Value;
                Assert.True(low >= 0 && low <= (double)x / n && (double)x / n <= high && high <= 1);
                var mirror = Wilson.Interval(n - x, n)!.Value;
                Assert.Equal(1 - high, mirror.Low, 12);
                var more = Wilson.Interval(x * 2, n * 2)!.Value;
                Assert.True(more.High - more.Low < high - low);
            }
    }

    [Fact]
    public void Wilson_interval_of_nothing_is_nothing_and_more_than_all_is_refused()
    {
        Assert.Null(Wilson.Interval(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Wilson.Interval(4, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Wilson.Interval(-1, 3));
    }

    [Fact]
    public void Six_MP_patients_of_Freireich()
    {
        var curve = Curve(StatisticsSamples.SixMp);
        Assert.Equal([6, 7, 10, 13, 16, 22, 23], curve.Steps.Select(s => s.Time));
        Assert.Equal([.857, .807, .753, .690, .627, .538, .448], curve.Steps.Select(s => Math.Round(s.Waiting, 3)));
        AssertInterval(.620, .952, curve.Steps[0].Interval, 3);
        AssertInterval(.188, .680, curve.Steps[^1].Interval, 3);
        Assert.Equal(23, curve.Quantile(.5));
        Assert.Equal((13, null), curve.QuantileInterval(.5));
        Assert.Equal((21, 9), (curve.Count, curve.EventCount));
    }

    [Fact]
    public void Placebo_patients_of_Freireich()
    {
        var curve = Curve(StatisticsSamples.Placebo);
        Assert.Equal(8, curve.Quantile(.5));

        // The often printed [4, 12] is the log interval; log-log at 11 ends at .2857^exp(-.5398) = .4818, already below one half.
        Assert.Equal((4, 11), curve.QuantileInterval(.5));
        Assert.Equal(.4818, curve.Steps.Single(s => s.Time == 11).Interval.High, 4);
        Assert.Equal(0, curve.Steps[^1].Waiting);
        Assert.Equal(new Interval(0, curve.Steps[^2].Interval.High), curve.Steps[^1].Interval);
    }

    [Theory]
    [InlineData(120, .3333, .1403, .6630)]
    [InlineData(240, .5238, .2763, .8177)]
    [InlineData(480, .7619, .4730, .9598)]
    public void Tickets_still_waiting_stay_in_the_share_answered_in_time(int minutes, double ratio, double low, double high)
    {
        var (answered, interval) = Curve(Tickets).AnsweredWithin(minutes);
        Assert.Equal(ratio, answered, 4);
        AssertInterval(low, high, interval, 4);
    }

    [Fact]
    public void A_quantile_never_reached_is_null()
    {
        var curve = Curve(Tickets);
        Assert.Equal(240, curve.Quantile(.5));
        Assert.Null(curve.Quantile(.9));
        Assert.Null(Curve("5+ 6+").Quantile(.5));
        Assert.Null(Curve("").Quantile(.5));
        Assert.Equal((0.0, new Interval(0, 0)), Curve("5 6").AnsweredWithin(4));
    }

    [Fact]
    public void At_equal_times_events_come_before_censorings()
    {
        var curve = Curve("5+ 5 5+ 5");
        Assert.Equal((4, 2, .5), (curve.Steps[0].AtRisk, curve.Steps[0].Events, curve.Steps[0].Waiting));
        Assert.Equal(5, curve.Quantile(.5));
    }

    [Fact]
    public void Half_of_the_tickets_is_half_whatever_the_number_of_steps()
    {
        for (var n = 2; n <= 400; n += 2)
            Assert.Equal(n / 2, KaplanMeier.Of([.. Enumerable.Range(1, n).Select(i => (long)i)], [.. Enumerable.Repeat(true, n)]).Quantile(.5));
    }

    [Fact]
    public void A_curve_falls_within_its_interval_whatever_the_order_of_the_tickets()
    {
        var random = new Random(20);
        for (var round = 0; round < 300; round++)
        {
            var sample = Enumerable.Range(0, random.Next(1, 60)).Select(_ => (Time: (long)random.Next(0, 40), IsEvent: random.Next(3) > 0)).ToArray();
            var curve = Curve(sample);
            Assert.Equal(curve.Steps, Curve([.. sample.OrderBy(_ => random.Next())]).Steps);
            var waiting = 1.0;
            foreach (var step in curve.Steps)
            {
                Assert.True(step.Waiting < waiting && step.Waiting >= 0);
                Assert.InRange(step.Waiting, step.Interval.Low, step.Interval.High);
                Assert.InRange(step.Interval.High, 0, 1);
                waiting = step.Waiting;
            }

            // Leaving tickets unanswered out can only flatter: the honest share is between counting them as late and dropping them.
            var (answered, _) = curve.AnsweredWithin(20);
            var events = sample.Count(t => t.IsEvent && t.Time <= 20);
            Assert.True(answered >= ((double)events / sample.Length) - 1e-12);
        }
    }

    [Fact]
    public void Without_censoring_the_curve_is_the_plain_share()
    {
        var random = new Random(21);
        var times = Enumerable.Range(0, 997).Select(_ => (long)random.Next(0, 500)).ToArray();
        var curve = KaplanMeier.Of(times, [.. times.Select(_ => true)]);
        foreach (var t in new[] { 0L, 7, 250, 499 })
            Assert.Equal(times.Count(x => x <= t) / 997.0, curve.AnsweredWithin(t).Ratio, 9);
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Assert.Throws<ArgumentException>(() => KaplanMeier.Of([1, 2], [true]));
        Assert.Throws<ArgumentException>(() => KaplanMeier.Of([-1], [true]));
    }

    private static KaplanMeier Curve(string times) =>
        Curve([.. times.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(t => (long.Parse(t.TrimEnd('+'), System.Globalization.CultureInfo.InvariantCulture), !t.EndsWith('+')))]);

    private static KaplanMeier Curve((long Time, bool IsEvent)[] sample) => KaplanMeier.Of([.. sample.Select(t => t.Time)], [.. sample.Select(t => t.IsEvent)]);

    private static void AssertInterval(double low, double high, Interval interval, int digits)
    {
        Assert.Equal(low, interval.Low, digits);
        Assert.Equal(high, interval.High, digits);
    }
}
