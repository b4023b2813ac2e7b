using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Insights.EndToEnd.Tests;

/// <summary>What a person reads on the pages of a PDF, told by a program that is not ours: pdftotext of Poppler.</summary>
internal static partial class PdfText
{
    /// <summary>The program's path; null when it is not installed.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "pdftotext.exe" : "pdftotext")).FirstOrDefault(File.Exists);

    /// <summary>The words of all pages in the order they were drawn, one space between them, so that a name broken over two lines is found.</summary>
    public static string Of(string file)
    {
        var start = new ProcessStartInfo(Program!) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = System.Text.Encoding.UTF8 };
        foreach (var argument in new[] { "-raw", "-enc", "UTF-8", file, "-" })
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var complained = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, complained.Result);
        return Space().Replace(text, " ");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}

/// <summary>A test that needs pdftotext; skipped, saying so, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactWithPdfTextAttribute : FactAttribute
{
    public FactWithPdfTextAttribute()
    {
        if (PdfText.Program is null)
            Skip = "pdftotext (poppler-utils) is not installed; the words of the PDF pages cannot be read by a second program.";
    }
}
