using System.Text;
using Insights.Analytics;
using Insights.Ingest.Profiles;
using Insights.Ingest.Reading;

namespace Insights.Ingest.Tests;

/// <summary>The files people really have.</summary>
public sealed class DelimitedTextTests : IDisposable
{
    private const string Greek =
        "Αριθμός;Θέμα;Πελάτης;Δημιουργήθηκε\n1;Άλλαξε ο κωδικός, «δεν μπαίνω»;Βιβλιοπωλείο Σελίδα;1/7/2025 9:00\n2;Ο εκτυπωτής στο ταμείο δεν τυπώνει;Άλφα;1/7/2025 9:05\n";

    private readonly LoadingFolder _folder = new();

    static DelimitedTextTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, bool> Encodings => new()
    {
        { "utf-8", false }, { "utf-8", true }, { "utf-16", true }, { "utf-16", false }, { "utf-16BE", true }, { "utf-16BE", false },
        { "windows-1253", false }, { "iso-8859-7", false },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Greek_text_is_read_whatever_its_encoding(string name, bool hasMark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Greek)];
        var result = _folder.Load(_folder.Write("greek.csv", bytes), KnownProfiles.Find("generic"));
        Assert.Equal((2, 2), (result.RowCount, result.NewCount));
        Assert.Equal(["Άλλαξε ο κωδικός, «δεν μπαίνω»|Βιβλιοπωλείο Σελίδα", "Ο εκτυπωτής στο ταμείο δεν τυπώνει|Άλφα"],
            _folder.Query("select subject, client_text from raw.tickets order by ticket_id"));
    }

    [Fact]
    public void Western_text_in_windows_1252_is_not_taken_for_greek()
    {
        var bytes = Encoding.GetEncoding(1252).GetBytes("Number,Subject,Created\n1,Café à côté “fermé” für Müller,2025-07-01 09:00\n");
        _folder.Load(_folder.Write("west.csv", bytes), KnownProfiles.Find("generic"));
        Assert.Equal(["Café à côté “fermé” für Müller"], _folder.Query("select subject from raw.tickets"));
    }

    [Fact]
    public void Bytes_that_break_utf8_further_down_are_replaced_and_said_so()
    {
        var good = string.Concat(Enumerable.Range(1, 30_000).Select(i => $"{i},Ο εκτυπωτής δεν τυπώνει στο ταμείο,2025-07-01 09:00\n"));
        byte[] bytes = [.. Encoding.UTF8.GetBytes("Number,Subject,Created\n" + good), .. "99999,bad "u8, 0xC3, 0x28, .. ",2025-07-01 09:00\n"u8];
        var result = _folder.Load(_folder.Write("broken.csv", bytes), KnownProfiles.Find("generic"));
        Assert.Equal(30_001, result.NewCount);
        Assert.Contains(result.Warnings, w => w.English.Contains("UTF-8", StringComparison.Ordinal));
        Assert.Equal(["bad \uFFFD("], _folder.Query("select subject from raw.tickets where ticket_id = '99999'"));
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void The_delimiter_is_detected(char delimiter)
    {
        using var text = DelimitedText.Open(_folder.Write("any.csv", $"Id{delimiter}Subject{delimiter}Created\n1{delimiter}a, b; c{delimiter}2025-07-01\n".Replace("a, b; c", "\"a, b; c\"", StringComparison.Ordinal)));
        Assert.Equal(delimiter, text.Delimiter);
        Assert.Equal(["Id", "Subject", "Created"], text.Header);
    }

    [Fact]
    public void Of_columns_with_one_name_the_first_counts_and_an_empty_last_column_does_no_harm()
    {
        var file = _folder.Write("twice.csv", "Number;Subject;Subject;Created;\n7;first;second;2025-07-01 09:00;\n");
        Assert.Equal(0, _folder.Load(file, KnownProfiles.Find("generic")).RejectCount);
        Assert.Equal(["7|first"], _folder.Query("select ticket_id, subject from raw.tickets"));
    }

    [Fact]
    public void Headers_match_without_case_accents_and_spacing()
    {
        var file = _folder.Write("shout.csv", "ΑΡΙΘΜΟΣ ;θεμα;ΗΜ/ΝΙΑ  ΔΗΜΙΟΥΡΓΙΑΣ;PRIORITY\n7;Α;1/7/2025 9:00;ΥΨΗΛΗ\n");
        _folder.Load(file, KnownProfiles.Find("generic"));
        Assert.Equal(["7|Α|2"], _folder.Query("select ticket_id, subject, priority from raw.tickets"));
    }

    [Fact]
    public void A_cell_of_several_lines_keeps_them_and_the_lines_after_it_are_counted_right()
    {
        var file = _folder.Write("lines.csv", "Number,Subject,Created\r\n1,\"a\r\nb\r\nc\",2025-07-01 09:00\r\n2,x,nonsense\r\n");
        Assert.Equal(1, _folder.Load(file, KnownProfiles.Find("generic")).RejectCount);
        Assert.Equal(["a\r\nb\r\nc"], _folder.Query("select subject from raw.tickets"));
        Assert.Equal(["5|Created|nonsense|2,x,nonsense"], _folder.Query("select line, column_name, value, raw_row from raw.rejects"));
    }

    [Fact]
    public void A_file_of_carriage_returns_alone_is_read()
    {
        Assert.Equal(2, _folder.Load(_folder.Write("mac.csv", "Number,Created\r1,2025-07-01 09:00\r2,2025-07-01 09:00\r"), KnownProfiles.Find("generic")).NewCount);
    }

    [Fact]
    public void A_quote_that_never_closes_rejects_its_row_and_no_other()
    {
        var file = _folder.Write("open.csv", "Number,Subject,Created\n1,a,2025-07-01 09:00\n2,\"b,2025-07-01 09:00\n3,c,2025-07-01 09:00\n");
        var result = _folder.Load(file, KnownProfiles.Find("generic"));
        Assert.Equal((3, 2, 1), (result.RowCount, result.NewCount, result.RejectCount));
        Assert.Equal(["3|2,\"b,2025-07-01 09:00"], _folder.Query("select line, raw_row from raw.rejects"));
    }

    [Fact]
    public void A_stray_quote_is_text()
    {
        _folder.Load(_folder.Write("inch.csv", "Number,Subject,Created\n1,a 5\" disk,2025-07-01 09:00\n2,b,2025-07-01 09:00\n"), KnownProfiles.Find("generic"));
        Assert.Equal(["a 5\" disk", "b"], _folder.Query("select subject from raw.tickets order by line"));
    }

    [Fact]
    public void A_row_with_too_many_or_too_few_cells_is_rejected_not_guessed()
    {
        var file = _folder.Write("torn.csv", "Number,Subject,Created\n1,a,b,2025-07-01 09:00\n2,x\n3,c,2025-07-01 09:00,,\n");
        var result = _folder.Load(file, KnownProfiles.Find("generic"));
        Assert.Equal((1, 2), (result.NewCount, result.RejectCount));
        Assert.Equal(["2", "3"], _folder.Query("select line from raw.rejects order by line"));
    }

    [Fact]
    public void A_cell_of_ten_megabytes_is_a_reject_and_its_row_is_kept_in_part()
    {
        var file = _folder.Write("huge.csv", $"Number,Subject,Created\n1,\"{new string('x', 10_000_000)}\",2025-07-01 09:00\n2,b,2025-07-01 09:00\n");
        var result = _folder.Load(file, KnownProfiles.Find("generic"));
        Assert.Equal((1, 1), (result.NewCount, result.RejectCount));
        Assert.Equal(["2|Subject|1"], _folder.Query("select line, column_name, (length(raw_row) < 100000)::int from raw.rejects"));
    }

    [Fact]
    public void The_guard_osticket_puts_before_a_formula_stays_as_it_is()
    {
        _folder.Load(_folder.Write("guard.csv", "Number,Subject,Created\n1,'=1+1,2025-07-01 09:00\n"), KnownProfiles.Find("generic"));
        Assert.Equal(["'=1+1"], _folder.Query("select subject from raw.tickets"));
    }

    [Fact]
    public void A_header_without_rows_is_a_load_of_nothing_with_a_warning()
    {
        var result = _folder.Load(_folder.Write("header.csv", "Number,Subject,Created\n"), KnownProfiles.Find("generic"));
        Assert.Equal((0, 0, null), (result.RowCount, result.RejectCount, result.DataEnd));
        Assert.Contains("0 rows", Assert.Single(result.Warnings).English, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_are_no_exports_are_refused_by_name()
    {
        Refused("is empty", _folder.Write("empty.csv", ""));
        Refused("is empty", _folder.Write("blank.csv", "\uFEFF \r\n"));
        Refused("There is no file", Path.Combine(Path.GetDirectoryName(_folder.Warehouse)!, "missing.csv"));
        Refused("is a folder", Path.GetDirectoryName(_folder.Warehouse)!);
        Refused("workbook", _folder.Write("book.csv", [.. "PK\u0003\u0004"u8, 1, 2, 3]));
        Refused("a picture", _folder.Write("photo.csv", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0, 0xFF, 0xFE, 0, 1]));
        Refused("no text", _folder.Write("random.csv", Noise()));
    }

    private static byte[] Noise()
    {
        var bytes = new byte[5000];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

    private static void Refused(string why, string file)
    {
        var refusal = Assert.Throws<SetupException>(() => DelimitedText.Open(file));
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(Path.GetFileName(file), refusal.Message, StringComparison.Ordinal);
        Assert.NotEqual(refusal.What.English, refusal.What.Greek);
    }
}
