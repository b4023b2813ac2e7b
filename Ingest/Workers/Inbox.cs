namespace Insights.Ingest.Workers;

/// <summary>
/// A folder people put exports in. It is only ever read: no file of it is moved, renamed or deleted. A file is ready when it has stayed
/// as it is for a while, so that one still being copied or downloaded is not read half.
/// </summary>
/// <param name="folder">Its files count, not those of folders in it.</param>
/// <param name="settle">How long a file must stay as it is.</param>
/// <param name="clock">Tells how long that is.</param>
internal sealed class Inbox(string folder, TimeSpan settle, TimeProvider clock)
{
    /// <summary>How programs name a file they are still writing.</summary>
    private static readonly string[] Unfinished = [".tmp", ".part", ".partial", ".crdownload", ".download", ".filepart", ".opdownload"];

    private readonly Dictionary<string, Seen> _files = new(StringComparer.Ordinal);

    private sealed record Seen(long Bytes, DateTime ModifiedAt, DateTimeOffset Since, bool IsDone);

    /// <summary>Files that are there and were neither loaded nor refused yet.</summary>
    public int WaitingCount => _files.Values.Count(file => !file.IsDone);

    /// <summary>Looks at the folder: the files that are ready and not yet done with, in ordinal order.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public IReadOnlyList<string> Ready()
    {
        var now = clock.GetUtcNow();
        var found = new DirectoryInfo(folder).EnumerateFiles().Where(IsExport).ToList();
        foreach (var gone in _files.Keys.Except(found.Select(f => f.FullName)).ToList())
            _files.Remove(gone);
        foreach (var file in found)
            if (!_files.TryGetValue(file.FullName, out var seen) || seen.Bytes != file.Length || seen.ModifiedAt != file.LastWriteTimeUtc)
                _files[file.FullName] = new Seen(file.Length, file.LastWriteTimeUtc, now, IsDone: false);
        return [.. _files.Where(f => !f.Value.IsDone && now - f.Value.Since >= settle).Select(f => f.Key).Order(StringComparer.Ordinal)];
    }

    /// <summary>The file was loaded, or cannot be as it stands; it is looked at again when it changes.</summary>
    public void Done(string file)
    {
        if (_files.TryGetValue(file, out var seen))
            _files[file] = seen with { IsDone = true };
    }

    private static bool IsExport(FileInfo file) =>
        !file.Name.StartsWith('.') && !file.Name.StartsWith("~$", StringComparison.Ordinal)
        && (file.Attributes & (FileAttributes.Hidden | FileAttributes.System)) == 0
        && !Unfinished.Contains(file.Extension, StringComparer.OrdinalIgnoreCase);
}
