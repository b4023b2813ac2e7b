using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsCheck;
using Insights.Ingest.Mail;
using Insights.Ingest.Reading;
using Insights.Ingest.Reading.Json;
using MimeKit;
using Xunit.Abstractions;
using static Insights.Ingest.Tests.FuzzInputs;

namespace Insights.Ingest.Tests;

/// <summary>Every shape of input, whole and damaged: read or refused with words, never a crash, and no record lost.</summary>
public sealed class ReaderFuzzTests(ITestOutputHelper output)
{
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly byte[][] Tables =
    [
        .. ((string[])[
            "Report\n\nId;Subject;Created\n1;\"Ο εκτυπωτής; \"\"x\"\"\";2025-07-01\n2;Î•Î½Î·;????\n3;a;b\n",
            "Id,Subject,Created,State\r\n1,\"a\r\nb\",2025-07-01 10:00,Open\r\n2,,,\r\n,,,\r\n", "a\tb\r1\t2\r3\t\"x\ry\"\r",
            "sep=;\nId;Subject\n1;2\n", "\uFEFFId|Subject|Created|State|Priority\n1|2|3|4|5\nTotal||||\n",
            "Id\n1\n2\n"]).Select(Encoding.UTF8.GetBytes),
        [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("Id,Subject\n1,Ω\n2,\"x,y\"\n")],
        Windows1253("Κωδικός;Θέμα;Ημερομηνία\n1;Δεν τυπώνει;01/07/2025\n2;\"Άλλο; θέμα\";02/07/2025\n"),
    ];

    [Fact]
    public void A_table_well_written_is_read_as_it_was() => CsvTable.Any.Hold(0.15, table => Shown(table.Bytes), output.WriteLine, table =>
    {
        using var set = DelimitedText.Open(Source(table.Bytes));
        Assert.Equal(table.Rows[0], set.Header);
        Assert.Equal(table.Rows.Skip(1), Rows(set).Select(row => row.Cells.Select(Encoding.UTF8.GetString)));
    });

    [Fact]
    public void Of_a_damaged_table_no_record_is_lost() => Damaged(Gen.OneOf(Gen.OneOf(Tables), CsvTable.Any.Select(t => t.Bytes)))
        .Hold(0.2, Shown, output.WriteLine, bytes => FuzzRun.IsRead(() =>
        {
            using var set = DelimitedText.Open(Source(bytes));
            var text = set.Encoding is UTF8Encoding ? bytes : Encoding.UTF8.GetBytes(set.Encoding.GetString(bytes));
            var form = TextForm.Detect(new MemoryStream(text));
            Assert.True(form.HeaderLine <= 10 && PlainCsv.Records(text[..form.HeaderOffset], form.Delimiter, form.LineBreak).Count < 10);
            var records = PlainCsv.Records(text[form.HeaderOffset..], form.Delimiter, form.LineBreak);
            AssertSame(records.Skip(1), Rows(set), form.HeaderLine - 1, withCells: set.Notices.Count == 0);
        }));

