using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Insights.Analytics.Loads;

namespace Insights.Ingest.Apis;

/// <summary>One page of tickets, with what was asked for each of them.</summary>
/// <param name="Rows">By <c>tickets</c>, <c>messages</c>, <c>history</c>.</param>
/// <param name="After">How far the source is pulled once the page is kept.</param>
/// <param name="IsLast">The pull has come to its end.</param>
internal sealed record PulledPage(IReadOnlyDictionary<string, List<JsonObject>> Rows, PullState After, bool IsLast)
{
    public List<JsonObject> Tickets => Rows["tickets"];
}

/// <summary>Pages as the export a person would have saved: a zip with one object a line.</summary>
internal static class PageFile
{
    public static readonly string[] Kinds = ["tickets", "messages", "history"];

    /// <summary>Writes the pages' rows, kind by kind; a kind without rows is not there.</summary>
    public static void Write(string file, IReadOnlyDictionary<string, List<JsonObject>> rows)
    {
        using var zip = ZipFile.Open(file, ZipArchiveMode.Create);
        foreach (var kind in Kinds.Where(k => rows[k].Count > 0))
        {
            using var entry = new StreamWriter(zip.CreateEntry($"{kind}.ndjson", CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
            foreach (var row in rows[kind])
                entry.Write(row.ToJsonString() + "\n");
        }
    }
}
