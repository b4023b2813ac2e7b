using System.Diagnostics;

namespace Insights.Reports.Tests.Workbooks;

/// <summary>The office suite on this machine, where there is one: a second program that reads the workbooks and calculates their
/// formulas.</summary>
internal static class LibreOffice
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>The program's path; null when it is not installed.</summary>
    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .Select(folder => System.IO.Path.Combine(folder, OperatingSystem.IsWindows() ? "soffice.exe"
            : "soffice")).FirstOrDefault(File.Exists);

    /// <summary>Converts files into a folder; the suite keeps its own settings below that folder, so runs do not meet.</summary>
    public static void Convert(string format, string folder, params string[] files)
    {
        var start = new ProcessStartInfo(Path!) { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = ["-env:UserInstallation=" + new Uri(System.IO.Path.Combine(folder, "profile")), "--headless", "--convert-to",
            format, "--outdir", folder, .. files];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"soffice did not finish in {Patience}.");
        }

        Assert.True(process.ExitCode == 0, said.Result + complained.Result);
    }
}

/// <summary>A test that needs the part of LibreOffice that reads slides; skipped, saying so, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactWithImpressAttribute : FactAttribute
{
    public FactWithImpressAttribute()
    {
        if (LibreOffice.Path is not { } path || !Directory.EnumerateFiles(Path.GetDirectoryName(File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path)!, "*sdlo*").Any())
            Skip = "LibreOffice Impress is not installed; the slides cannot be opened by a second program.";
    }
}

/// <summary>A test that needs LibreOffice; skipped, saying so, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactWithLibreOfficeAttribute : FactAttribute
{
    public FactWithLibreOfficeAttribute()
    {
        if (LibreOffice.Path is null)
            Skip = "LibreOffice (soffice) is not installed; the formulas cannot be calculated a second time.";
    }
}
