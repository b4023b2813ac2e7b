using System.Security.Cryptography;

namespace Insights.Reports.Packs;

/// <summary>
/// The folder a pack is written to. A file appears under its name only when it is complete; the manifest is taken away
/// first and comes back last, so where there is a manifest, everything it lists is whole.
/// </summary>
internal sealed class PackFolder
{
    private readonly string _root;
    private readonly string _manifest;
    private readonly List<PackFile> _files = [];

    public PackFolder(string root, string manifest)
    {
        _root = root;
        _manifest = manifest;
        Directory.CreateDirectory(_root);
        File.Delete(Path.Combine(_root, _manifest));
    }

    /// <summary>What has been written, without the manifest, in the order of writing.</summary>
    public IReadOnlyList<PackFile> Files => _files;

    /// <summary>Writes a file to a temporary name beside it, then moves it to its own.</summary>
    /// <param name="name">Its name below the folder, with forward slashes.</param>
    /// <param name="write">Writes it to the path it is given.</param>
    public void Write(string name, Action<string> write)
    {
        var path = Place(name, write);
        using var content = File.OpenRead(path);
        _files.Add(new PackFile(name, content.Length, Convert.ToHexStringLower(SHA256.HashData(content))));
    }

    public void Write(string name, Action<Stream> write) => Write(name, path =>
    {
        using var stream = File.Create(path);
        write(stream);
    });

    /// <summary>Writes the manifest and returns the paths of everything written, the manifest last.</summary>
    public IReadOnlyList<string> Close(string content)
    {
        Place(_manifest, path => File.WriteAllText(path, content));
        return [.. _files.Select(f => f.Name).Append(_manifest).Select(n => Path.Combine(_root, n))];
    }

    private string Place(string name, Action<string> write)
    {
        var path = Path.Combine(_root, name);
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(path)!).FullName;
        var unfinished = Path.Combine(folder, ".unfinished-" + Path.GetFileName(path));
        write(unfinished);
        File.Move(unfinished, path, overwrite: true);
        return path;
    }
}

/// <summary>One file of a pack as its manifest lists it.</summary>
internal sealed record PackFile(string Name, long Bytes, string Sha256);
