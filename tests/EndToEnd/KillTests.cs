using System.Diagnostics;
using System.Text;

namespace Insights.EndToEnd.Tests;

/// <summary>A crash at any moment leaves the warehouse whole: the program is killed outright while it loads, and begun again.</summary>
public sealed class KillTests : IDisposable
{
    private const int Files = 4;

    /// <summary>Each costs a start of the program; INSIGHTS_KILLS asks for more.</summary>
    private static readonly int Kills =
        int.Parse(Environment.GetEnvironmentVariable("INSIGHTS_KILLS") ?? "12", System.Globalization.CultureInfo.InvariantCulture);

    private static readonly string[] Tables = ["tickets", "loads", "rejects", "notices", "listed", "sources"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Killed_at_random_moments_and_begun_again_it_holds_what_an_undisturbed_load_holds()
    {
        for (var month = 1; month <= Files; month++)
            _folder.File($"inbox/export-{month:00}.csv", Export(month));
        var took = Stopwatch.StartNew();
        Assert.Equal(0, Load("undisturbed.duckdb", null));
        took.Stop();
        var expected = Everything("undisturbed.duckdb");

        var random = new Random(20261123);
        var (kills, wholeLoads) = (0, 0);
        while (kills < Kills || wholeLoads == 0)
        {
            var moment = TimeSpan.FromMilliseconds(took.ElapsedMilliseconds * (0.3 + (0.8 * random.NextDouble())));
            if (Load("killed.duckdb", kills < Kills ? moment : null) == 0)
            {
                Assert.Equal(expected, Everything("killed.duckdb"));
                wholeLoads++;
                foreach (var file in Directory.GetFiles(_folder.Path, "killed.duckdb*"))
                    File.Delete(file);
            }
            else
            {
                kills++;
            }
        }
    }

    /// <summary>Loads the folder of exports; kills the program after a while when that is given. Its exit code.</summary>
    private int Load(string warehouse, TimeSpan? killAfter)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = _folder.Path, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "insights.dll"), "ingest", "inbox", "--warehouse", warehouse])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync();
        var printed = process.StandardOutput.ReadToEndAsync();
        if (killAfter is { } moment && !process.WaitForExit(moment))
            process.Kill();
        process.WaitForExit();
        Assert.True(process.ExitCode is 0 or 137 or -1, said.Result + printed.Result);
        return process.ExitCode;
    }

    /// <summary>How many rows each raw table has, and a hash over all of them, but for the moment of loading.</summary>
    private string Everything(string warehouse)
    {
        var sql = string.Join(" union all ", Tables.Select(table =>
            $"select '{table}', count(*), bit_xor(hash(t)) from (select {(table == "loads" ? "* exclude (loaded_at)" : "*")} from raw.{table}) as t"));
        var run = InsightsProgram.In(_folder.Path, "query", "--warehouse", warehouse, "--format", "csv", sql);
        Assert.True(run.ExitCode == 0, run.Error);
        return run.Output;
    }

    /// <summary>Tickets of this month, of which every tenth is no ticket, and those of the month before as they stand by now.</summary>
    private static string Export(int month)
    {
        var text = new StringBuilder("Ticket ID,Subject,Status,Priority,Created time,Resolved time,Last update time\n");
        foreach (var (of, state) in new[] { (month - 1, "Closed"), (month, "Open") })
            for (var i = 0; of > 0 && i < 1_000; i++)
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{(of * 10_000) + i},Subject {i},{state},High,")
                    .Append(i % 10 == 0 ? "never" : $"2026-{of:00}-{1 + (i % 28):00} 09:00:00").Append(",,")
                    .Append(System.Globalization.CultureInfo.InvariantCulture, $"2026-{Math.Min(of + (state == "Closed" ? 1 : 0), 12):00}-28 10:00:00\n");
        return text.ToString();
    }
}
