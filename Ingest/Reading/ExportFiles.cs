using Insights.Analytics;

namespace Insights.Ingest.Reading;

/// <summary>
/// The files behind what a person named: a file, the files of a folder, or standard input (<c>-</c>), which is kept in a private
/// copy until this is disposed.
/// </summary>
public sealed class ExportFiles : IDisposable
{
    /// <summary>What stands for standard input.</summary>
    public const string StandardInput = "-";

    private readonly List<string> _paths = [];
    private readonly List<Notice> _notices = [];
    private readonly List<SpooledFile> _copies = [];

    private ExportFiles()
    {
    }

    /// <summary>The paths to load, each readable by <see cref="Export.Open"/>; of a folder its files in ordinal order.</summary>
    public IReadOnlyList<string> Paths => _paths;

    /// <summary>The files of folders that were passed over.</summary>
    public IReadOnlyList<Notice> Notices => _notices;

    /// <summary>Finds the files.</summary>
    /// <param name="named">Paths of files and folders, or <c>-</c>; folders are not gone into.</param>
    /// <param name="standardInput">Opens standard input; called at most once.</param>
    /// <exception cref="SetupException">One is missing, no file or folder, cannot be opened, or is a folder without exports.</exception>
    public static ExportFiles Of(IEnumerable<string> named, Func<Stream> standardInput)
    {
        var files = new ExportFiles();
        try
        {
            foreach (var name in named)
                files.Add(name, standardInput);
            return files;
        }
        catch
        {
            files.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var copy in _copies)
            copy.Dispose();
    }

    private void Add(string name, Func<Stream> standardInput)
    {
        if (name == StandardInput)
            AddInput(standardInput);
        else if (Directory.Exists(name))
            AddFolder(name);
        else
            _paths.Add(Checked(name));
    }

    private void AddInput(Func<Stream> standardInput)
    {
        using var input = standardInput();
        _copies.Add(SpooledFile.Of(input, "stdin"));
        _paths.Add(_copies[^1].Path);
    }

    private void AddFolder(string folder)
    {
        var before = _paths.Count;
        foreach (var file in FilesIn(folder))
            if (Why(file) is { } why)
                _notices.Add(new Notice("passed_over", 1, why));
            else
                _paths.Add(file);
        if (_paths.Count == before)
            throw new SetupException(
                $"The folder '{folder}' has no export files in it (CSV, XLSX, JSON, or gzip or zip of these). Folders inside it are not read.",
                $"Ο φάκελος '{folder}' δεν έχει αρχεία εξαγωγής (CSV, XLSX, JSON, ή gzip και zip αυτών). Οι φάκελοι μέσα του δεν διαβάζονται.");
    }

    private static List<string> FilesIn(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder).Where(f => !IsHidden(f)).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new SetupException(
                $"The folder '{folder}' cannot be read: {e.Message}", $"Ο φάκελος '{folder}' δεν διαβάζεται: {e.Message}", e);
        }
    }

    /// <summary>Also the files a spreadsheet program keeps beside one that is open: <c>~$book.xlsx</c>, <c>.~lock.book.csv#</c>.</summary>
    private static bool IsHidden(string file) =>
        Path.GetFileName(file) is ['.', ..] or ['~', '$', ..] || File.GetAttributes(file).HasFlag(FileAttributes.Hidden);

    private static string Checked(string file)
    {
        _ = Export.Open(file);
        return file;
    }

    /// <summary>Why a file of a folder is passed over; null when it can be read.</summary>
    private static Message? Why(string file)
    {
        try
        {
            Checked(file);
            return null;
        }
        catch (SetupException e)
        {
            return e.What;
        }
    }
}
