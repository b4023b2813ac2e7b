using System.Text;
using CsvHelper;
using Insights.Ingest.Reading;

namespace Insights.Ingest.Tests;

/// <summary>Where a text is cut into blocks; that its records stay those of the whole is a law of <see cref="ReaderFuzzTests"/>.</summary>
public sealed class RecordBlocksTests
{
    [Fact]
    public void A_quote_that_never_closes_costs_its_own_line_only()
    {
        var text = "1,a\n2,\"b\n3,c\n4,d\n";
        var records = Records(Encoding.UTF8.GetBytes(text), 8);
        Assert.Equal(["1: 1|a", "2: 2|b", "3: 3|c", "4: 4|d"], records);
    }

    [Fact]
    public void A_byte_order_mark_of_a_joined_file_is_text_also_where_a_block_starts_with_it()
    {
        var records = Records(Encoding.UTF8.GetBytes("1,a long cell\n\uFEFF\"2,b\n3,c\n"), 8);
        Assert.Equal(["1: 1|a long cell", "2: \uFEFF\"2|b", "3: 3|c"], records);
    }

    [Fact]
    public void A_row_that_reads_like_a_separator_line_is_a_row_also_where_a_block_starts_with_it() =>
        Assert.Equal(["1: 1|a long cell", "2: sep=;", "3: 3|c"], Records(Encoding.UTF8.GetBytes("1,a long cell\nsep=;\n3,c\n"), 8));

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

    private static string Shown(CsvReader reader, long firstLine) =>
        $"{firstLine + reader.LineNumber - 1}: {string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetString))}";
}
