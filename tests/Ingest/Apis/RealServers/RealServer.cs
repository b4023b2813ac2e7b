using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Insights.Ingest.Apis;
using Insights.Ingest.Profiles;
using Insights.Ingest.Sources;
using NodaTime;

namespace Insights.Ingest.Tests.Apis.RealServers;

/// <summary>A tool itself, on this machine, as tests/RealServers/start.sh starts it.</summary>
internal sealed class RealServer(string tool)
{
    private static readonly string State = Environment.GetEnvironmentVariable("INSIGHTS_REAL_SERVERS") ?? Path.Combine(Path.GetTempPath(), "insights-real-servers");

    private string Folder => Path.Combine(State, tool);

    public Uri Address => new(File.ReadAllText(Path.Combine(Folder, "address")).Trim());

    /// <summary>The password of root, or the key of the administrator.</summary>
    public string Secret => File.ReadAllText(Path.Combine(Folder, "secret")).Trim();

    public bool Answers()
    {
        if (!File.Exists(Path.Combine(Folder, "address")))
            return false;
        try
        {
            using var client = new TcpClient(Address.Host, Address.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>What its own database holds: each row as its values with | between them.</summary>
    public IReadOnlyList<string> Query(string sql)
    {
        var start = new ProcessStartInfo("sqlite3") { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = System.Text.Encoding.UTF8 };
        start.Environment["TZ"] = "Europe/Athens";
        foreach (var argument in new[] { "-readonly", "-init", "/dev/null", "-cmd", ".timeout 20000", "-list", "-separator", "|", Path.Combine(Folder, "database.sqlite"), sql })
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var complained = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, complained.Result);
        return said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public int Count(string table) => int.Parse(Query($"select count(*) from {table}")[0], CultureInfo.InvariantCulture);

    /// <summary>The tool as a source, with the profile the program ships.</summary>
    public SourceSettings Settings(params (string Name, string Value)[] values)
    {
        var profile = KnownProfiles.Find(tool);
        return new SourceSettings
        {
            Source = tool,
            Profile = profile,
            Provider = "Provider",
            DefaultClient = null,
            Zone = DateTimeZoneProviders.Tzdb[profile.TimeZone],
            Schedule = new PullSchedule(Cronos.CronExpression.Hourly, DateTimeZone.Utc),
            Access = new ApiAccess(tool, profile.Api!, values.Append(("address", Address.AbsoluteUri.TrimEnd('/'))).ToDictionary(v => v.Item1, v => v.Item2)),
        };
    }
}

/// <summary>A test that pulls a tool itself; skipped, saying so, where it does not run.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactWithServerAttribute : FactAttribute
{
    public FactWithServerAttribute(string tool)
    {
        if (!new RealServer(tool).Answers())
            Skip = $"{tool} does not run here; tests/RealServers/start.sh starts it where its Debian package is installed, and installs it with --install.";
    }
}
