namespace Insights.Ingest.Reading;

/// <summary>A private copy on disk of bytes that can be read once, or not from any place: standard input, a zip in a zip.</summary>
internal sealed class SpooledFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("insights-").FullName;

    private SpooledFile(string name) => Path = System.IO.Path.Combine(_folder, name);

    public string Path { get; }

    /// <summary>Copies what the stream still has.</summary>
    /// <param name="stream">Read to its end, not disposed.</param>
    /// <param name="name">The copy's file name, of our choosing.</param>
    public static SpooledFile Of(Stream stream, string name)
    {
        var spooled = new SpooledFile(name);
        try
        {
            using var copy = new FileStream(spooled.Path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            stream.CopyTo(copy, 1 << 16);
            return spooled;
        }
        catch
        {
            spooled.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }
}
