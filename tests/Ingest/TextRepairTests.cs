using System.Text;
using Insights.Ingest.Reading;

namespace Insights.Ingest.Tests;

/// <summary>Letters that were lost or mistaken before the file came to us.</summary>
public sealed class TextRepairTests : IDisposable
{
    private readonly LoadingFolder _folder = new();

    static TextRepairTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, int> Twice => new()
    {
        { "Ενημέρωση κωδικών, Άνοιξη", 1252 }, { "Ο εκτυπωτής ψύχεται ολοένα", 28591 }, { "Το δίκτυο στο υποκατάστημα", 1253 },
        { "Café à côté", 1252 }, { "it’s broken – again", 1252 }, { "Müller", 28591 }, { "😀 ok", 1252 },
    };

    [Theory]
    [MemberData(nameof(Twice))]
    public void Text_encoded_twice_is_repaired_in_every_shape_and_said_so(string text, int codePage)
    {
        var encoding = codePage == 28591 ? Encoding.Latin1 : Encoding.GetEncoding(codePage);
        var twice = string.Concat(Encoding.UTF8.GetBytes(text).Select(b => Misread(encoding, b)));
        Assert.NotEqual(text, twice);
        Expect(text, "t.csv", $"Id\tSubject\n1\t{twice}\n");
        Expect(text, "quoted.csv", $"Id,Subject\n1,\"{twice.Replace(", ", " ", StringComparison.Ordinal)}\"\n");
        Expect(text, "t.json", $"[{{\"Id\":1,\"Subject\":\"{twice}\"}}]");
    }

    [Theory]
    [InlineData("Ξέρω τον Όμηρο «Ο Άρης» Ξ… ΟΞΥ")]
    [InlineData("Café fermé, naïve HAÏ… über Â© Ã CAFÉ®")]
    [InlineData("Î Ï plain letters")]
    [InlineData("plain")]
    public void Text_that_only_looks_like_it_stays(string text)
    {
        using var records = Export.First(_folder.Write("t.csv", $"Id\tSubject\n1\t{text}\n"));
        Assert.Equal([$"2: 1|{text}"], records.Rows());
        Assert.Empty(records.Notices);
    }

    [Fact]
    public void Letters_lost_before_us_are_counted_and_stay()
    {
        using var records = Export.First(_folder.Write("t.csv", "Id,Subject\n1,a\uFFFDb\uFFFD\n2,????? ??????\n3,????????\n4,what????\n"));
        Assert.Equal(4, records.Rows().Count);
        Assert.Equal([("broken_characters", 2L), ("lost_letters", 3L)], records.Notices.Select(n => (n.Code, n.Count)));
        Assert.All(records.Notices, n => Assert.NotEqual(n.Text.English, n.Text.Greek));
    }

    /// <summary>A byte the code page leaves open is read as the control character of its number, as browsers do.</summary>
    private static string Misread(Encoding encoding, byte code) => encoding.GetString([code]) is var letter && letter is "?" or "\uFFFD" && code != '?'
        ? ((char)code).ToString() : encoding.GetString([code]);

    private void Expect(string text, string name, string content)
    {
        using var records = Export.First(_folder.Write(name, content));
        var row = Assert.Single(records.Rows());
        Assert.EndsWith($"1|{(name == "quoted.csv" ? text.Replace(", ", " ", StringComparison.Ordinal) : text)}", row, StringComparison.Ordinal);
        var notice = Assert.Single(records.Notices);
        Assert.Equal(("double_encoded", 1), (notice.Code, notice.Count));
    }
}
