using Insights.Analytics;
using Insights.Ingest.Reading.Json;
using Insights.Ingest.Reading.Workbooks;

namespace Insights.Ingest.Reading;

/// <summary>
/// A file people export, whatever its shape: delimited text, workbook, JSON, or a gzip or zip of these. The shape is told from its
/// bytes, never from its name.
/// </summary>
public sealed class Export
{
    private readonly List<Notice> _notices = [];
    private readonly ByteSource _file;

    private Export(ByteSource file) => _file = file;

    /// <summary>What was passed over inside the file, and why; complete once the last record set is.</summary>
    public IReadOnlyList<Notice> Notices => _notices;

    /// <summary>Opens a file, and looks at its first bytes.</summary>
    /// <exception cref="SetupException">There is no such file, or it is of a kind that cannot be read.</exception>
    public static Export Open(string file) => Of(ByteSource.OfFile(file));

    /// <inheritdoc cref="Open"/>
    internal static Export Of(ByteSource source)
    {
        var sample = source.Start(Shapes.SampleSize);
        var shape = Shapes.Of(sample);
        return IsRead(shape) ? new Export(source) : throw Shapes.Refusal(source.Place, shape, sample);
    }

    /// <summary>The first record set of a file; the caller disposes it.</summary>
    /// <exception cref="SetupException">As <see cref="Open"/> and <see cref="RecordSets"/>.</exception>
    public static RecordSet First(string file)
    {
        // The enumerator is kept: what the set reads from may be its own.
        var sets = Open(file).RecordSets().GetEnumerator();
        if (sets.MoveNext())
            return new OwningRecordSet(sets.Current, sets);
        sets.Dispose();
        throw Hollow(file);
    }

    /// <summary>
    /// The record sets, opened one after another; the caller disposes each before asking for the next. What cannot be read beside
    /// what can is passed over with a notice.
    /// </summary>
    /// <exception cref="SetupException">Nothing in the file can be read, it is damaged or encrypted, or unpacks to far too much.</exception>
    public IEnumerable<RecordSet> RecordSets()
    {
        var isAny = false;
        foreach (var set in Sets(_file, 0))
        {
            isAny = true;
            yield return set;
        }
        if (!isAny)
            throw Hollow(_file.Place);
    }

    private static bool IsRead(Shape shape) => shape is Shape.DelimitedText or Shape.Json or Shape.Gzip or Shape.Zip;

    private static SetupException Hollow(string place) => new(
        $"The file '{place}' holds no table: no CSV with a header, no sheet with a header, no list of JSON objects.",
        $"Το αρχείο '{place}' δεν έχει πίνακα: ούτε CSV ούτε φύλλο με επικεφαλίδες, ούτε λίστα αντικειμένων JSON.");

    private IEnumerable<RecordSet> Sets(ByteSource source, int depth)
    {
        var sample = source.Start(Shapes.SampleSize);
        var shape = Shapes.Of(sample);
        return shape switch
        {
            Shape.DelimitedText => One(() => DelimitedText.Open(source)),
            Shape.Json => One(() => JsonRecords.Open(source)),
            Shape.Gzip => Sets(Unzipped(Deeper(source, depth)), depth + 1),
            Shape.Zip => ZipOrWorkbook(source, depth),
            _ => throw Shapes.Refusal(source.Place, shape, sample),
        };
    }

    private static IEnumerable<RecordSet> One(Func<RecordSet> open)
    {
        yield return open();
    }

    private static ByteSource Deeper(ByteSource source, int depth) => depth < ReadingLimits.ContainerDepth ? source : throw new SetupException(
        $"'{source.Place}' is packed more than {ReadingLimits.ContainerDepth} times over. Unpack it once and name what is in it.",
        $"Το '{source.Place}' είναι συμπιεσμένο πάνω από {ReadingLimits.ContainerDepth} φορές. Αποσυμπιέστε το μία φορά και δώστε το περιεχόμενο.");

    private static ByteSource Unzipped(ByteSource packed)
    {
        var entry = Path.GetFileName(packed.Name);
        return packed.Inside(entry.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? entry[..^3] : entry,
            () => new UnpackedStream(new GzipText(packed.Open()), packed.Place, packed.Allowance));
    }

    private IEnumerable<RecordSet> ZipOrWorkbook(ByteSource source, int depth)
    {
        using var held = new SeekableSource(source);
        using var zip = new ZipContent(held.Source);
        var kind = zip.Kind();
        if (kind is ZipKind.Other)
            throw Shapes.Unreadable(source.Place, zip.Foreigner());
        var sets = kind == ZipKind.Workbook ? Workbook.Sheets(held.Source, _notices) : Entries(zip, Deeper(held.Source, depth), depth + 1);
        foreach (var set in sets)
            yield return set;
    }

    private IEnumerable<RecordSet> Entries(ZipContent zip, ByteSource source, int depth)
    {
        foreach (var entry in zip.Entries(source))
        {
            var sample = entry.Start(Shapes.SampleSize);
            var shape = Shapes.Of(sample);
            if (!IsRead(shape))
                _notices.Add(PassedOver(Shapes.Refusal(entry.Place, shape, sample)));
            else
                foreach (var set in Sets(entry, depth))
                    yield return set;
        }
    }

    private static Notice PassedOver(SetupException why) => new("passed_over", 1, why.What);
}
