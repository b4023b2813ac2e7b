using System.IO.Compression;
using System.Text;

namespace Insights.Ingest.Apis;

/// <summary>Pages written one after another as the export a person would have saved: a zip with a list of each kind, one object a line. Its folder goes with it.</summary>
internal sealed class PageFile : IDisposable
{
    public static readonly string[] Kinds = ["tickets", "messages", "history", "time_entries"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("insights-pull-");
    private readonly Dictionary<string, StreamWriter> _lists = [];

    public void Add(PulledPage page)
    {
        foreach (var (kind, rows) in page.Rows.Where(r => r.Value.Count > 0))
        {
            if (!_lists.TryGetValue(kind, out var list))
                _lists[kind] = list = new StreamWriter(Path.Combine(_folder.FullName, kind + ".ndjson"), append: false, new UTF8Encoding(false));
            foreach (var row in rows)
                list.Write(row.ToJsonString() + "\n");
        }
    }

    /// <summary>The zip; null where there was nothing. Nothing can be added afterwards.</summary>
    public string? Close(string name)
    {
        Release();
        if (_lists.Count == 0)
            return null;
        var file = Path.Combine(_folder.FullName, name);
        using var zip = ZipFile.Open(file, ZipArchiveMode.Create);
        foreach (var kind in Kinds.Where(_lists.ContainsKey))
            zip.CreateEntryFromFile(Path.Combine(_folder.FullName, kind + ".ndjson"), kind + ".ndjson", CompressionLevel.Fastest);
        return file;
    }

    public void Dispose()
    {
        Release();
        _folder.Delete(recursive: true);
    }

    private void Release()
    {
        foreach (var list in _lists.Values)
            list.Dispose();
    }
}
