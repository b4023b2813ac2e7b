using System.ComponentModel;
using System.Diagnostics;

namespace Insights.Benchmarks;

/// <summary>The script beside which a benchmark stands.</summary>
internal static class PythonScript
{
    /// <summary>The lines it printed; null, which is said, where Python or what it imports is not there.</summary>
    /// <param name="title">What it is called where it is said.</param>
    /// <param name="arguments">The script beside the program, and what it is given.</param>
    public static string[]? Lines(string title, params IEnumerable<string> arguments)
    {
        try
        {
            using var python = Process.Start(new ProcessStartInfo("/usr/bin/python3", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var error = python.StandardError.ReadToEndAsync();
            var lines = python.StandardOutput.ReadToEnd().Split('\n');
            python.WaitForExit();
            if (python.ExitCode == 0)
                return lines;
            Console.WriteLine($"{title} skipped: {error.Result.Trim().Split('\n')[^1]}");
        }
        catch (Win32Exception e)
        {
            Console.WriteLine($"{title} skipped: {e.Message}");
        }

        return null;
    }
}
