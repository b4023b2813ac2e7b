using System.Diagnostics;
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

    /// <summary>Can be asked only while the process runs, so the last answer counts.</summary>
    private static TimeSpan ProcessorTime(Process process, TimeSpan known)
    {
        process.Refresh();
        return process.HasExited ? known : process.TotalProcessorTime;
    }

    private static (double Seconds, double Processor, double Megabytes) Once()
    {
        var folder = Directory.CreateTempSubdirectory("insights-demo-").FullName;
        try
        {
            var clock = Stopwatch.StartNew();
            using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "insights.dll"), "demo"])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            _ = process.StandardOutput.ReadToEndAsync();
            _ = process.StandardError.ReadToEndAsync();
            var (peak, processor) = (0.0, TimeSpan.Zero);
            while (!process.WaitForExit(100))
                (peak, processor) = (Math.Max(peak, PeakMemory.MegabytesOf(process.Id)), ProcessorTime(process, processor));
            return process.ExitCode == 0
                ? (clock.Elapsed.TotalSeconds, processor.TotalSeconds, peak)
                : throw new InvalidOperationException($"insights demo ended with exit code {process.ExitCode}.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
