using Insights.Analytics;

namespace Insights.Ingest.Reading.Workbooks;

/// <summary>
/// The bytes of a part of a workbook as they are, refused where no tag begins for longer than any real text is: so an endless cell
/// or attribute never gets into memory.
/// </summary>
internal sealed class MarkupGuard(Stream part, string place) : Stream
{
    private long _sinceTag;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var read = part.Read(buffer);
        var last = buffer[..read].LastIndexOf((byte)'<');
        _sinceTag = last < 0 ? _sinceTag + read : read - last;
        if (_sinceTag > ReadingLimits.WorkbookTagBytes)
            throw new SetupException(
                $"The workbook '{place}' has a cell of more than {ReadingLimits.WorkbookTagBytes} bytes, which Excel does not allow. Export it again.",
                $"Το βιβλίο '{place}' έχει κελί άνω των {ReadingLimits.WorkbookTagBytes} byte, κάτι που το Excel δεν επιτρέπει. Κάντε νέα εξαγωγή.");
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            part.Dispose();
        base.Dispose(disposing);
    }
}
