using System.Security.Cryptography;
using System.Text;
using CsvHelper;

namespace Insights.Ingest.Reference;

/// <summary>Reads one reference table from CSV: UTF-8 with commas, or what a Greek Excel makes of it (Windows-1253, semicolons).</summary>
public static class ReferenceCsv
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1253 = CodePagesEncodingProvider.Instance.GetEncoding(1253)!;

    /// <summary>The cells of the file, or null when it cannot be read as CSV at all (the problem says why).</summary>
    public static ReferenceSheet? Read(string path, ReferenceProblems problems) =>
        Read(Path.GetFileName(path), File.ReadAllBytes(path), problems);

    /// <summary>As <see cref="Read(string, ReferenceProblems)"/>, from the bytes of a file named <paramref name="file"/>.</summary>
    public static ReferenceSheet? Read(string file, byte[] bytes, ReferenceProblems problems)
    {
        var text = Decode(bytes);
        if (Unreadable(text) is { } why)
        {
            problems.Add(new Place(file, null, 1), null, null, why);
            return null;
        }

        var options = new CsvReaderOptions
        {
            Separator = Separator(text),
            HasHeader = false,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Throw,
        };
        using var reader = CsvReader.FromText(text, options);
        try
        {
            return ReadRows(file, Convert.ToHexStringLower(SHA256.HashData(bytes)), reader);
        }
        catch (CsvFormatException e)
        {
            problems.Add(new Place(file, null, (int)Math.Max(e.LineNumber, 1)), null, null, BrokenQuotes(e.Message));
            return null;
        }
    }

    private static ReferenceSheet ReadRows(string file, string sha256, CsvReader reader)
    {
        IReadOnlyList<string>? headings = null;
        var headerLine = 1;
        var rows = new List<ReferenceRow>();
        while (reader.Read())
        {
            string[] cells = [.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i).Trim())];
            if (cells.All(cell => cell.Length == 0))
                continue;
            if (headings is null)
                (headings, headerLine) = ([.. cells.Select(cell => cell.ToLowerInvariant())], (int)reader.LineNumber);
            else
                rows.Add(new ReferenceRow((int)reader.LineNumber, cells));
        }

        return new ReferenceSheet(file, null, sha256, headerLine, headings ?? [], rows);
    }

    private static string Decode(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith(new byte[] { 0xFF, 0xFE }))
            return Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2);
        var skip = bytes.AsSpan().StartsWith(new byte[] { 0xEF, 0xBB, 0xBF }) ? 3 : 0;
        try
        {
            return StrictUtf8.GetString(bytes, skip, bytes.Length - skip);
        }
        catch (DecoderFallbackException)
        {
            return Windows1253.GetString(bytes);
        }
    }

    /// <summary>The headings hold no punctuation of their own, so the commonest candidate on the first filled line separates.</summary>
    private static char Separator(string text)
    {
        var header = text.Split('\n').First(line => !string.IsNullOrWhiteSpace(line));
        return ",;\t|".MaxBy(candidate => header.Count(letter => letter == candidate));
    }

    private static Message? Unreadable(string text) =>
        string.IsNullOrWhiteSpace(text)
            ? new Message(
                "the file is empty. Write the headings on the first line.",
                "το αρχείο είναι κενό. Γράψτε τις επικεφαλίδες στην πρώτη γραμμή.")
            : text.Contains('\0')
                ? new Message(
                    "the file is not text. Save it from Excel as «CSV UTF-8 (comma delimited)».",
                    "το αρχείο δεν είναι κείμενο. Αποθηκεύστε το από το Excel ως «CSV UTF-8 (οριοθετημένο με κόμμα)».")
                : null;

    private static Message BrokenQuotes(string cause) => new(
        $"the quotation marks of this line do not match ({cause}). Put a cell with quotation marks inside quotation "
        + "marks and double each one in it.",
        $"τα εισαγωγικά της γραμμής δεν ταιριάζουν ({cause}). Βάλτε το κελί σε εισαγωγικά και διπλασιάστε όσα έχει μέσα.");
}
