using System.Security.Cryptography;
using System.Text;
using CsvHelper;
using Insights.Analytics;
using Insights.Ingest.Reading;

namespace Insights.Ingest.Reference;

/// <summary>Reads one reference table from CSV: UTF-8 with commas, or what a Greek Excel makes of it (Windows-1253, semicolons).</summary>
public static class ReferenceCsv
{
    /// <summary>The cells of the file, or null when it cannot be read as CSV at all (the problem says why).</summary>
    public static ReferenceSheet? Read(string path, ReferenceProblems problems) =>
        Read(Path.GetFileName(path), File.ReadAllBytes(path), problems);

    /// <summary>As <see cref="Read(string, ReferenceProblems)"/>, from the bytes of a file named <paramref name="file"/>.</summary>
    public static ReferenceSheet? Read(string file, byte[] bytes, ReferenceProblems problems)
    {
        var text = TextEncodings.Detect(bytes)?.GetString(bytes).TrimStart('\uFEFF');
        if (string.IsNullOrWhiteSpace(text))
        {
            problems.Add(new Place(file, null, 1), null, null, text is null ? NoText : Empty);
            return null;
        }

        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var utf8 = Encoding.UTF8.GetBytes(text);
        var form = TextForm.Detect(new MemoryStream(utf8));
        using var reader = CsvReader.Create(utf8.AsMemory(form.HeaderOffset), new CsvReaderOptions
        {
            Separator = form.Delimiter,
            HasHeader = false,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Throw,
        });
        try
        {
            return ReadRows(file, sha256, reader, (int)form.HeaderLine - 1);
        }
        catch (CsvFormatException e)
        {
            var line = (int)(Math.Max(e.LineNumber, 1) + form.HeaderLine - 1);
            problems.Add(new Place(file, null, line), null, null, BrokenQuotes(e.Message));
            return null;
        }
    }

    private static ReferenceSheet ReadRows(string file, string sha256, CsvReader reader, int linesBefore)
    {
        IReadOnlyList<string>? headings = null;
        var headerLine = 1;
        var rows = new List<ReferenceRow>();
        while (reader.Read())
        {
            var line = (int)reader.LineNumber + linesBefore;
            string[] cells = [.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i).Trim())];
            if (cells.All(cell => cell.Length == 0))
                continue;
            if (headings is null)
                (headings, headerLine) = ([.. cells.Select(cell => cell.ToLowerInvariant())], line);
            else
                rows.Add(new ReferenceRow(line, cells));
        }

        return new ReferenceSheet(file, null, sha256, headerLine, headings ?? [], rows);
    }

    private static Message Empty { get; } = new(
        "the file is empty. Write the headings on the first line.",
        "το αρχείο είναι κενό. Γράψτε τις επικεφαλίδες στην πρώτη γραμμή.");

    private static Message NoText { get; } = new(
        "the file is not text. Save it from Excel as «CSV UTF-8 (comma delimited)».",
        "το αρχείο δεν είναι κείμενο. Αποθηκεύστε το από το Excel ως «CSV UTF-8 (οριοθετημένο με κόμμα)».");

    private static Message BrokenQuotes(string cause) => new(
        $"the quotation marks of this line do not match ({cause}). Put a cell with quotation marks inside quotation "
        + "marks and double each one in it.",
        $"τα εισαγωγικά της γραμμής δεν ταιριάζουν ({cause}). Βάλτε το κελί σε εισαγωγικά και διπλασιάστε όσα έχει μέσα.");
}
