namespace Insights.Analytics;

/// <summary>
/// The marts of a warehouse as they are, each computed once, in a file of their own that is gone when this is disposed. Most marts are views, which a
/// question about one client computes for all of them: whoever asks about many clients asks here.
/// </summary>
public sealed class StoredMarts : IDisposable
{
    /// <summary>Of the database while it computes; what does not fit goes to disk.</summary>
    private const string MemoryLimit = "500MB";

    private readonly string _folder = Directory.CreateTempSubdirectory("insights-marts-").FullName;

    /// <summary>Whoever reads a mart orders its rows, so here they have no order: to keep one costs memory.</summary>
    /// <param name="warehouse">Open, be it for reading only.</param>
    public StoredMarts(Warehouse warehouse)
    {
        warehouse.Execute($"attach '{File.Replace("'", "''", StringComparison.Ordinal)}' as stored (read_write); create schema stored.marts");
        warehouse.Execute($"set preserve_insertion_order = false; set memory_limit = '{MemoryLimit}'");
        foreach (var mart in Marts.Names)
            warehouse.Execute($"create table stored.marts.{mart} as from marts.{mart}");
        warehouse.Execute("set preserve_insertion_order = true; reset memory_limit; detach stored");
    }

    private string File => Path.Combine(_folder, "stored.duckdb");

    /// <summary>A connection of its own to the marts, for reading; it holds nothing else.</summary>
    public Warehouse Open() => Warehouse.OpenStored(File);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
