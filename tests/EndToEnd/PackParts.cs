using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Insights.EndToEnd.Tests;

/// <summary>The files of packs down to the parts of those that are packages, and proofs that somebody changed.</summary>
internal static class PackParts
{
    /// <summary>Every file below a folder, and every part of those that are packages, however deep; warehouses aside.</summary>
    public static IEnumerable<(string Name, string Text)> In(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(f => !f.EndsWith(".duckdb", StringComparison.Ordinal)).SelectMany(f => Parts(Path.GetRelativePath(folder, f), File.ReadAllBytes(f)));

    /// <summary>What was made again from a proof is, byte for byte, the files of the same names in the folder of its pack: these many.</summary>
    public static void AssertSame(int count, string again, string pack)
    {
        List<string> files = [.. Directory.EnumerateFiles(again, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(again, f))];
        Assert.Equal(count, files.Count);
        Assert.All(files, name => Assert.True(File.ReadAllBytes(Path.Combine(again, name)).SequenceEqual(File.ReadAllBytes(Path.Combine(pack, name))), name));
    }

    /// <summary>A copy of a proof in which a part says something else, as if it had been written so.</summary>
    public static void Forge(string proof, string copy, string mart, string was, string now)
    {
        File.Copy(proof, copy);
        using var zip = ZipFile.Open(copy, ZipArchiveMode.Update);
        var rows = Read(zip, $"marts/{mart}.jsonl");
        Assert.Contains(was, rows, StringComparison.Ordinal);
        var forged = rows.Replace(was, now, StringComparison.Ordinal);
        var head = JsonNode.Parse(Read(zip, "proof.json"))!;
        head["marts"]!.AsArray().Single(m => (string?)m!["mart"] == mart)!["sha256"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(forged)));
        Put(zip, $"marts/{mart}.jsonl", forged);
        Put(zip, "proof.json", head.ToJsonString());
    }

    private static IEnumerable<(string Name, string Text)> Parts(string name, byte[] content)
    {
        yield return (name, Text(name, content));
        if (Path.GetExtension(name) is not (".xlsx" or ".pptx" or ".zip"))
            yield break;
        using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
        foreach (var entry in zip.Entries)
        {
            using var part = new MemoryStream();
            using (var from = entry.Open())
                from.CopyTo(part);
            foreach (var inner in Parts(name + "/" + entry.FullName, part.ToArray()))
                yield return inner;
        }
    }

    /// <summary>As a person would search it: entities read, and of a PDF its properties, which stand in UTF-16.</summary>
    private static string Text(string name, byte[] content)
    {
        var text = Path.GetExtension(name) == ".pdf" ? Encoding.BigEndianUnicode.GetString(content) + Encoding.BigEndianUnicode.GetString(content.AsSpan(1)) : Encoding.UTF8.GetString(content);
        return Path.GetExtension(name) is ".html" or ".xml" or ".svg" ? System.Net.WebUtility.HtmlDecode(text) : text;
    }

    private static string Read(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static void Put(ZipArchive zip, string name, string text)
    {
        zip.GetEntry(name)!.Delete();
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(text);
    }
}
