using System.Diagnostics;
using System.Globalization;

namespace Insights.Benchmarks;

/// <summary>The most memory this process held since <see cref="Reset"/>; where Linux' /proc is absent, since it started.</summary>
internal static class PeakMemory
{
    public static void Reset()
    {
        GC.Collect();
        if (File.Exists("/proc/self/clear_refs"))
            File.WriteAllText("/proc/self/clear_refs", "5");
    }

    public static double Megabytes() => MegabytesOf(Environment.ProcessId);

    /// <summary>The same of another process that is still running; 0 where it has just ended.</summary>
    public static double MegabytesOf(int processId)
    {
        var status = $"/proc/{processId}/status";
        if (!Directory.Exists("/proc/self"))
            return Process.GetProcessById(processId).PeakWorkingSet64 / 1e6;

        var line = File.Exists(status) ? File.ReadLines(status).FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal)) : null;
        return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1e6;
    }
}
