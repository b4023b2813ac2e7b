using System.Text;

namespace Insights.Ingest.Mail;

/// <param name="Offset">Bytes from the start of the store.</param>
/// <param name="Length">Bytes.</param>
internal readonly record struct BodyPlace(long Offset, int Length);

/// <summary>The words of messages while a mailbox is read: in a temporary file that goes away with it, not in memory.</summary>
internal sealed class BodyStore : IDisposable
{
    private readonly Lock _gate = new();
    private readonly FileStream _file = Open();

    public BodyPlace Add(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        lock (_gate)
        {
            _file.Position = _file.Length;
            _file.Write(bytes);
            return new BodyPlace(_file.Length - bytes.Length, bytes.Length);
        }
    }

    public string Read(BodyPlace place)
    {
        var bytes = new byte[place.Length];
        lock (_gate)
        {
            _file.Position = place.Offset;
            _file.ReadExactly(bytes);
        }
        return Encoding.UTF8.GetString(bytes);
    }

    public void Dispose() => _file.Dispose();

    private static FileStream Open()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(Path.GetTempPath(), $"insights-{Path.GetRandomFileName()}"), options);
    }
}
