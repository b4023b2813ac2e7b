using System.CommandLine;
using Insights.Analytics;
using Insights.Reports.Packs;
using Insights.Reports.Style;

namespace Insights.Host;

/// <summary>The packs <c>watch</c> writes by itself: those of the newest month that is over, as the options of the command say.</summary>
internal sealed class ScheduledPacks(CommonOptions common, ParseResult parsed)
{
    /// <returns>How many files were written.</returns>
    public int Write(string pack)
    {
        var file = Refreshing.Run(common, parsed);
        return pack == "review" ? Reviews(file) : Benchmark(file);
    }

    private int Reviews(string file) =>
        new Reviews(common.Languages(parsed), common.Out(parsed), Theme()).Write(file, null, null).Count;

    private Theme Theme() => ThemeOption.Of(parsed, common.Reference(parsed));

    private int Benchmark(string file)
    {
        using var warehouse = Warehouse.OpenForReading(file);
        var marts = new Marts(warehouse);
        var benchmark = new BenchmarkPack(marts, ReviewMonth.Latest(marts)) { Theme = Theme() };
        return common.Languages(parsed).Sum(language => benchmark.Write(language, false, [], common.Out(parsed)).Count);
    }
}
