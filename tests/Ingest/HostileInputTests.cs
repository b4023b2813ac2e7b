using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Insights.Analytics;
using Insights.Ingest.Reading;

namespace Insights.Ingest.Tests;

/// <summary>Files made to hurt: refused with words, or read within bounded memory. They are small on disk.</summary>
public sealed class HostileInputTests : IDisposable
{
    private readonly LoadingFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_first_reply_a_thousand_years_after_the_ticket_is_a_reject()
    {
        var file = _folder.Write("z.csv", "Id,Created at,First reply time in minutes\n1,2025-07-01 09:00,5\n2,2025-07-01 09:00,1000000000\n");
        var result = _folder.Load(file, Insights.Ingest.Profiles.KnownProfiles.Find("zendesk"));
        Assert.Equal((2L, 1L), (result.RowCount, result.RejectCount));
    }

    [Fact]
    public void A_gzip_that_unpacks_without_end_is_refused_while_it_is_read()
    {
        var block = ContainersTests.Gzip(Encoding.UTF8.GetBytes("Id,Subject\n" + string.Concat(Enumerable.Repeat("1,aaaaaaaaaaaaaaaaaa\n", 400_000))));
        var inner = new MemoryStream();
        for (var i = 0; i < 160; i++)
            inner.Write(block);
        var file = _folder.Write("bomb.csv.gz.gz", ContainersTests.Gzip(inner.ToArray()));
        Assert.True(new FileInfo(file).Length < 1 << 20);
        Refused("unpacks to more than", file);
    }

