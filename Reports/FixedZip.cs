using System.IO.Compression;

namespace Insights.Reports;

/// <summary>Zip entries that are the same every time they are written.</summary>
internal static class FixedZip
{
    /// <summary>The zip format keeps no earlier time.</summary>
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Add(this ZipArchive zip, string name, Action<Stream> write)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = Time;
        using var to = entry.Open();
        write(to);
    }

    public static void Add(this ZipArchive zip, string name, byte[] content) => zip.Add(name, to => to.Write(content));
}
