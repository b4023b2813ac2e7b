using System.Text;
using CsvHelper;
using Insights.Ingest.Reading;

namespace Insights.Ingest.Tests;

/// <summary>However a text is cut into blocks, its records and their lines are those of the whole.</summary>
public sealed class RecordBlocksTests
{
    private static readonly string[] Pieces =
        ["a", "Ω", ",", ",", "\n", "\n", "\r\n", "\"", "\"x\"", "\"x\ny\"", "\"say \"\"no\"\"\"", "\"\"", "5\" disk", " ", "\n\n", ",\"α,\r\nβ\",", "\n\"q\"", "long long text without anything in it"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Blocks_of_any_size_hold_the_records_of_the_whole(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 50; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 400)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            if (EndsInQuotes(text))
                text += "\"";
            var bytes = Encoding.UTF8.GetBytes(text);
            Assert.Equal(Records(bytes), Records(bytes, random.Next(1, 300)));
        }
    }

    [Fact]
    public void A_quote_that_never_closes_costs_its_own_line_only()
    {
        var text = "1,a\n2,\"b\n3,c\n4,d\n";
        var records = Records(Encoding.UTF8.GetBytes(text), 8);
        Assert.Equal(["1: 1|a", "2: 2|b", "3: 3|c", "4: 4|d"], records);
    }

    [Fact]
    public void A_text_whose_lines_end_in_a_carriage_return_alone_is_cut_at_them()
    {
        using var text = new MemoryStream("1,a\r2,b\r3,c\r"u8.ToArray());
        var blocks = new RecordBlocks(text, ',', (byte)'\r', blockSize: 4);
        Assert.Equal(["1: 1|a", "2: 2|b", "3: 3|c"], Records(blocks));
    }

    private static List<string> Records(byte[] bytes, int blockSize)
    {
        using var text = new MemoryStream(bytes);
        return Records(new RecordBlocks(text, ',', blockSize: blockSize));
    }

    private static List<string> Records(RecordBlocks blocks)
    {
        var records = new List<string>();
        while (blocks.Next() is { } block)
            using (block)
            using (var reader = block.Open(',', _ => { }))
                while (reader.Read())
                    records.Add(Shown(reader, block.FirstLine));
        return records;
    }

    private static List<string> Records(byte[] bytes)
    {
        using var reader = CsvReader.Create(bytes, new CsvReaderOptions { Separator = ',', HasHeader = false, TrackLineNumbers = true });
        var records = new List<string>();
        while (reader.Read())
            records.Add(Shown(reader, 1));
        return records;
    }

    private static string Shown(CsvReader reader, long firstLine) =>
        $"{firstLine + reader.LineNumber - 1}: {string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetString))}";

    /// <summary>Whether a quote stays open: a block then is read line by line, which is another law.</summary>
    private static bool EndsInQuotes(string text)
    {
        var scan = new RecordScan((byte)',', (byte)'\n');
        scan.Advance(Encoding.UTF8.GetBytes(text), isWhole: true);
        return scan.IsInQuotes;
    }
}
