using Insights.Analytics.Statistics;

namespace Insights.Analytics.Tests;

/// <summary>Charts over months (XmR, Laney p') and over units (funnel, shrinkage).</summary>
public sealed class StatisticsChartsTests
{
    private static readonly ChartLengths Lengths = new(Run: 6, Limits: 12);

    /// <summary>NIST's flow rates and Montgomery's viscosities; their books use 3/1.128 where 2.66 is the rounded factor.</summary>
    [Theory]
    [InlineData("49.6 47.6 49.9 51.3 47.8 51.2 52.6 52.4 53.6 52.1", 50.81, 1.877778, 45.81511, 55.80489)]
    [InlineData("33.75 33.05 34.00 33.81 33.46 34.02 33.68 33.27 33.49 33.20 33.62 33.00 33.54 33.12 33.84", 33.52333, .4807143, 32.24463, 34.80203)]
    public void Xmr_limits_of_published_series(string values, double centre, double range, double low, double high)
    {
        var fit = XmrChart.Fit(Numbers(values));
        Assert.Equal(centre, fit.Centre, 5);
        Assert.Equal(range, fit.MovingRange, 6);
        Assert.Equal(low, XmrChart.Limits(fit).Low, 5);
        Assert.Equal(high, XmrChart.Limits(fit).High, 5);
        Assert.Equal(XmrChart.Limits(fit).High, centre + (3 / 1.128 * range), tolerance: .001);
    }

    [Fact]
    public void A_moving_range_beyond_its_own_limit_is_left_out_once()
    {
        // Ranges 1 (ten times) and 20 twice: mean 50/12, bound 13.6; without the two the mean is 1.
        var values = Numbers("10 11 10 11 10 11 31 11 10 11 10 11 10");
        Assert.Equal(1, XmrChart.Fit(values).MovingRange);
        Assert.Equal(values.Average(), XmrChart.Fit(values).Centre);
    }

    [Fact]
    public void Laney_limits_of_twelve_months()
    {
        var months = Months("72/80 111/120 80/95 141/150 99/110 66/70 113/130 85/90 126/140 93/100 70/85 119/125");
        var fit = LaneyChart.Fit(months);
        Assert.Equal(.9073359, fit.Centre, 7);
        Assert.Equal(2.089348, fit.Spread, 6);
        Assert.Equal(.7102, LaneyChart.Limits(fit, 85).Low, 4);
        Assert.Equal(1, LaneyChart.Limits(fit, 85).High);
        var chart = LaneyChart.Of(months, Lengths);
        Assert.Equal(LaneyChart.Limits(fit, 125), chart[11].Limits);
        Assert.All(chart, point => Assert.Null(point.Signal));
    }

    [Fact]
    public void Below_six_points_there_is_no_centre_and_below_twelve_no_limits()
    {
        var chart = XmrChart.Of(Numbers("5 7 5 7 5 7 5 7 5 7 5 7 5"), Lengths);
        Assert.Equal([false, false, false, false, false, true], chart.Take(6).Select(p => p.Centre is not null));
        Assert.Equal(Enumerable.Repeat(false, 11).Append(true).Append(true), chart.Select(p => p.Limits is not null));
        Assert.Equal((6.0, 2.66 * 2), (chart[11].Centre, chart[11].Limits!.Value.High - 6));
    }

    [Fact]
    public void Limits_stay_those_of_the_first_twelve_points_until_a_recorded_change()
    {
        double[] values = [.. Numbers("5 7 5 7 5 7 5 7 5 7 5 7"), .. Numbers("30 32 30 32 30 32 30 32 30 32 30 32 30")];
        var frozen = XmrChart.Of(values, Lengths);
        Assert.All(frozen.Skip(12), p => Assert.Equal((6.0, ChartSignal.Outside, 1), (p.Centre, p.Signal, p.Side)));
        var rebased = XmrChart.Of(values, Lengths, 12);
        Assert.Equal(frozen.Take(12), rebased.Take(12));
        Assert.All(rebased.Skip(12), p => Assert.Null(p.Signal));
        Assert.Equal((null, 31.0), (rebased[12].Centre, rebased[24].Centre));
    }

