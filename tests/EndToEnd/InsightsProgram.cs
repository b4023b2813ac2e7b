using System.Diagnostics;

namespace Insights.EndToEnd.Tests;

/// <summary>Runs the real program in a folder of its own.</summary>
internal static class InsightsProgram
{
    public sealed record Run(int ExitCode, string Output, string Error);

    public static Run In(string folder, params string[] arguments) => In(folder, new Dictionary<string, string>(), arguments);

    public static Run In(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments) => Start(folder, environment, null, arguments);

    /// <summary>With lines on its standard input, which then ends.</summary>
    public static Run Answering(string folder, string input, params string[] arguments) => Start(folder, new Dictionary<string, string>(), input, arguments);

    private static Run Start(string folder, IReadOnlyDictionary<string, string> environment, string? input, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.StandardOutputEncoding = start.StandardErrorEncoding = System.Text.Encoding.UTF8;
        if (input is not null)
            (start.RedirectStandardInput, start.StandardInputEncoding) = (true, new System.Text.UTF8Encoding(false));
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "insights.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        using var process = Process.Start(start)!;
        if (input is not null)
            using (var lines = process.StandardInput)
                lines.Write(input);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Run(process.ExitCode, output, error.Result);
    }
}
