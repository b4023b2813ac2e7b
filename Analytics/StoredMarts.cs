namespace Insights.Analytics;

/// <summary>
/// The marts of a warehouse as they are, each computed once, in a file of their own that is gone when this is disposed. Most marts are views, which a
/// question about one client computes for all of them: whoever asks about many clients asks here.
/// </summary>
public sealed class StoredMarts : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("insights-marts-").FullName;

    /// <param name="warehouse">Open, for reading too.</param>
    public StoredMarts(Warehouse warehouse)
    {
        warehouse.Execute($"attach '{File.Replace("'", "''", StringComparison.Ordinal)}' as stored (read_write); create schema stored.marts");
        foreach (var mart in Marts.Names)
            warehouse.Execute($"create table stored.marts.{mart} as from marts.{mart} order by all");
        warehouse.Execute("detach stored");
    }

    private string File => Path.Combine(_folder, "stored.duckdb");

    /// <summary>A connection of its own to the marts, for reading; it holds nothing else.</summary>
    public Warehouse Open() => Warehouse.OpenStored(File);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