    [Theory]
    [InlineData("12", ChartSignal.Outside, 1)]
    [InlineData("0", ChartSignal.Outside, -1)]
    [InlineData("6.1 6.1 6.1 6.1 6.1 6.1", null, 0)]
    [InlineData("5 6.1 6.2 6.1 6.2 6.1 6.2 6.1", ChartSignal.Shift, 1)]
    [InlineData("5.9 5.8 5.9 5.8 5.9 5.8 5.9", ChartSignal.Shift, -1)]
    [InlineData("6 5.9 5.8 5.9 5.8 5.9 5.8", null, 0)]
    [InlineData("5.7 5.8 5.9 6.1 6.2 6.3 6.4", ChartSignal.Drift, 1)]
    [InlineData("6.5 6.4 6.3 6.2 5.9 5.8 5.7", ChartSignal.Drift, -1)]
    [InlineData("6.5 6.4 6.3 6.3 5.9 5.8 5.7", null, 0)]
    [InlineData("10 5 10", ChartSignal.NearLimit, 1)]
    [InlineData("10 5 5 10", null, 0)]
    [InlineData("10 10 5", null, 0)]
    [InlineData("2 10", null, 0)]
    [InlineData("2 5 2", ChartSignal.NearLimit, -1)]
    public void Four_rules_find_what_is_beyond_ordinary_variation(string later, ChartSignal? signal, int side)
    {
        // Centre 6, limits 6 +- 5.32, two thirds of the way 2.45 and 9.55. The series before ends on either side, so that no run reaches back.
        var last = XmrChart.Of([.. Numbers("5 7 5 7 5 7 5 7 5 7 5 7 6"), .. Numbers(later)], Lengths)[^1];
        Assert.Equal((signal, side), (last.Signal, last.Side));
    }

    [Fact]
    public void The_rules_hold_for_ratios_too_and_upside_down()
    {
        var random = new Random(43);
        for (var round = 0; round < 200; round++)
        {
            var months = Enumerable.Range(0, random.Next(1, 30)).Select(_ => (N: (long)random.Next(1, 80), Share: random.NextDouble())).Select(m => ((long)(m.N * m.Share), m.N)).ToArray();
            var (chart, turned) = (LaneyChart.Of(months, Lengths), LaneyChart.Of([.. months.Select(m => (m.N - m.Item1, m.N))], Lengths));
            for (var i = 0; i < months.Length; i++)
            {
                Assert.Equal((chart[i].Signal, -chart[i].Side), (turned[i].Signal, turned[i].Side));
                if (chart[i].Limits is not { } limits)
                    continue;
                Assert.True(0 <= limits.Low && limits.Low <= chart[i].Centre && chart[i].Centre <= limits.High && limits.High <= 1);
                var value = (double)months[i].Item1 / months[i].N;
                Assert.True(chart[i].Signal == ChartSignal.Outside || (value >= limits.Low - 1e-12 && value <= limits.High + 1e-12));
            }
        }
    }

    [Fact]
    public void A_point_is_judged_as_it_came_whatever_comes_later()
    {
        var random = new Random(44);
        var values = Enumerable.Range(0, 40).Select(_ => (double)random.Next(0, 20)).ToArray();
        var whole = XmrChart.Of(values, Lengths);
        for (var n = 1; n <= values.Length; n++)
            Assert.Equal(whole.Take(n), XmrChart.Of(values[..n], Lengths));
    }

    [Fact]
    public void Months_that_never_varied_have_no_limits()
    {
        Assert.All(XmrChart.Of([.. Enumerable.Repeat(4.0, 12), 5.0], Lengths), p => Assert.True(p.Limits is null && p.Signal is null));
        Assert.All(LaneyChart.Of([.. Enumerable.Repeat((10L, 10L), 12), (9L, 10L)], Lengths), p => Assert.True(p.Limits is null && p.Signal is null));
    }

    /// <summary>The six clients of the benchmark example, the rats of Bayesian Data Analysis, the batters of Efron and Morris.</summary>
    [Fact]
    public void Shrinkage_of_six_clients()
    {
        var units = Months("9/12 36/40 70/85 141/150 279/310 589/620");
        var fit = BetaBinomial.Fit(units)!.Value;
        Assert.Equal(50.787, fit.A, 3);
        Assert.Equal(5.6022, fit.B, 4);
        Assert.Equal(-19.04757, fit.LogLikelihood(units), 5);
        var moments = BetaBinomial.OfMoments(units)!.Value;
        Assert.Equal(15.21848, moments.A, 5);
        Assert.Equal(2.129362, moments.B, 6);
        Assert.Equal([.8742, .9004, .8543, .9292, .9001, .9459], units.Select(u => Math.Round(fit.Shrunk(u.Successes, u.N).Ratio, 4)));
        Assert.Equal(.803, fit.Shrunk(9, 12).Interval.Low, 3);
        Assert.Equal(.933, fit.Shrunk(9, 12).Interval.High, 3);
    }

