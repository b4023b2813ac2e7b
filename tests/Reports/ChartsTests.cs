using Insights.Reports.Charts;
using Insights.Reports.Packs;
using Insights.Reports.Style;

namespace Insights.Reports.Tests;

/// <summary>Every chart, for every kind of client and in both languages, drawn and saved: the gallery is the test run.</summary>
public sealed class ChartsTests(ChartsInvented invented) : IClassFixture<ChartsInvented>
{
    public static TheoryData<string, string, string> EveryChart()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var (name, _) in ReviewCharts.All)
        {
            foreach (var client in new[] { ChartsInvented.Busy, ChartsInvented.Small, ChartsInvented.Blind })
            {
                foreach (var language in Language.All)
                    data.Add(name, client, language.Code);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(EveryChart))]
    public void A_chart_saves_its_picture_and_says_its_finding(string name, string client, string code)
    {
        var scope = invented.Scope(client, Language.Of(code));
        var chart = ReviewCharts.All.Single(c => c.Name == name).Draw(scope);
        var path = Path.Combine(ChartsInvented.Gallery(code), $"{name}-{(client == ChartsInvented.Busy ? "busy" : client == ChartsInvented.Small ? "small" : "blind")}");
        using (var png = File.Create(path + ".png"))
            Pictures.WritePng(png, chart, scope.Fonts);

        Assert.Equal(name, chart.Name);
        Assert.NotEmpty(chart.Title);
        Assert.NotEmpty(chart.Definition);
        Assert.True((chart.Plot is null) == (chart.Instead is not null));
        Assert.True(new FileInfo(path + ".png").Length > 5000);
    }

    [Fact]
    public void A_pdf_is_written()
    {
        foreach (var language in Language.All)
        {
            foreach (var (client, label) in new[] { (ChartsInvented.Busy, "busy"), (ChartsInvented.Small, "small"), (ChartsInvented.Blind, "blind") })
            {
                var scope = invented.Scope(client, language);
                using var file = File.Create(Path.Combine(ChartsInvented.Gallery(language.Code), $"charts-{label}.pdf"));
                ChartPack.WritePdf(file, scope, [.. ReviewCharts.All.Select(c => c.Draw(scope))]);
            }
        }
    }
}
