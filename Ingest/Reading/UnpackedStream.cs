using Insights.Analytics;

namespace Insights.Ingest.Reading;

/// <summary>
/// What comes out of a container, counted: a container that unpacks to more than it may, or is damaged, is refused by its name.
/// </summary>
/// <param name="inner">The unpacked bytes.</param>
/// <param name="place">For messages.</param>
/// <param name="limit">The most bytes there may be.</param>
/// <param name="owners">Disposed after <paramref name="inner"/>.</param>
internal sealed class UnpackedStream(Stream inner, string place, long limit, params IDisposable[] owners) : Stream
{
    private long _count;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _count;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var read = ReadInner(buffer);
        _count += read;
        return _count <= limit ? read : throw TooMuch();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>What any reading of a damaged container says.</summary>
    public static SetupException Damaged(string place, Exception cause) => new(
        $"'{place}' cannot be unpacked: {cause.Message} Copy or export it again.",
        $"Το '{place}' δεν αποσυμπιέζεται: {cause.Message} Αντιγράψτε το ή κάντε την εξαγωγή ξανά.", cause);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            foreach (var owner in owners)
                owner.Dispose();
        }
        base.Dispose(disposing);
    }

    private int ReadInner(Span<byte> buffer)
    {
        try
        {
            return inner.Read(buffer);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw Damaged(place, e);
        }
    }

    private SetupException TooMuch() => new(
        $"'{place}' unpacks to more than {limit} bytes, which no export of its size does. If it is a real one, unpack it yourself and name the file.",
        $"Το '{place}' αποσυμπιέζεται σε πάνω από {limit} byte, κάτι που καμία εξαγωγή τέτοιου μεγέθους δεν κάνει. Αν είναι γνήσια, αποσυμπιέστε"
        + " την μόνοι σας και δώστε το αρχείο.");
}
