using System.Globalization;

namespace Insights.Benchmarks;

/// <summary>The README's first command without the build: `insights demo` as a process of its own, wall seconds and its peak memory.</summary>
internal static class DemoBenchmark
{
    private const int Rounds = 3;

    public static int Run()
    {
        var runs = Enumerable.Range(0, Rounds + 1).Select(_ => Once()).Skip(1).OrderBy(r => r.Seconds).ToList();
        var middle = runs[runs.Count / 2];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"demo, {Environment.ProcessorCount} cores, median of {Rounds} after one to warm up: {middle.Seconds:0.0} s wall, {middle.Processor:0.0} s processor, peak memory {runs.Max(r => r.Megabytes):0} MB"));
        return 0;
    }

    private static ProgramRun Once()
    {
        var folder = Directory.CreateTempSubdirectory("insights-demo-").FullName;
        try
        {
            return ProgramRun.Of(folder, "demo");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
