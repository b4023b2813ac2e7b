using System.Text;
using Insights.Ingest.Loading;
using Insights.Ingest.Profiles;

namespace Insights.Ingest.Tests;

/// <summary>A temporary folder with exports and one warehouse; opened per load, as the program does.</summary>
internal sealed class LoadingFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("insights-ingest-").FullName;
    private Lazy<Insights.Analytics.Warehouse>? _held;

    /// <summary>One whose warehouse stays open from the first load to the last: to open and close it takes longer than a small load.</summary>
    public static LoadingFolder HeldOpen()
    {
        var folder = new LoadingFolder();
        folder._held = new(() => Insights.Analytics.Warehouse.OpenForWriting(folder.Warehouse));
        return folder;
    }

    public string Warehouse => Path.Combine(_path, "insights.duckdb");

    public string Write(string name, byte[] bytes)
    {
        var file = Path.Combine(_path, name);
        File.WriteAllBytes(file, bytes);
        return file;
    }

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public LoadResult Load(string file, Profile profile, DateTime? exportedAt = null, string? zone = null, string source = "source")
    {
        using var opened = _held is null ? Insights.Analytics.Warehouse.OpenForWriting(Warehouse) : null;
        return new ExportLoader(_held?.Value ?? opened!, TimeProvider.System).Load(new LoadRequest
        {
            File = file,
            Profile = profile,
            Source = source,
            Provider = "Provider",
            ExportedAt = exportedAt,
            TimeZone = zone,
        });
    }

    /// <summary>The rows of a query, each as its values in invariant text with | between them.</summary>
    public IReadOnlyList<string> Query(string sql)
    {
        using var connection = new DuckDB.NET.Data.DuckDBConnection($"Data Source={Warehouse};ACCESS_MODE=READ_ONLY");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Shown(reader.GetValue(i)))));
        return rows;
    }

    /// <summary>Changes the warehouse by hand.</summary>
    public void Run(string sql)
    {
        using var connection = new DuckDB.NET.Data.DuckDBConnection($"Data Source={Warehouse}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        if (_held is { IsValueCreated: true })
            _held.Value.Dispose();
        Directory.Delete(_path, recursive: true);
    }

    private static string Shown(object value) => value switch
    {
        DBNull => "",
        DateTime time => time.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture),
        bool flag => flag ? "1" : "0",
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
    };
}
