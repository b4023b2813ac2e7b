using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace Insights.Analytics.Repeats;

/// <summary>The terms of tickets by their place, in a file beside the warehouse that is gone when this is disposed: numbers, no words. First all are written, then read.</summary>
internal sealed class TermFile(string path) : IDisposable
{
    private static readonly int Size = Marshal.SizeOf<TermCount>();

    private readonly FileStream _file = new(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 20, FileOptions.DeleteOnClose);
    private readonly List<long> _starts = [0];
    private TermCount[] _read = new TermCount[64];
    private MemoryMappedFile? _mapped;
    private MemoryMappedViewAccessor? _view;

    /// <summary>Writes the terms of the next place, 1 on.</summary>
    public void Add(ReadOnlySpan<TermCount> terms)
    {
        _file.Write(MemoryMarshal.AsBytes(terms));
        _starts.Add(_starts[^1] + terms.Length);
    }

    /// <summary>The terms of a place. Good until the next is asked for.</summary>
    public ReadOnlySpan<TermCount> Read(long place)
    {
        var (start, count) = (_starts[(int)place - 1], (int)(_starts[(int)place] - _starts[(int)place - 1]));
        if (count == 0)
            return [];
        if (count > _read.Length)
            _read = new TermCount[2 * count];
        View().ReadArray(start * Size, _read, 0, count);
        return _read.AsSpan(0, count);
    }

    public void Dispose()
    {
        _view?.Dispose();
        _mapped?.Dispose();
        _file.Dispose();
    }

    private MemoryMappedViewAccessor View()
    {
        if (_view is not null)
            return _view;
        _file.Flush();
        _mapped = MemoryMappedFile.CreateFromFile(_file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        return _view = _mapped.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
    }
}
