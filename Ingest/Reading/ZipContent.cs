using System.IO.Compression;
using Insights.Analytics;

namespace Insights.Ingest.Reading;

/// <summary>What a zip is, from the names of its parts.</summary>
internal enum ZipKind
{
    Files,
    Workbook,
    Other,
}

/// <summary>
/// The directory of a zip. Names of entries are shown to people and nothing else: nothing is ever written under them.
/// </summary>
internal sealed class ZipContent : IDisposable
{
    private readonly ZipArchive _zip;
    private readonly ByteSource _source;

    /// <exception cref="SetupException">It is damaged, or has too many entries, or they unpack to too much.</exception>
    public ZipContent(ByteSource source)
    {
        _source = source;
        _zip = OpenZip(source);
        if (_zip.Entries.Count > ReadingLimits.ZipEntries)
            throw TooMany(source.Place, _zip.Entries.Count);
        if (_zip.Entries.Sum(e => (decimal)e.Length) > source.Allowance)
            throw TooLarge(source);
    }

    public ZipKind Kind()
    {
        if (Has("xl/workbook.xml"))
            return ZipKind.Workbook;
        return Has("[Content_Types].xml") || Has("mimetype") ? ZipKind.Other : ZipKind.Files;
    }

    /// <summary>What a zip that is neither files nor a workbook we read is called.</summary>
    public Message Foreigner()
    {
        if (Has("xl/workbook.bin"))
            return new("a binary Excel workbook (.xlsb)", "δυαδικό βιβλίο Excel (.xlsb)");
        return Has("mimetype") ? new("an OpenDocument or other office file", "αρχείο OpenDocument ή άλλου γραφείου") : new("an office file without sheets", "αρχείο Office χωρίς φύλλα");
    }

    /// <summary>The files in it, in the order of their names; hidden ones and those a Mac adds left out.</summary>
    /// <exception cref="SetupException">One is encrypted.</exception>
    public IEnumerable<ByteSource> Entries(ByteSource source) =>
        from entry in _zip.Entries
        where entry.Name.Length > 0 && entry.Name[0] != '.' && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal)
        orderby entry.FullName.Replace('\\', '/'), entry.FullName
        select source.Inside(entry.FullName, Opener(source, entry));

    public void Dispose() => _zip.Dispose();

    /// <summary>An entry's bytes, each time from an archive of their own: several may be read side by side.</summary>
    public static Stream OpenEntry(ByteSource source, int index, string place)
    {
        var zip = OpenZip(source);
        try
        {
            var entry = zip.Entries[index];
            var limit = Math.Min(source.Allowance, ReadingLimits.Allowance(entry.CompressedLength));
            return new UnpackedStream(entry.Open(), place, limit, zip, (entry.Length, entry.Crc32));
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException)
        {
            zip.Dispose();
            throw UnpackedStream.Damaged(place, e);
        }
    }

    /// <summary>A part by its name; -1 where there is none.</summary>
    public int IndexOf(string fullName)
    {
        for (var i = 0; i < _zip.Entries.Count; i++)
            if (_zip.Entries[i].FullName.Replace('\\', '/').TrimStart('/').Equals(fullName, StringComparison.OrdinalIgnoreCase))
                return i;
        return -1;
    }

    /// <summary>Opens a part by its name; null where there is none.</summary>
    public Stream? Part(string fullName) => IndexOf(fullName) is >= 0 and var index ? OpenEntry(_source, index, $"{_source.Place}/{fullName}") : null;

    private bool Has(string fullName) => IndexOf(fullName) >= 0;

    private Func<Stream> Opener(ByteSource source, ZipArchiveEntry entry)
    {
        var index = _zip.Entries.IndexOf(entry);
        var place = $"{source.Place}/{entry.Name}";
        return entry.IsEncrypted ? () => throw Encrypted(place) : () => OpenEntry(source, index, place);
    }

    private static ZipArchive OpenZip(ByteSource source)
    {
        var stream = source.Open();
        try
        {
            var zip = new ZipArchive(stream, ZipArchiveMode.Read);
            _ = zip.Entries;
            return zip;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or ArgumentException)
        {
            stream.Dispose();
            throw UnpackedStream.Damaged(source.Place, e);
        }
    }

    private static SetupException TooMany(string place, int count) => new(
        $"The archive '{place}' has {count} entries; at most {ReadingLimits.ZipEntries} are read. Unpack it and name the export files in it.",
        $"Το αρχείο '{place}' έχει μέσα {count} αρχεία· διαβάζονται έως {ReadingLimits.ZipEntries}. Αποσυμπιέστε το και δώστε τα αρχεία της εξαγωγής.");

    private static SetupException TooLarge(ByteSource source) => new(
        $"The archive '{source.Place}' says it unpacks to more than {source.Allowance} bytes, which no export of its size does.",
        $"Το αρχείο '{source.Place}' λέει ότι αποσυμπιέζεται σε πάνω από {source.Allowance} byte, κάτι που καμία εξαγωγή τέτοιου μεγέθους δεν κάνει.");

    private static SetupException Encrypted(string place) => new(
        $"'{place}' is locked with a password. Unpack it yourself and name the file.",
        $"Το '{place}' είναι κλειδωμένο με κωδικό. Αποσυμπιέστε το μόνοι σας και δώστε το αρχείο.");
}
