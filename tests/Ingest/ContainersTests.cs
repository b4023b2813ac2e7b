using System.IO.Compression;
using System.Text;
using Insights.Analytics;
using Insights.Ingest.Reading;

namespace Insights.Ingest.Tests;

/// <summary>Exports inside other files, in folders, and from standard input.</summary>
public sealed class ContainersTests : IDisposable
{
    private const string Csv = "Number,Subject\n1,a\n";

    private readonly LoadingFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    internal static byte[] Gzip(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    internal static byte[] Zip(params (string Name, byte[] Bytes)[] entries)
    {
        var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create))
            foreach (var (name, bytes) in entries)
                using (var entry = zip.CreateEntry(name).Open())
                    entry.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    [Fact]
    public void A_gzip_is_read_as_what_is_in_it() =>
        Assert.Equal(["t.csv.gz/t.csv", "Number|Subject", "2: 1|a"], RecordText.Read(_folder.Write("t.csv.gz", Gzip(Bytes(Csv)))));

    [Fact]
    public void A_zip_gives_its_files_in_the_order_of_their_names() => Assert.Equal(
        ["x.zip/a.json", "id", "1: 7", "x.zip/sub/t.csv", "Number|Subject", "2: 1|a"],
        RecordText.Read(_folder.Write("x.zip", Zip(("sub/t.csv", Bytes(Csv)), ("a.json", Bytes("[{\"id\":7}]")), ("__MACOSX/._t.csv", [1, 2]), (".hidden", [1])))));

    [Fact]
    public void What_cannot_be_read_beside_what_can_is_passed_over_and_said_so()
    {
        var export = Export.Open(_folder.Write("x.zip", Zip(("logo.png", [0x89, 0x50, 0x4E, 0x47, 1, 2, 0xFF]), ("t.csv", Bytes(Csv)), ("none.csv", []))));
        var names = new List<string>();
        foreach (var set in export.RecordSets())
            using (set)
                names.Add(set.Name);
        Assert.Equal(["x.zip/t.csv"], names);
        Assert.Equal(["passed_over", "passed_over"], export.Notices.Select(n => n.Code));
        Assert.Contains(export.Notices, n => n.Text.English.Contains("logo.png", StringComparison.Ordinal));
    }

    [Fact]
    public void Containers_are_opened_two_deep_and_no_deeper()
    {
        var inner = Zip(("t.csv", Bytes(Csv)));
        Assert.Equal(["x.zip/in.zip/t.csv", "Number|Subject", "2: 1|a"], RecordText.Read(_folder.Write("x.zip", Zip(("in.zip", inner)))));
        Assert.Equal(["y.zip/t.gz/t", "Number|Subject", "2: 1|a"], RecordText.Read(_folder.Write("y.zip", Zip(("t.gz", Gzip(Bytes(Csv)))))));
        var deep = _folder.Write("deep.zip", Zip(("a.zip", Zip(("in.zip", inner)))));
        Assert.Contains("more than 2 times", Assert.Throws<SetupException>(() => RecordText.Read(deep)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_its_files_in_order_without_hidden_and_unknown_ones()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(_folder.Write("b", Csv))!, "exports")).FullName;
        foreach (var (name, bytes) in new[] { ("b.csv", Bytes(Csv)), ("a.csv.gz", Gzip(Bytes(Csv))), (".c.csv", Bytes(Csv)), ("~$d.xlsx", [1]), ("e.png", [0x89, 0x50, 0x4E, 0x47]) })
            File.WriteAllBytes(Path.Combine(folder, name), bytes);
        Directory.CreateDirectory(Path.Combine(folder, "inner"));
        using var files = ExportFiles.Of([folder], () => Stream.Null);
        Assert.Equal(["a.csv.gz", "b.csv"], files.Paths.Select(Path.GetFileName));
        Assert.Contains("e.png", Assert.Single(files.Notices).Text.English, StringComparison.Ordinal);
        var empty = Assert.Throws<SetupException>(() => ExportFiles.Of([Path.Combine(folder, "inner")], () => Stream.Null));
        Assert.Contains("no export files", empty.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_is_kept_as_long_as_it_is_read_whatever_its_shape()
    {
        string copy;
        using (var files = ExportFiles.Of(["-"], () => new MemoryStream(Gzip(Bytes(Csv)))))
        {
            copy = Assert.Single(files.Paths);
            Assert.Equal(["stdin/stdin", "Number|Subject", "2: 1|a"], RecordText.Read(copy));
        }
        Assert.False(File.Exists(copy));
    }

    [Fact]
    public void What_is_no_file_is_refused_by_name()
    {
        var home = Path.GetDirectoryName(_folder.Write("b", Csv))!;
        Refused("There is no file", Path.Combine(home, "missing.csv"));
        Refused("pipe or a device", "/dev/zero");
        Refused("leads to no file", File.CreateSymbolicLink(Path.Combine(home, "loop"), Path.Combine(home, "loop")).FullName);
        Refused("a PDF", _folder.Write("x.csv", "%PDF-1.7 hello"));
        Refused("web page", _folder.Write("x.xls", "<html><table><tr><td>Ticket</td></tr></table>"));
    }

    private static void Refused(string why, string file)
    {
        var refusal = Assert.Throws<SetupException>(() => ExportFiles.Of([file], () => Stream.Null));
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(file, refusal.What.Greek, StringComparison.Ordinal);
    }
}
