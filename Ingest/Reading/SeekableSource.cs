namespace Insights.Ingest.Reading;

/// <summary>A source whose streams can seek, as reading a zip asks: itself where it can, else a copy on disk.</summary>
internal sealed class SeekableSource : IDisposable
{
    private readonly SpooledFile? _copy;

    public SeekableSource(ByteSource source)
    {
        using var stream = source.Open();
        _copy = stream.CanSeek ? null : SpooledFile.Of(stream, "packed");
        Source = _copy is null ? source : source with { Open = () => File.OpenRead(_copy.Path) };
    }

    public ByteSource Source { get; }

    public void Dispose() => _copy?.Dispose();
}
