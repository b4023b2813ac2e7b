namespace Insights.EndToEnd.Tests;

/// <summary>A warehouse of one ticket, loaded and refreshed once by the real program, for tests that take a copy.</summary>
public sealed class LoadedWarehouse : IDisposable
{
    public const string Header = "Ticket ID,Subject,Status,Priority,Created time,Initial response time,Resolved time,Company Name\n";
    public const string Row = "1,Printer,Closed,High,2026-10-05 09:00:00,2026-10-05 09:20:00,2026-10-05 10:00:00,Alpha\n";

    private readonly TemporaryFolder _folder = new();

    public LoadedWarehouse()
    {
        var export = _folder.File("t.csv", Header + Row);
        Assert.Equal(0, InsightsProgram.In(_folder.Path, "ingest", export, "--provider", "Provider", "--client", "Alpha").ExitCode);
        Assert.Equal(0, InsightsProgram.In(_folder.Path, "refresh").ExitCode);
    }

    public string File => Path.Combine(_folder.Path, "insights.duckdb");

    public void Dispose() => _folder.Dispose();
}
