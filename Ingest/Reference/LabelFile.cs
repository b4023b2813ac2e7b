using System.Text;
using Insights.Analytics;

namespace Insights.Ingest.Reference;

/// <summary>Whether two tickets report the same failure, as a person says.</summary>
/// <param name="Source">Of the later ticket.</param>
/// <param name="TicketId">Of the later ticket.</param>
/// <param name="EarlierSource">Of the earlier one.</param>
/// <param name="EarlierTicketId">Of the earlier one.</param>
/// <param name="IsSame">They report the same failure.</param>
/// <param name="LabelledBy">Who says so; null: not stated.</param>
/// <param name="LabelledOn">The day it was said.</param>
public sealed record Label(string Source, string TicketId, string EarlierSource, string EarlierTicketId, bool IsSame, string? LabelledBy, DateOnly LabelledOn);

/// <summary>Adds rows to the labels.csv of a reference folder, each on the disk before the next is asked for.</summary>
public sealed class LabelFile
{
    private static readonly string Header = string.Join(',', ReferenceContract.Named("labels").Columns.Select(c => c.Key));

    private LabelFile(string path) => Path = path;

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The labels of a folder; the folder and the file are made where they are not there yet.</summary>
    /// <exception cref="SetupException">The file has other columns or another form, or the folder keeps its labels in the workbook.</exception>
    public static LabelFile In(string folder)
    {
        var path = System.IO.Path.Combine(folder, "labels.csv");
        RefuseWorkbook(folder);
        Directory.CreateDirectory(folder);
        if (!File.Exists(path))
            Write(path, Header + "\n");
        else if (File.ReadLines(path).FirstOrDefault() is var first && first != Header)
            throw new SetupException(
                $"{path}: its first line is '{first}', so rows cannot be added to it. Save it with commas, as UTF-8, and with the first line: {Header}",
                $"{path}: η πρώτη γραμμή του είναι '{first}', και δεν μπορούν να προστεθούν γραμμές. Αποθηκεύστε το με κόμματα, σε UTF-8, και με πρώτη γραμμή: {Header}");
        else if (!EndsLine(path))
            Write(path, "\n");
        return new LabelFile(path);
    }

    /// <summary>True for an id that a spreadsheet would take for a formula: it never gets into a file people open with one.</summary>
    public static bool IsFormula(string id) => id.Length > 0 && id[0] is '=' or '+' or '-' or '@' or '\t' or '\r';

    public void Add(Label label) => Write(Path, string.Join(',',
        Cell(label.Source), Cell(label.TicketId), Cell(label.EarlierSource), Cell(label.EarlierTicketId), label.IsSame ? "yes" : "no",
        Cell(label.LabelledBy ?? ""), label.LabelledOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), "") + "\n");

    private static void RefuseWorkbook(string folder)
    {
        var workbook = System.IO.Path.Combine(folder, ReferenceFolder.WorkbookName);
        if (File.Exists(workbook) && ReferenceXlsx.Read(workbook, new ReferenceProblems()).ContainsKey("labels"))
            throw new SetupException(
                $"{workbook} has a sheet labels, which wins over labels.csv. Move its rows to labels.csv in the same folder and delete the sheet.",
                $"Το {workbook} έχει φύλλο labels, που υπερισχύει του labels.csv. Μεταφέρετε τις γραμμές του στο labels.csv του ίδιου φακέλου και διαγράψτε το φύλλο.");
    }

    /// <summary>In one piece, and through to the disk.</summary>
    private static void Write(string path, string text)
    {
        using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
        file.Write(Encoding.UTF8.GetBytes(text));
        file.Flush(flushToDisk: true);
    }

    private static bool EndsLine(string path)
    {
        using var file = File.OpenRead(path);
        if (file.Length == 0)
            return true;
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() == '\n';
    }

    private static string Cell(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
