using System.Diagnostics;

namespace Insights.Benchmarks;

/// <summary>One run of the real program as a process of its own.</summary>
/// <param name="Seconds">By the clock.</param>
/// <param name="Processor">Seconds of processor time, of all cores, up to a tenth of a second before the end.</param>
/// <param name="Megabytes">The most memory it held.</param>
internal sealed record ProgramRun(double Seconds, double Processor, double Megabytes)
{
    /// <exception cref="InvalidOperationException">It did not end well.</exception>
    public static ProgramRun Of(string folder, params string[] arguments)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "insights.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _ = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        var (peak, processor) = (0.0, TimeSpan.Zero);
        while (!process.WaitForExit(100))
            (peak, processor) = (Math.Max(peak, PeakMemory.MegabytesOf(process.Id)), ProcessorTime(process, processor));
        return process.ExitCode == 0
            ? new ProgramRun(clock.Elapsed.TotalSeconds, processor.TotalSeconds, peak)
            : throw new InvalidOperationException($"insights {arguments[0]} ended with exit code {process.ExitCode}: {error.Result}");
    }

    /// <summary>Can be asked only while the process runs, so the last answer counts.</summary>
    private static TimeSpan ProcessorTime(Process process, TimeSpan known)
    {
        process.Refresh();
        return process.HasExited ? known : process.TotalProcessorTime;
    }
}
