using Insights.Analytics;

namespace Insights.Host;

/// <summary>A warehouse without a ticket, in a temporary folder that goes with it: for what reference data says by itself.</summary>
internal sealed class EmptyWarehouse : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("insights-empty-").FullName;

    public EmptyWarehouse() => Warehouse.OpenForWriting(File).Dispose();

    /// <summary>The file.</summary>
    public string File => Path.Combine(_folder, "empty.duckdb");

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
