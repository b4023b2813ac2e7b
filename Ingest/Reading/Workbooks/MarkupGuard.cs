using Insights.Analytics;

namespace Insights.Ingest.Reading.Workbooks;

/// <summary>
/// The bytes of a part of a workbook as they are, refused where no tag begins for longer than any real text is: so an endless cell
/// or attribute never gets into memory.
/// </summary>
internal sealed class MarkupGuard(Stream part, string place) : ReadOnlyStream
{
    private long _sinceTag;

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

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            part.Dispose();
        base.Dispose(disposing);
    }
}