    [Fact]
    public void However_a_text_is_cut_into_blocks_its_records_are_those_of_the_whole() =>
        Gen.Select(Damaged(Gen.OneOf(Gen.OneOf(Tables), CsvTable.Any.Select(t => t.Bytes))), Gen.Int[1, 300], Gen.Char[",;"])
            .Hold(0.1, input => $"{input.Item2} {input.Item3} {Shown(input.Item1)}", output.WriteLine, input =>
            {
                var (bytes, size, delimiter) = input;
                var text = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes));
                var lineBreak = text.Contains((byte)'\n') ? (byte)'\n' : (byte)'\r';
                var blocks = new RecordBlocks(new MemoryStream(text), delimiter, lineBreak, blockSize: size);
                AssertSame(PlainCsv.Records(text, delimiter, lineBreak), Rows(blocks, delimiter), 0, withCells: true);
            });

    private static readonly Gen<string[]> Objects = Gen.Select(Gen.Int[0, 9],
        Gen.OneOf([.. Pieces.Select(Encoding.UTF8.GetString)]).Array[0, 4].Select(string.Concat))
        .Select((id, text) => JsonSerializer.Serialize(new
        {
            id,
            a = new { b = new object?[] { text, null, new { c = id } } },
            h = new[] { new { text } }
        }, AsWritten))
        .Array[1, 8];

    /// <summary>Objects in each layout there is, and how many they are.</summary>
    private static readonly Gen<(string Text, int Count)> Json = Gen.Select(Objects, Gen.Int[0, 6]).Select((records, layout) =>
        (layout switch
        {
            0 => $"[{string.Join(',', records)}]",
            1 => string.Join('\n', records),
            2 => string.Concat(records),
            3 => $"{{\"count\":7,\"tickets\":[{string.Join(",\n", records)}],\"next\":null}}",
            4 => string.Concat(records.Select(record => $"{{\"tickets\":[{record}]}}\n")),
            5 => $"{{\"objects\":{{{string.Join(',', records.Select((record, i) => $"\"T::{i}\":{record}"))}}}}}",
            _ => string.Concat(records.Select(record => $"\u001E{record}\r\n")),
        }, records.Length));

    private static readonly string[] Broken = ["{\"id\":tru}", "{\"id\":1 \"a\":2}", "{\"id\":}", "{'id':1}", "{\"id\":\"\\x\"}",
        "{\"id\":01}", "{id:1}", "17", "\"x\"", "null", "nope"];

    [Fact]
    public void Of_JSON_well_written_every_object_is_a_record() => Json.Hold(0.05, json => json.Text, output.WriteLine, json =>
    {
        using var set = Open(Encoding.UTF8.GetBytes(json.Text));
        var rows = Rows(set);
        Assert.Equal(json.Count, rows.Count);
        Assert.DoesNotContain(rows, row => row.IsBroken);
    });

    [Fact]
    public void A_broken_object_costs_itself_alone() => Gen.Select(Objects, Gen.OneOf(Broken), Gen.Int[1, 7], Gen.Bool)
        .Hold(0.05, input => $"{input.Item4} {input.Item3} {input.Item2} {string.Join('\n', input.Item1)}", output.WriteLine, input =>
        {
            var (records, broken, at, isList) = input;
            string[] all = [.. records.Take(at), broken, .. records.Skip(at), .. records];
            using var set = Open(Encoding.UTF8.GetBytes(isList ? $"[{string.Join(',', all)}]" : string.Join('\n', all)));
            Assert.Equal((all.Length, 1), (Rows(set) is var rows ? rows.Count : 0, rows.Count(row => row.IsBroken)));
        });

    [Fact]
    public void Damaged_JSON_is_read_or_refused_and_no_line_is_lost() => Damaged(Json.Select(json => Encoding.UTF8.GetBytes(json.Text)))
        .Hold(0.1, Shown, output.WriteLine, bytes => FuzzRun.IsRead(() =>
        {
            using var set = Open(bytes);
            using var inside = set.Inside("a.b[]");
            var rows = Rows(set);
            if (inside is not null)
                Rows(inside);
            if (set is JsonRecords && !bytes.Contains((byte)0) && JsonForm.Detect(Source(bytes)) is
                { IsLines: true, Encoding: UTF8Encoding })
                Assert.Equal(Lines(bytes), rows.Count);
        }));

    private static readonly string[] SheetRows =
    [
        HandMadeWorkbook.Row("Id", "Subject", "Created"),
        "<row r=\"7\"><c r=\"A7\"><v>1.5E3</v></c><c r=\"B7\" t=\"s\"><v>0</v></c><c r=\"C7\" s=\"1\"><v>45000.5</v></c></row>",
        "<row><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c><c s=\"1\" t=\"d\"><v>2025-07-01T10:00:00</v></c></row>",
    ];

    private const string Styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs>";
    private const string Merges = "<mergeCells><mergeCell ref=\"A1:A1\"/></mergeCells>";

    [Fact]
    public void A_workbook_whose_parts_are_damaged_is_read_or_refused() => Gen.Select(
            Texts([string.Concat(SheetRows)]), Texts([Merges]), Texts(["date1904=\"1\""]), Texts([Styles]), Texts(["<si><t>a</t></si>"]),
                Gen.Int[0, 5])
        .Hold(0.05, parts => parts.ToString(), output.WriteLine, parts =>
        {
            var (sheet, after, properties, styles, texts, damaged) = parts;
            var bytes = HandMadeWorkbook.Of(
                [damaged is 0 or 5 ? sheet : string.Concat(SheetRows)], damaged is 1 or 5 ? after : Merges, damaged == 2 ? properties : "",
                damaged is 3 or 5 ? styles : Styles, [damaged == 4 ? texts : "<si><t>a</t></si>"]);
            FuzzRun.IsRead(() => ReadAll(bytes));
        });

    [Fact]
    public void A_workbook_well_written_is_read_as_it_was() =>
        Gen.OneOf("a", "Ω", "x y", "1", "=1", "&", "<", "\"", "|", "_x").Array[1, 3].Select(string.Concat).Array[3].Array[1, 8]
            .Hold(0.02, rows => string.Join('/', rows.Select(r => string.Join(',', r))), output.WriteLine, rows =>
            {
                var sheet = rows.Prepend(["Id", "Subject", "Created"]).Select(row => HandMadeWorkbook.Row([.. row.Select(Escaped)]));
                Assert.Equal(rows.Select(row => string.Join(',', row)), ReadAll(HandMadeWorkbook.Of(sheet)).Single().Select(cells =>
                    string.Join(',', cells)));
            });

    private static readonly byte[] Packed = Tables[1];
    private static readonly byte[] Gzip = ContainersTests.Gzip(Packed);
    private static readonly byte[] Zip = ContainersTests.Zip(("a.csv", Packed), ("b.json",
        Encoding.UTF8.GetBytes("[{\"id\":1},{\"id\":2}]")));
    private static readonly byte[] Book = HandMadeWorkbook.Of(SheetRows, Merges, "", Styles, ["<si><t>a</t></si>"]);
    private static readonly HashSet<string> Truth = [.. ((byte[][])[Gzip, Zip]).SelectMany(ReadAll).Select(Joined)];

    [Fact]
    public void A_damaged_container_gives_what_was_packed_or_nothing() => Damaged(Gzip, Zip).Hold(0.05, Shown, output.WriteLine, bytes =>
        FuzzRun.IsRead(() =>
    {
        var sets = ReadAll(bytes);
        if (Shapes.Of(bytes) is Shape.Gzip or Shape.Zip)
            Assert.All(sets, set => Assert.Contains(Joined(set), Truth));
    }));

    [Fact]
    public void A_damaged_workbook_is_read_or_refused() => Damaged(Book).Hold(0.03, Shown, output.WriteLine, bytes =>
        FuzzRun.IsRead(() => ReadAll(bytes)));

    private static readonly byte[][] MailPieces =
    [
        .. Pieces, .. ((string[])[
            "From ", "\nFrom - Mon Nov  3 09:00:00 2025\n", ">From ", "=?utf-8?b?", "=?iso-8859-7?q?=E1?=", "?=", "--b1", "--b1--",
            "Content-Type: multipart/mixed; boundary=b1\n",
            "Content-Type: message/rfc822\n", "Content-Transfer-Encoding: base64\n", "charset=utf-7",
            "Date: Mon, 32 Nov 99999 99:99:99 +9999\n",
            "References: <a@b> <a@b> <q@shop>\n", "In-Reply-To: <a@prov>\n", "@provider.example", "(((((((",
            "Content-Type: text/html; charset=x-user-defined\n", "<style>",
            "Content-Disposition: attachment; filename*0*=utf-8''%"]).Select(Encoding.UTF8.GetBytes),
    ];

    private static readonly byte[] Mails = WholeMails();

    [Fact]
    public void Of_damaged_mail_every_message_met_is_kept_left_out_for_a_reason_or_counted() =>
        Gen.Select(Damaged(Gen.Const(Mails), 8), Gen.OneOf(MailPieces), Gen.Int[0, 1 << 20], Gen.Int[0, 4])
            .Select((bytes, piece, at, kind) => (Bytes: (byte[])[.. bytes[..(at % (bytes.Length + 1))], .. piece,
                .. bytes[(at % (bytes.Length + 1))..]], IsMbox: kind > 0))
            .Hold(0.05, mail => $"{mail.IsMbox} {Shown(mail.Bytes)}", output.WriteLine, mail =>
            {
                using var bodies = new BodyStore();
                var reader = new MailReader(new ProviderAddresses(["provider.example"]), bodies);
                reader.Read(new MessageSource(new MemoryStream(mail.Bytes), mail.IsMbox));
                var threads = MailThreads.Of(reader.Messages, reader.IsOthers);
                Assert.Equal(reader.Messages.Count, threads.Sum(t => t.Messages.Count));
                Assert.All(threads, t => Assert.True(t.ProblemCount >= 1 && t.Id.Length > 0));
                Assert.True(reader.Messages.Count + reader.DuplicateCount + reader.BrokenCount + reader.DraftCount <= reader.MetCount);
            });

    private static byte[] WholeMails()
    {
        var rich = Mailbox.Message("r@shop", Mailbox.Client, Mailbox.Provider, "Αρχεία", 3, "q@shop", "Ένα νέο θέμα");
        var builder = new BodyBuilder { TextBody = "κείμενο", HtmlBody = "<p>κείμενο</p>" };
        builder.Attachments.Add("a.pdf", new byte[300]);
        rich.Body = builder.ToMessageBody();
        return Mailbox.Mbox(
            Mailbox.Message("q@shop", Mailbox.Client, Mailbox.Provider, "Δεν τυπώνει", 0),
            Mailbox.Message("a@prov", Mailbox.Provider, Mailbox.Client, "Re: Δεν τυπώνει", 1, "q@shop"),
            rich, Mailbox.Message("o@shop", Mailbox.Client, "x@other.example", "other", 2));
    }

    private static byte[] Windows1253(string text) => CodePagesEncodingProvider.Instance.GetEncoding(1253)!.GetBytes(text);

    private static string Shown(byte[] bytes) => FuzzRun.Shown(bytes);

    private static string Escaped(string text) => new System.Xml.Linq.XText(text).ToString();

    private static string Joined(List<string[]> rows) => string.Join('\n', rows.Select(cells => string.Join('\u0001', cells)));

    /// <summary>The first record set, whatever the shape.</summary>
    private static RecordSet Open(byte[] bytes) => Export.Of(Source(bytes)).RecordSets().First();

    private static int Lines(byte[] bytes) =>
        Encoding.Latin1.GetString(bytes).Split('\n').Count(line =>
            Encoding.Latin1.GetBytes(line).AsSpan().IndexOfAnyExcept(ByteWindow.Blank) >= 0);

    private static void AssertSame(IEnumerable<PlainRecord> expected, List<Row> rows, long linesBefore, bool withCells)
    {
        var records = expected.ToList();
        Assert.Equal(string.Join(' ', records.Select(r => r.Line + linesBefore)), string.Join(' ', rows.Select(r => r.Line)));
        for (var at = 0; withCells && at < rows.Count; at++)
            if (!rows[at].IsBroken)
                Assert.Equal(records[at].Cells, rows[at].Cells);
    }

    private sealed record Row(long Line, bool IsBroken, List<byte[]> Cells);

    private static List<Row> Rows(RecordSet set)
    {
        var rows = new List<Row>();
        while (set.NextBatch() is { } batch)
            using (batch)
                while (batch.Read())
                    rows.Add(new Row(batch.Line, batch.Broken is not null, [.. Enumerable.Range(0, batch.Count).Select(i =>
                        batch.Cell(i).ToArray())]));
        return rows;
    }

    private static List<Row> Rows(RecordBlocks blocks, char delimiter)
    {
        var rows = new List<Row>();
        while (blocks.Next() is { } block)
            using (var batch = new CsvBatch(block, delimiter, startsWithHeader: false))
                while (batch.Read())
                    rows.Add(new Row(batch.Line, batch.Broken is not null, [.. Enumerable.Range(0, batch.Count).Select(i =>
                        batch.Cell(i).ToArray())]));
        return rows;
    }

    /// <summary>The rows of every set in a file.</summary>
    private static List<List<string[]>> ReadAll(byte[] bytes)
    {
        var sets = new List<List<string[]>>();
        foreach (var set in Export.Of(Source(bytes)).RecordSets())
            using (set)
                sets.Add([.. Rows(set).Select(row => row.Cells.Select(Encoding.UTF8.GetString).ToArray())]);
        return sets;
    }
}