    [Fact]
    public void A_zip_that_says_it_unpacks_to_gigabytes_is_refused_at_once()
    {
        var zip = ContainersTests.Zip(("a.csv", Encoding.UTF8.GetBytes("Id,Subject\n1,a\n")));
        var entry = zip.AsSpan().IndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(entry + 24), 0xF000_0000);
        Refused("unpacks to more than", _folder.Write("bomb.zip", zip));
    }

    [Fact]
    public void Names_in_a_zip_are_shown_without_control_characters_and_never_written()
    {
        var escaped = Path.Combine(Path.GetTempPath(), "insights-escaped.csv");
        var csv = Encoding.UTF8.GetBytes("Id,Subject\n1,a\n");
        var zip = _folder.Write("x.zip", ContainersTests.Zip(($"../../..{escaped}", csv), ("/etc/a\u001b[31m.csv", csv)));
        Assert.Equal(
            [$"x.zip/../../..{escaped}", "Id|Subject", "2: 1|a", "x.zip//etc/a [31m.csv", "Id|Subject", "2: 1|a"], RecordText.Read(zip));
        Assert.False(File.Exists(escaped));
    }

    [Fact]
    public void A_locked_zip_is_refused_with_what_to_do()
    {
        var zip = ContainersTests.Zip(("a.csv", Encoding.UTF8.GetBytes("Id,Subject\n1,a\n")));
        zip[6] |= 1;
        zip[zip.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        Refused("password", _folder.Write("locked.zip", zip));
    }

    [Fact]
    public void A_damaged_archive_is_refused()
    {
        var gzip = ContainersTests.Gzip(Encoding.UTF8.GetBytes("Id,Subject\n" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"{i},a{i * 7919}\n"))));
        Refused("cannot be unpacked", _folder.Write("cut.csv.gz", gzip[..(gzip.Length / 2)]));
        var zip = ContainersTests.Zip(("a.csv", Encoding.UTF8.GetBytes("Id,Subject\n1,a\n")));
        Refused("cannot be unpacked", _folder.Write("cut.zip", zip[..(zip.Length - 30)]));
        zip[40] ^= 0xFF;
        Refused("cannot be unpacked", _folder.Write("bad.zip", zip));
    }

    [Fact]
    public void A_cell_that_does_not_end_is_cut_into_bad_records_not_held()
    {
        var file = Packed("cell.csv.gz", ["Id,Subject,Created\n", "1,\"", .. Enumerable.Repeat(new string('x', 1 << 20), 200), "\n2,b,c\n"]);
        using var records = Export.First(file);
        var lines = 0;
        while (records.NextBatch() is { } batch)
            using (batch)
                while (batch.Read())
                    lines += batch.Raw.Length <= 2 * RecordBlocks.LongestRecord ? 1 : 1_000;
        Assert.InRange(lines, 2, 20);
    }

    [Fact]
    public void A_json_text_that_does_not_end_is_one_broken_record()
    {
        var text = new string('x', 1 << 20);
        Assert.Equal(["1", "2!", "3"], Shown(Packed("text.json.gz", ["[{\"id\":1},{\"id\":\"", .. Enumerable.Repeat(text, 200), "\"},{\"id\":3}]"])));
        Assert.Equal(["1", "2!", "3"], Shown(Packed("line.json.gz", ["{\"id\":1}\n{\"id\":\"", .. Enumerable.Repeat(text, 200), "\"}\n{\"id\":3}"])));
    }

    [Fact]
    public void A_million_columns_are_refused_in_every_shape()
    {
        Refused("columns", _folder.Write("wide.csv", string.Join(',', Enumerable.Range(0, 1_000_000)) + "\n1\n"));
        Refused("columns", _folder.Write("wide.json", "[{" + string.Join(',', Enumerable.Range(0, 1_000_000).Select(i => $"\"c{i}\":1")) + "}]"));
        Refused("columns", _folder.Write("wide.xlsx", HandMadeWorkbook.Of(["<row r=\"1\"><c r=\"ZZZZZZZ1\" t=\"str\"><v>a</v></c></row>"])));
        Refused("columns", _folder.Write("many.xlsx", HandMadeWorkbook.Of([HandMadeWorkbook.Row([.. Enumerable.Repeat("a", 20_000)])])));
    }

    [Fact]
    public void Objects_nested_without_end_are_rejected_and_a_file_of_nothing_else_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 100)) + "1" + new string('}', 100);
        Assert.Equal(["1", "2!"], Shown(_folder.Write("deep.json", "[{\"id\":1}," + deep + "]")));
        Refused("no list of JSON objects", _folder.Write("only.json", deep));
        Refused("no list of JSON objects", _folder.Write("lists.json", new string('[', 2_000_000)));
        Refused("no list of JSON objects", _folder.Write("objects.json", string.Concat(Enumerable.Repeat("{\"a\":", 500_000))));
    }

    [Fact]
    public void A_workbook_with_entities_is_refused_unread()
    {
        const string laughs = "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        Refused("damaged", _folder.Write("laughs.xlsx", HandMadeWorkbook.Of([HandMadeWorkbook.Row("Id", "&b;&x;")], before: laughs)));
    }

    [Fact]
    public void A_workbook_that_fills_the_memory_is_refused()
    {
        var text = new string('x', 1 << 20);
        var row = HandMadeWorkbook.Row("Id", "Subject");
        Refused("more than", _folder.Write("cell.xlsx", HandMadeWorkbook.Of([row, "<row><c t=\"inlineStr\"><is><t>", .. Enumerable.Repeat(text, 20), "</t></is></c></row>"])));
        Refused("more than", _folder.Write("attribute.xlsx", HandMadeWorkbook.Of([row, "<row r=\"", .. Enumerable.Repeat(text, 20), "\"/>"])));
        Refused("nested", _folder.Write("deep.xlsx", HandMadeWorkbook.Of([row, .. Enumerable.Repeat("<a>", 100_000)])));
        Refused("too many names", _folder.Write("names.xlsx", HandMadeWorkbook.Of([row, .. Enumerable.Range(0, 20_000).Select(i => $"<n{i}/>")])));
        Refused("at once", _folder.Write("texts.xlsx", HandMadeWorkbook.Of([row], texts: Enumerable.Repeat($"<si><t>{text}</t></si>", 520))));
    }

    private static List<string> Shown(string file)
    {
        using var records = Export.First(file);
        return [.. records.Rows().Select(row => row.Split(' ')[0] is ['2', '!'] ? "2!" : row.Split(' ')[1])];
    }

    private static void Refused(string why, string file)
    {
        var refusal = Assert.Throws<SetupException>(() =>
        {
            foreach (var set in Export.Open(file).RecordSets())
                using (set)
                    while (set.NextBatch() is { } batch)
                        using (batch)
                            while (batch.Read())
                            {
                            }
        });
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(Path.GetFileName(file), refusal.What.Greek, StringComparison.Ordinal);
        Assert.NotEqual(refusal.What.English, refusal.What.Greek);
    }

    private string Packed(string name, IEnumerable<string> pieces)
    {
        var packed = new MemoryStream();
        using (var gzip = new StreamWriter(new GZipStream(packed, CompressionLevel.Fastest), new UTF8Encoding(false)))
            foreach (var piece in pieces)
                gzip.Write(piece);
        return _folder.Write(name, packed.ToArray());
    }
}
