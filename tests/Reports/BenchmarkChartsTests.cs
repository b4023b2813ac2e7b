using Insights.Reports.Charts;
using Insights.Reports.Packs;
using Insights.Reports.Packs.Benchmarks;
using Insights.Reports.Style;

namespace Insights.Reports.Tests;

/// <summary>Every chart of a benchmark, for a large provider, a small one and one with too few clients, in both languages, drawn and saved in the gallery.</summary>
public sealed class BenchmarkChartsTests(ChartsInvented invented) : IClassFixture<ChartsInvented>
{
    private const string Large = "Μεγάλη";
    private const string Small = "Μικρή";
    private const string Alone = "Μόνη";

    public static TheoryData<string, string> EveryProvider()
    {
        var data = new TheoryData<string, string>();
        foreach (var provider in new[] { Large, Small, Alone })
            foreach (var language in Language.All)
                data.Add(provider, language.Code);
        return data;
    }

    [Theory]
    [MemberData(nameof(EveryProvider))]
    public void A_chart_saves_its_picture_and_says_its_finding(string provider, string code)
    {
        var scope = Scope(provider, code);
        var kind = provider == Large ? "large" : provider == Small ? "small" : "alone";
        foreach (var chart in BenchmarkCharts.All(scope))
        {
            var path = Path.Combine(ChartsInvented.Gallery(code), $"benchmark-{chart.Name}-{kind}.png");
            using (var png = File.Create(path))
                Pictures.WritePng(png, chart, scope.Fonts);

            Assert.NotEmpty(chart.Title);
            Assert.NotEmpty(chart.Definition);
            Assert.DoesNotContain('{', chart.Title + chart.Reading + chart.Definition);
            Assert.True((chart.Plot is null) == (chart.Instead is not null));
            Assert.True(new FileInfo(path).Length > 5000);
        }
    }

    [Fact]
    public void There_is_a_funnel_for_each_measure_the_shrunk_ratios_and_the_past()
    {
        string[] all = ["funnel-response-attainment", "funnel-resolve-attainment", "funnel-chased", "funnel-repeat", "shrunk-response-attainment", "own-past"];
        Assert.Equal(all, BenchmarkCharts.All(Scope(Large, "en")).Select(c => c.Name));
        Assert.Equal(all.Where(name => name != "shrunk-response-attainment"), BenchmarkCharts.All(Scope(Small, "en")).Select(c => c.Name));
    }

    [Fact]
    public void Where_the_clients_are_too_few_and_no_past_is_known_a_panel_says_so_and_no_axis_is_empty()
    {
        var chart = Assert.Single(BenchmarkCharts.All(Scope(Alone, "el")));
        Assert.Equal(("own-past", true), (chart.Name, chart.Plot is null));
        Assert.NotEmpty(chart.Instead!);
    }

    [Fact]
    public void A_funnel_counts_and_names_those_outside_and_only_those()
    {
        var funnel = BenchmarkCharts.Funnels(Scope(Large, "en"), "response_attainment").Single();
        var clients = invented.Marts.Rows("benchmark_clients").Where(r => r.Text("provider") == Large && r.Text("measure") == "response_attainment").ToLookup(r => r.Text("position") is "above" or "below", r => r.Text("client")!);
        Assert.Equal((3, 37), (clients[true].Count(), clients[false].Count()));
        Assert.All(clients[true], client => Assert.Contains(client + ":", funnel.Reading, StringComparison.Ordinal));
        Assert.All(clients[false], client => Assert.DoesNotContain(client + ":", funnel.Reading, StringComparison.Ordinal));
    }

    private BenchmarkScope Scope(string provider, string code) =>
        new(invented.Marts, provider, ChartsInvented.October, Language.Of(code), Fonts.Choose(), Theme.House, IsAnonymous: false, []);
}
