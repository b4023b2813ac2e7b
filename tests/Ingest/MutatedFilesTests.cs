using System.Text;
using Insights.Analytics;

namespace Insights.Ingest.Tests;

/// <summary>Files with a few bytes changed, cut out or doubled: read or refused with words, never anything else.</summary>
public sealed class MutatedFilesTests : IDisposable
{
    private const int Rounds = 400;

    private readonly LoadingFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Shapes => ["csv", "json", "lines", "map", "xlsx", "zip", "gzip"];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_changed_file_is_read_or_refused(string shape)
    {
        var whole = Whole(shape);
        var random = new Random(20_250_701);
        var refused = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var file = _folder.Write("mutated", Mutated(whole, random));
            try
            {
                RecordText.Read(file);
            }
            catch (SetupException e)
            {
                Assert.NotEqual("", e.What.Greek);
                refused++;
            }
        }
        Assert.InRange(refused, 0, Rounds - 1);
    }

    private static byte[] Whole(string shape)
    {
        var csv = Encoding.UTF8.GetBytes("Report\n\nId;Subject;Created\n1;\"Ο εκτυπωτής; \"\"x\"\"\";2025-07-01\n2;Î•Î½Î·;????\n3;a;b\n");
        const string record = """{"id":1,"a":{"b":[1,"x",{"c":null}]},"h":[{"i":[{"f":"\u03b1\ud83d"}]}]}""";
        return shape switch
        {
            "csv" => csv,
            "json" => Encoding.UTF8.GetBytes($"{{\"tickets\":[{record},{record}],\"n\":2}}"),
            "lines" => Encoding.UTF8.GetBytes($"{record}\n{record}\n"),
            "map" => Encoding.UTF8.GetBytes($"{{\"objects\":{{\"T::1\":{record},\"T::2\":{record}}}}}"),
            "xlsx" => Workbook(),
            "zip" => ContainersTests.Zip(("a.csv", csv), ("b.json", Encoding.UTF8.GetBytes($"[{record}]"))),
            _ => ContainersTests.Gzip(csv),
        };
    }

    private static byte[] Workbook() => HandMadeWorkbook.Of(
        [HandMadeWorkbook.Row("Id", "Subject", "Created"), "<row r=\"7\"><c r=\"A7\"><v>1.5E3</v></c><c r=\"B7\" t=\"s\"><v>0</v></c><c r=\"C7\" s=\"1\"><v>45000.5</v></c></row>"],
        after: "<mergeCells><mergeCell ref=\"A1:A1\"/></mergeCells>", styles: "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs>", texts: ["<si><t>a</t></si>"]);

    private static byte[] Mutated(byte[] whole, Random random)
    {
        var bytes = whole.ToList();
        for (var change = random.Next(1, 4); change > 0 && bytes.Count > 4; change--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 20), bytes.Count - at)));
                    break;
                default:
                    bytes[at] = (byte)"\"{}[]<>,:\\\n0"[random.Next(12)];
                    break;
            }
        }
        return [.. bytes];
    }
}
