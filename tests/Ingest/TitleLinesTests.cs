namespace Insights.Ingest.Tests;

/// <summary>Lines people and tools write above the names of the columns.</summary>
public sealed class TitleLinesTests : IDisposable
{
    private readonly LoadingFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Report: Tickets\n\nId;Subject;Created\n1;a;b\n", "4: 1|a|b")]
    [InlineData("\uFEFFReport: Tickets, July\r\nMade by: me\r\n;;\r\nId;Subject;Created\r\n1;a;b\r\n", "5: 1|a|b")]
    [InlineData("\"Tickets\nof July\"\nId,Subject,Created\n1,a,b\n", "4: 1|a|b")]
    [InlineData("Tickets,,\nId,Subject,Created\n1,a,b\n", "3: 1|a|b")]
    [InlineData("Id,Subject,Created\n1,a,b\n", "2: 1|a|b")]
    [InlineData("Tickets\rof July\nId,Subject,Created\n1,a,b\n", "4: 1|a|b")]
    [InlineData("Tickets\rId,Subject,Created\r1,a,\"b\"\r", "3: 1|a|b")]
    [InlineData("SEP=;\nId;Subject;Created\n1;a;b\n", "3: 1|a|b")]
    [InlineData("sep=\u00F8\nId,Subject,Created\n1,a,b\n", "3: 1|a|b")]
    public void Titles_are_passed_over_and_lines_stay_true(string text, string row) =>
        Assert.Equal(["t.csv", "Id|Subject|Created", row], RecordText.Read(_folder.Write("t.csv", text)));

    [Fact]
    public void A_period_in_two_cells_above_a_wide_table_is_a_title() => Assert.Equal(
        ["t.csv", "A|B|C|D|E", "3: 1|2|3|4|5"], RecordText.Read(_folder.Write("t.csv", "Period,July\nA,B,C,D,E\n1,2,3,4,5\n")));

    [Fact]
    public void A_table_of_one_column_begins_at_its_first_line() =>
        Assert.Equal(["t.csv", "Id", "2: 1", "3: 2"], RecordText.Read(_folder.Write("t.csv", "Id\n1\n2\n")));
}
