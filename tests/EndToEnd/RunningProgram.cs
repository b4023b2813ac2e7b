using System.Diagnostics;

namespace Insights.EndToEnd.Tests;

/// <summary>The real program as a service, until it is stopped; what it says is kept.</summary>
internal sealed class RunningProgram : IDisposable
{
    private readonly List<string> _said = [];
    private readonly Process _process;

    public RunningProgram(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "insights.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) =>
        {
            lock (_said)
                _said.Add(line.Data ?? "");
        };
        _process.BeginErrorReadLine();
    }

    public int ExitCode => _process.ExitCode;

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    /// <summary>Waits until it has said something.</summary>
    public async Task Until(string words)
    {
        var patience = Stopwatch.StartNew();
        while (!Said().Contains(words, StringComparison.Ordinal))
        {
            Assert.True(!_process.HasExited && patience.Elapsed < TimeSpan.FromMinutes(2), $"'{words}' was not said, but: {Said()}");
            await Task.Delay(100);
        }
    }

    /// <summary>As systemd stops a service.</summary>
    public async Task Stop()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await _process.WaitForExitAsync();
    }

    /// <summary>As a power cut does.</summary>
    public void Kill() => _process.Kill();

    public void WaitForExit() => _process.WaitForExit();

    private string Said()
    {
        lock (_said)
            return string.Join('\n', _said);
    }
}
