using System.Diagnostics;
using System.Text;
using Insights.Ingest.Profiles;

namespace Insights.EndToEnd.Tests;

/// <summary>The machine's language changes nothing: Turkish, where the capital of i is not I, and where commas and points change places.</summary>
public sealed class CultureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [FactWithIcu]
    public void On_a_Turkish_machine_every_profile_reads_its_examples_as_on_any_other()
    {
        foreach (var profile in KnownProfiles.All.Where(p => p.Examples.Count > 0))
            _folder.File($"examples/{profile.Name}.csv", Csv(profile.Examples[0].Row));
        Assert.Equal("tr-TR İ", Ask("tr_TR.UTF-8"));
        Ingest("tr_TR.UTF-8", "turkish.duckdb");
        Ingest("C.UTF-8", "plain.duckdb");
        Assert.Equal(Rows("plain.duckdb"), Rows("turkish.duckdb"));
    }

    private static string Csv(IReadOnlyDictionary<string, string> row) =>
        $"{string.Join(',', row.Keys.Select(Quoted))}\n{string.Join(',', row.Values.Select(Quoted))}\n";

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private void Ingest(string locale, string warehouse)
    {
        var (code, said) = Run(locale, "ingest", "examples", "--warehouse", warehouse);
        Assert.True(code == 0, said);
    }

    /// <summary>What the machine's language is, and what it makes of the letter i: else the test would prove nothing.</summary>
    private string Ask(string locale)
    {
        var script = _folder.File("ask/ask.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>");
        _folder.File("ask/Program.cs", "System.Console.OutputEncoding = System.Text.Encoding.UTF8; System.Console.Write(System.Globalization.CultureInfo.CurrentCulture.Name + \" \" + \"i\".ToUpper());");
        return Start(locale, ["run", "--project", script]).Said.Trim();
    }

    private (int Code, string Said) Run(string locale, params string[] arguments)
    {
        var home = AppContext.BaseDirectory;
        var settings = File.ReadAllText(Path.Combine(home, "insights.runtimeconfig.json"));
        var config = _folder.File("turkish.runtimeconfig.json", settings.Replace("\"System.Globalization.Invariant\": true", "\"System.Globalization.Invariant\": false", StringComparison.Ordinal));
        Assert.Contains("\"System.Globalization.Invariant\": false", File.ReadAllText(config), StringComparison.Ordinal);
        return Start(locale, ["exec", "--runtimeconfig", config, "--depsfile", Path.Combine(home, "insights.deps.json"), Path.Combine(home, "insights.dll"), .. arguments]);
    }

    private (int Code, string Said) Start(string locale, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = _folder.Path, RedirectStandardError = true, RedirectStandardOutput = true };
        start.StandardOutputEncoding = start.StandardErrorEncoding = Encoding.UTF8;
        start.Environment["LC_ALL"] = locale;
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, process.ExitCode == 0 ? output : output + error.Result);
    }

    private string Rows(string warehouse)
    {
        var sql = string.Join(" union all ", ((string[])["tickets", "events", "messages", "calls", "rejects"]).Select(table =>
            $"select '{table}', count(*), bit_xor(hash(t)) from raw.{table} as t"));
        var run = InsightsProgram.In(_folder.Path, "query", sql, "--warehouse", warehouse, "--format", "csv");
        Assert.True(run.ExitCode == 0, run.Error);
        return run.Output;
    }
}

/// <summary>A test that needs the languages of ICU on the machine: skipped, saying so, where they are not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWithIcuAttribute : FactAttribute
{
    public FactWithIcuAttribute()
    {
        string[] folders = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib"];
        if (!OperatingSystem.IsWindows() && !folders.Any(f => Directory.Exists(f) && Directory.EnumerateFiles(f, "libicuuc.so*").Any()))
            Skip = "The library ICU (libicu) is not installed, so no machine language but the plain one can be tried.";
    }
}
