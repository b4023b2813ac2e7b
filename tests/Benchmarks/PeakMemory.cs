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

    public static double Megabytes()
    {
        if (!File.Exists("/proc/self/status"))
            return Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;

        var line = File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1e6;
    }
}
