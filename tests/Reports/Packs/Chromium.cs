using System.Diagnostics;

namespace Insights.Reports.Tests.Packs;

/// <summary>The browser on this machine, where there is one: it reads a page as a person's would.</summary>
internal static class Chromium
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The program's path; null when it is not installed.</summary>
    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .SelectMany(folder => new[] { "chromium", "google-chrome", "chromium-browser" }.Select(name => System.IO.Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    /// <summary>What a page has become once its script has run; a request to any host fails.</summary>
    public static string Read(string page, string folder)
    {
        var start = new ProcessStartInfo(Path!) { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=5000", "--host-resolver-rules=MAP * ~NOTFOUND",
            "--user-data-dir=" + System.IO.Path.Combine(folder, "profile"), "--dump-dom", new Uri(page).AbsoluteUri];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{Path} did not finish in {Patience}.");
        }

        Assert.True(process.ExitCode == 0, complained.Result);
        return said.Result;
    }
}

/// <summary>A test that needs a browser; skipped, saying so, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactWithChromiumAttribute : FactAttribute
{
    public FactWithChromiumAttribute()
    {
        if (Chromium.Path is null)
            Skip = "Chromium is not installed; the page cannot be read as a browser reads it.";
    }
}
