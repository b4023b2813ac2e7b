using Insights.Analytics;

namespace Insights.Ingest.Reading;

/// <summary>Bytes that can be read from their start as often as needed: a file, or what a container holds.</summary>
/// <param name="Name">The file's name and, inside a container, the entry: <c>export.zip/tickets.csv</c>.</param>
/// <param name="Place">The same with the file's path as a person named it, for messages.</param>
/// <param name="Open">A new stream at the first byte; the caller disposes it.</param>
/// <param name="Allowance">How many bytes the outermost file may unpack to.</param>
internal sealed record ByteSource(string Name, string Place, Func<Stream> Open, long Allowance)
{
    /// <summary>A file on disk.</summary>
    /// <exception cref="SetupException">There is no such file, it cannot be opened, or it is no file but a folder, device or pipe.</exception>
    public static ByteSource OfFile(string file)
    {
        FilePlace.RefuseUnlessFile(file);
        using var stream = OpenFile(file);
        return new ByteSource(
            PlainText(Path.GetFileName(file)), file, () => OpenFile(file), ReadingLimits.Allowance(stream.Length));
    }

    /// <summary>What a container holds under a name of its own.</summary>
    public ByteSource Inside(string entry, Func<Stream> open) =>
        new($"{Name}/{PlainText(entry)}", $"{Place}/{PlainText(entry)}", open, Allowance);

    /// <summary>The first bytes, fewer where there are no more.</summary>
    public byte[] Start(int length)
    {
        using var stream = Open();
        var start = new byte[stream.CanSeek ? Math.Min(length, stream.Length) : length];
        return start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
    }

    /// <summary>A name from inside a file is only ever shown: without control characters, and cut where it is long.</summary>
    private static string PlainText(string name)
    {
        const int longest = 200;
        return OneLine.Of(name, longest) + (name.Length > longest ? "…" : "");
    }

    private static FileStream OpenFile(string file)
    {
        try
        {
            return new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new SetupException(
                $"The file '{file}' cannot be opened: {e.Message}", $"Το αρχείο '{file}' δεν ανοίγει: {e.Message}", e);
        }
    }
}
