using System.IO.Hashing;
using Insights.Analytics;

namespace Insights.Ingest.Reading;

/// <summary>
/// What comes out of a container, counted: a container that unpacks to more than it may, or is damaged, is refused by its name.
/// </summary>
/// <param name="inner">The unpacked bytes.</param>
/// <param name="place">For messages.</param>
/// <param name="limit">The most bytes there may be.</param>
/// <param name="owner">Disposed after <paramref name="inner"/>.</param>
/// <param name="said">What the container says of the bytes as a whole; null where it says nothing.</param>
internal sealed class UnpackedStream(Stream inner, string place, long limit, IDisposable? owner = null, (long Length, uint Crc32)? said = null) : ReadOnlyStream
{
    private readonly Crc32 _crc = new();
    private long _count;

    public override int Read(Span<byte> buffer)
    {
        var read = ReadInner(buffer);
        _count += read;
        if (_count > limit)
            throw TooMuch();
        if (said is not null)
            _crc.Append(buffer[..read]);
        if (read == 0 && buffer.Length > 0 && said is { } whole && (whole.Length != _count || whole.Crc32 != _crc.GetCurrentHashAsUInt32()))
            throw Damaged(place, new InvalidDataException("its bytes are not those that were packed."));
        return read;
    }

    /// <summary>What any reading of a damaged container says.</summary>
    public static SetupException Damaged(string place, Exception cause) => new(
        $"'{place}' cannot be unpacked: {cause.Message} Copy or export it again.",
        $"Το '{place}' δεν αποσυμπιέζεται: {cause.Message} Αντιγράψτε το ή κάντε την εξαγωγή ξανά.", cause);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            owner?.Dispose();
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
