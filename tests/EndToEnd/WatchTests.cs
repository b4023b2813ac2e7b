using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Insights.EndToEnd.Tests;

/// <summary>The service that loads what is put into a folder.</summary>
public sealed class WatchTests : IDisposable
{
    private const string Export = "Ticket ID,Subject,Status,Priority,Created time\n1,Printer,Closed,High,2026-10-05 09:00:00\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_put_into_the_folder_is_loaded_once_and_left_where_it_is()
    {
        _folder.File("inbox/first.csv", Export);
        _folder.File("inbox/notes.csv", "nothing to see\n");
        _folder.File("inbox/half.csv.part", Export);
        using var service = Watch(out var port);
        await service.Until("tickets from first.csv: 1 rows, 1 new");
        await service.Until("notes.csv was not loaded");
        _folder.File("inbox/second.csv", Export.Replace("Closed", "Open", StringComparison.Ordinal));
        await service.Until("tickets from second.csv: 1 rows, 0 new, 1 changed");

        using var web = new HttpClient();
        using var health = await web.GetAsync(new Uri($"http://localhost:{port}/health"));
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Contains("\"loaded_count\":2,\"refused_count\":1", await health.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var took = Stopwatch.StartNew();
        await service.Stop();
        Assert.Equal(0, service.ExitCode);
        Assert.True(took.Elapsed < TimeSpan.FromSeconds(6), $"It took {took.Elapsed} to stop.");
        Assert.Equal(["first.csv", "half.csv.part", "notes.csv", "second.csv"], Directory.GetFiles(Path.Combine(_folder.Path, "inbox")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task A_warehouse_in_use_is_waited_for()
    {
        _folder.File("inbox/first.csv", Export);
        using var service = Watch(out _, holdWarehouse: true);
        await service.Until("will try again");
        _holder!.Dispose();
        await service.Until("tickets from first.csv: 1 rows, 1 new");
        await service.Stop();
    }

    [Fact]
    public void A_folder_that_is_not_there_is_refused()
    {
        var run = InsightsProgram.In(_folder.Path, "watch", "nowhere");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("'nowhere'", run.Error, StringComparison.Ordinal);
    }

    private DuckDB.NET.Data.DuckDBConnection? _holder;

    private RunningProgram Watch(out int port, bool holdWarehouse = false)
    {
        if (holdWarehouse)
        {
            _holder = new DuckDB.NET.Data.DuckDBConnection($"Data Source={Path.Combine(_folder.Path, "insights.duckdb")}");
            _holder.Open();
        }
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            port = ((IPEndPoint)free.LocalEndpoint).Port;
        }
        return new RunningProgram(_folder.Path, new Dictionary<string, string>(), "watch", "inbox", "--every", "1", "--settle", "1", "--health", $"{port}");
    }
}
