using System.Text;
using Insights.Ingest.Reading;

namespace Insights.Ingest.Tests;

/// <summary>JSON as tools and their APIs write it.</summary>
public sealed class JsonTextTests : IDisposable
{
    private readonly LoadingFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""[{"id":1,"a":"x"},{"id":2,"a":"y"}]""")]
    [InlineData("""{"tickets":[{"id":1,"a":"x"},{"id":2,"a":"y"}],"users":[{"n":1},{"n":2},{"n":3}]}""")]
    [InlineData("""{"count":2,"result":[{"id":1,"a":"x"},{"id":2,"a":"y"}]}""")]
    [InlineData("""{"whatever":[{"id":1,"a":"x"},{"id":2,"a":"y"}]}""")]
    [InlineData("""{"data":{"getTicketList":{"tickets":[{"id":1,"a":"x"},{"id":2,"a":"y"}]},"cost":1}}""")]
    [InlineData("{\"issues\":[{\"id\":1,\"a\":\"x\"}]}\n{\"issues\":[{\"id\":2,\"a\":\"y\"}]}\n")]
    [InlineData("""[{"items":[{"id":1,"a":"x"}]},{"items":[{"id":2,"a":"y"}]}]""")]
    [InlineData("""{"id":1,"a":"x"} {"id":2,"a":"y"}""")]
    [InlineData("{\n \"id\":1,\n \"a\":\"x\"\n}\n{\n \"id\":2, \"a\":\"y\"}")]
    [InlineData("\u001E{\"id\":1,\"a\":\"x\"}\n\u001E{\"id\":2,\"a\":\"y\"}\n")]
    [InlineData("[{\"id\":1,\"a\":\"x\"},\n{\"id\":2,\"a\":\"y\"},]")]
    public void The_records_are_found_wherever_they_stand(string json) =>
        Assert.Equal(["t.json", "id|a", "1: 1|x", "2: 2|y"], RecordText.Read(_folder.Write("t.json", json)));

    [Fact]
    public void A_map_by_id_is_a_list_with_the_id_as_its_first_column() =>
        Assert.Equal(["t.json", "*|key|fields.ref", "1: UserRequest::12|12|R-12", "2: UserRequest::13|13|R-13"], RecordText.Read(_folder.Write(
            "t.json",
            """{"objects":{"UserRequest::12":{"key":"12","fields":{"ref":"R-12","log":{"entries":[{"a":1},{"a":2},{"a":3}]}}},"UserRequest::13":{"key":"13","fields":{"ref":"R-13"}}},"code":0}"""
                .Replace(""","log":{"entries":[{"a":1},{"a":2},{"a":3}]}""", "", StringComparison.Ordinal))));

    [Fact]
    public void Nested_values_become_paths_in_the_order_they_first_appear() => Assert.Equal(
        ["t.json", "id|company.name|tags|notes[].by|late|company.id", "1: 1|Άλφα|a, b|first||", "2: 2|||||7"],
        RecordText.Read(_folder.Write("t.json",
            """[{"id":1,"company":{"name":"\u0386\u03bb\u03c6\u03b1"},"tags":["a","b"],"notes":[{"by":"first"},{"by":"second"}]},{"id":2,"late":null,"company":{"id":7},"tags":[]}]""")));

    [Fact]
    public void Values_are_kept_as_they_are_written() => Assert.Equal(
        ["t.json", "id|n|yes|text|half", "1: 12345678901234567890|1.50|true|a \"b\"\n\t😀|\uFFFD"],
        RecordText.Read(_folder.Write("t.json", """{"id":12345678901234567890,"n":1.50,"yes":true,"text":"a \"b\"\n\t\ud83d\ude00","half":"\ud83d"}""")));

    [Fact]
    public void A_bad_line_costs_itself_alone_and_lines_are_counted_with_the_blank_ones() => Assert.Equal(
        ["t.json", "id|a", "1: 1|x", "3! {\"id\":2,\"a\":", "4! 17", "5: 3|z"],
        RecordText.Read(_folder.Write("t.json", "{\"id\":1,\"a\":\"x\"}\r\n\r\n{\"id\":2,\"a\":\r\n17\r\n{\"id\":3,\"a\":\"z\"}")));

    [Fact]
    public void A_list_cut_short_gives_what_is_whole_and_one_broken_record() => Assert.Equal(
        ["t.json", "id|a", "1: 1|x", "2! {\"id\":2,\"a\":\"y"], RecordText.Read(_folder.Write("t.json", """{"tickets":[{"id":1,"a":"x"},{"id":2,"a":"y""")));

    [Fact]
    public void A_bad_object_inside_a_list_costs_itself_alone() => Assert.Equal(
        ["t.json", "id|a", "1: 1|x", "2! {\"id\":2,\"a\":nul}", "3! 5", "4: 3|z"],
        RecordText.Read(_folder.Write("t.json", """[{"id":1,"a":"x"},{"id":2,"a":nul},5,{"id":3,"a":"z"}]""")));

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("windows-1253", false)]
    public void Json_in_any_encoding_is_read(string name, bool hasMark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes("[{\"id\":1,\"θέμα\":\"Ο εκτυπωτής δεν τυπώνει\"}]")];
        Assert.Equal(["t", "id|θέμα", "1: 1|Ο εκτυπωτής δεν τυπώνει"], RecordText.Read(_folder.Write("t", bytes)));
    }

    [Fact]
    public void Line_breaks_inside_strings_do_no_harm() => Assert.Equal(
        ["t.json", "id|a", "1: 1|x  y"], RecordText.Read(_folder.Write("t.json", "[{\"id\":1,\"a\":\"x\r\ny\"}]")));

    [Fact]
    public void The_rows_of_a_list_inside_have_the_values_around_them()
    {
        var file = _folder.Write("t.json", """
            {"issues":[
              {"changelog":{"histories":[
                  {"created":"c1","items":[{"field":"status","to":"Open"},{"field":"prio"}],"author":{"name":"A"}},
                  {"created":"c2","items":[{"to":"Done"}]}]},"key":"K-1"},
              {"key":"K-2","changelog":{"histories":[]}},
              {"key":"K-3"},
              {"key":"K-4","changelog":{"histories":[{"items":[{"field":"x"}]}]}}]}
            """);
        using var issues = Export.First(file);
        using var items = issues.Inside("changelog.histories[].items[]");
        Assert.NotNull(items);
        Assert.Equal("t.json/changelog.histories[].items[]", items.Name);
        Assert.Equal(
            "changelog.histories[].created|changelog.histories[].items[].field|changelog.histories[].items[].to|changelog.histories[].author.name|key",
            string.Join('|', items.Header));
        Assert.Equal(["1: c1|status|Open|A|K-1", "1: c1|prio||A|K-1", "1: c2||Done||K-1", "4: |x|||K-4"], items.Rows());
        Assert.Null(issues.Inside("comments[]"));
        Assert.Equal(4, issues.Rows().Count);
    }
}