    [Fact]
    public void Shrinkage_of_rats_and_batters()
    {
        var rats = BetaBinomial.OfMoments(.136, .103 * .103)!.Value;
        Assert.Equal(10.076, rats.A + rats.B, 3);
        Assert.Equal(1.370, rats.A, 3);
        Assert.Equal(8.706, rats.B, 3);
        Assert.Equal(.225, new BetaBinomial(1.4, 8.6).Shrunk(4, 14).Ratio, 3);
        var batters = BetaBinomial.Fit([.. Numbers("18 17 16 15 14 14 13 12 11 11 10 10 10 10 10 9 8 7").Select(h => ((long)h, 45L))])!.Value;
        Assert.Equal(793.2, batters.A + batters.B, 1);
        Assert.Equal(.27266, batters.Shrunk(18, 45).Ratio, 5);
    }

    [Fact]
    public void Units_that_are_few_or_spread_no_more_than_chance_have_no_prior()
    {
        Assert.Null(BetaBinomial.Fit(Months("9/12 36/40 70/85 141/150 279/310")));
        Assert.Null(BetaBinomial.Fit([.. Enumerable.Range(0, 8).Select(i => (50L + (i % 2), 100L))]));
        Assert.Null(BetaBinomial.Fit([.. Enumerable.Repeat((50L, 100L), 8)]));
        Assert.Null(BetaBinomial.Fit([.. Enumerable.Repeat((100L, 100L), 8)]));
    }

    [Theory]
    [InlineData(15, .5596924, 1.649348, .3862650, 2.082907)]
    [InlineData(20, .6108260, 1.544419, .4479107, 1.902094)]
    [InlineData(30, .6746958, 1.427562, .5289724, 1.702771)]
    public void Funnel_limits_of_counts(double expected, double low95, double high95, double low998, double high998)
    {
        var (wide, narrow) = (Funnel.CountLimits(expected, .998), Funnel.CountLimits(expected, .95));
        Assert.Equal([low95, low998], [Math.Round(narrow.Low, 7), Math.Round(wide.Low, 7)]);
        Assert.Equal([high95, high998], [Math.Round(narrow.High, 6), Math.Round(wide.High, 6)]);
    }

    [Theory]
    [InlineData(85, 1.959964, .8580, .9701)]
    [InlineData(85, 3.090232, .8126, null)]
    [InlineData(12, 1.959964, .7152, 1.0)]
    public void Funnel_limits_of_ratios(int n, double z, double low, double? high)
    {
        var limits = Funnel.RatioLimits(.9235826, n, z);
        Assert.Equal(low, limits.Low, 4);
        if (high is { } end)
            Assert.Equal(end, limits.High, 4);
    }

    [Fact]
    public void Dispersion_beyond_chance()
    {
        var (observed, expected) = (Numbers("100 150 180 80 120 225"), Numbers("108 112 165 95 100 220"));
        Assert.Equal(2.948033, Funnel.Dispersion(observed.Zip(expected, (o, e) => Math.Log(o / e) * Math.Sqrt(e)), trim: 0), 6);

        var units = Months("9/12 36/40 70/85 141/150 279/310 589/620");
        var target = units.Sum(u => u.Successes) / (double)units.Sum(u => u.N);
        Assert.Equal(.9235826, target, 7);
        var distances = units.Select(u => Funnel.Distance(target, u.Successes, u.N)).ToArray();
        Assert.Equal([-1.687, -.527, -2.830, .799, -1.467, 2.718], distances.Select(z => Math.Round(z, 3)));
        var dispersion = Funnel.Dispersion(distances, trim: 0);
        Assert.Equal(3.551158, dispersion, 6);
        var tau2 = Funnel.VarianceBetween(dispersion, [.. units.Select(u => u.N)]);
        Assert.Equal(.005119478, tau2, 9);
        Assert.True(Funnel.RatioLimits(target, 85, 1.959964, tau2).Low < Funnel.RatioLimits(target, 85, 1.959964).Low);
        Assert.True(Funnel.Dispersion(distances) < dispersion);
        Assert.Equal(0, Funnel.VarianceBetween(.5, [10, 20]));
    }

    private static double[] Numbers(string values) => [.. values.Split(' ').Select(v => double.Parse(v, System.Globalization.CultureInfo.InvariantCulture))];

    private static (long Successes, long N)[] Months(string ratios) =>
        [.. ratios.Split(' ').Select(r => r.Split('/')).Select(r => (long.Parse(r[0], System.Globalization.CultureInfo.InvariantCulture), long.Parse(r[1], System.Globalization.CultureInfo.InvariantCulture)))];
}
