using Insights.Analytics.Statistics;

namespace Insights.Analytics.Tests;

public sealed class StatisticsGammaPoissonTests
{
    [Fact]
    public void Rates_that_differ_by_more_than_chance_are_drawn_towards_their_mean_the_more_the_smaller_the_exposure()
    {
        var spread = GammaPoisson.OfMoments([(3, 6), (30, 300), (270, 300)])!.Value;
        Assert.Equal(1.5871, spread.A, 4);
        Assert.Equal(3.1741, spread.B, 4);
        Assert.Equal(0.8270, spread.Shrunk(6, 6), 4);
        Assert.Equal(0.9948, spread.Shrunk(300, 300), 4);
    }

    [Fact]
    public void Rates_that_differ_no_more_than_chance_and_a_unit_alone_have_no_spread()
    {
        Assert.Null(GammaPoisson.OfMoments([(5, 10), (6, 10), (4, 10)]));
        Assert.Null(GammaPoisson.OfMoments([(5, 10)]));
        Assert.Null(GammaPoisson.OfMoments([(0, 10), (0, 20)]));
    }
}
