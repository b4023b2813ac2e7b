using System.Text;

namespace Insights.Ingest.Tests;

/// <summary>A folder of reference data in a test: the demo provider's, or a few files written for one case. Gone when disposed.</summary>
public sealed class ReferenceFiles : IDisposable
{
    public static readonly Encoding GreekWindows = CodePagesEncodingProvider.Instance.GetEncoding(1253)!;

    private ReferenceFiles()
    {
        Folder = Directory.CreateTempSubdirectory("insights-reference-").FullName;
    }

    public string Folder { get; }

    public static string DemoFolder => Path.Combine(RepositoryRoot(), "data", "reference");

    public static ReferenceFiles Empty() => new();

    /// <summary>The smallest sound set: one client on one calendar.</summary>
    public static ReferenceFiles Small() => new ReferenceFiles()
        .With("clients.csv", "client,provider,zone,calendar,mail_domains\nΝότος,Αίολος,Europe/Athens,office,notos.example\n")
        .With(
            "calendars.csv",
            "calendar,zone,holidays,valid_from,kind,days,opens,closes\noffice,Europe/Athens,GR,2020-01-01,open,Mon-Fri,09:00,17:00\n")
        .With("holidays.csv", "holidays,date,name\nGR,05-01,Πρωτομαγιά\n");

    public static ReferenceFiles Demo()
    {
        var files = new ReferenceFiles();
        foreach (var file in Directory.GetFiles(DemoFolder, "*.csv"))
            File.Copy(file, files.Of(Path.GetFileName(file)));
        return files;
    }

    public ReferenceFiles With(string file, string text, Encoding? encoding = null)
    {
        File.WriteAllText(Of(file), text, encoding ?? new UTF8Encoding(false));
        return this;
    }

    public string Of(string file) => Path.Combine(Folder, file);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Insights.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run inside the repository.");
    }
}
