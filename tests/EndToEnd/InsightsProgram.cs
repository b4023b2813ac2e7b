using System.Diagnostics;

namespace Insights.EndToEnd.Tests;

/// <summary>Runs the real program in a folder of its own.</summary>
internal static class InsightsProgram
{
    public sealed record Run(int ExitCode, string Output, string Error);

    public static Run In(string folder, params string[] arguments) => In(folder, new Dictionary<string, string>(), arguments);

    public static Run In(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.StandardOutputEncoding = start.StandardErrorEncoding = System.Text.Encoding.UTF8;
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "insights.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Run(process.ExitCode, output, error.Result);
    }
}
