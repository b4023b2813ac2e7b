using System.Text.Json;

namespace Insights.EndToEnd.Tests;

/// <summary>The main job, as a user runs it; one run of the demo for all tests here.</summary>
[Collection(Demo.Name)]
public sealed class DemoTests
{
    private readonly Demo _demo;

    public DemoTests(Demo demo) => _demo = demo;

    [Fact]
    public void It_ends_well_and_writes_a_workbook_and_a_chart_pack_for_each_of_the_eight_clients()
    {
        Assert.True(_demo.Run.ExitCode == 0, _demo.Run.Error);
        Assert.Equal(8, Directory.GetFiles(_demo.Out, "review-el.xlsx", SearchOption.AllDirectories).Length);
        Assert.Equal(8, Directory.GetFiles(_demo.Out, "review-el.pdf", SearchOption.AllDirectories).Length);
        Assert.Equal(72, Directory.GetFiles(_demo.Out, "*.svg", SearchOption.AllDirectories).Length);
        Assert.Equal(72, Directory.GetFiles(_demo.Out, "*.png", SearchOption.AllDirectories).Length);
        Assert.Empty(Directory.GetFiles(_demo.Out, ".unfinished-*", SearchOption.AllDirectories));
    }

    [Fact]
    public void It_lists_what_it_wrote_and_three_findings_per_client_in_the_language_asked()
    {
        var lines = _demo.Run.Output.Split('\n').Select(l => l.TrimEnd()).ToList();
        var listed = lines.Where(l => l.StartsWith("  " + _demo.Out, StringComparison.Ordinal)).Select(l => l.Trim()).ToList();
        Assert.Equal((8 * 7) + 1, listed.Count);
        Assert.All(listed, path => Assert.True(File.Exists(path) || Directory.Exists(path.Replace(" (18)", "", StringComparison.Ordinal)), path));
        var findings = lines.SkipWhile(l => !l.StartsWith("Τρία ευρήματα", StringComparison.Ordinal)).Skip(1).Where(l => l.Length > 0).ToList();
        Assert.Equal(8, findings.Count(l => !l.StartsWith(' ')));
        Assert.Equal(24, findings.Count(l => l.StartsWith("  ", StringComparison.Ordinal)));
        Assert.Contains(findings, l => l.StartsWith("  +", StringComparison.Ordinal));
        Assert.DoesNotContain(findings, l => l.Contains('{') || l.Contains("μη μετρήσιμο", StringComparison.Ordinal));
    }

    [Fact]
    public void The_index_lists_every_client_runs_nothing_and_links_only_to_files_that_are_there()
    {
        var page = File.ReadAllText(Path.Combine(_demo.Out, "index-el.html"));
        var links = System.Text.RegularExpressions.Regex.Matches(page, "href=\"([^\"]+)\"").Select(m => Uri.UnescapeDataString(m.Groups[1].Value)).ToList();
        Assert.Equal(8 * 4, links.Count);
        Assert.All(links, link => Assert.True(File.Exists(Path.Combine(_demo.Out, link)), link));
        Assert.Contains("καμία γραπτή δέσμευση", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_index_says_of_each_client_what_its_pack_says()
    {
        var rows = System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(Path.Combine(_demo.Out, "index-el.html")), "<tr><td>.*?</tr>").Select(m => System.Net.WebUtility.HtmlDecode(m.Value)).ToList();
        var clients = Query("select distinct client from marts.client_months where month = '2026-10-01'").ConvertAll(r => r["client"].GetString()!);
        Assert.Equal(8, clients.Count);
        foreach (var client in clients)
        {
            var cells = System.Text.RegularExpressions.Regex.Matches(Assert.Single(rows, r => r.Contains($"<strong>{client}</strong>", StringComparison.Ordinal)), "<td class=\"number\">(.*?)</td>").Select(m => m.Groups[1].Value).ToList();
            var pack = System.Net.WebUtility.HtmlDecode(File.ReadAllText(Path.Combine(_demo.Out, client, "2026-10", "review-el.html")));
            var promise = System.Text.RegularExpressions.Regex.Match(pack, "<h3>Τηρήθηκε η δέσμευση;</h3>.*?</section>").Value;
            Assert.Contains($"{cells[0]} αιτήματα", pack, StringComparison.Ordinal);
            Assert.All(cells.Skip(1).Take(2).Where(cell => cell != "καμία γραπτή δέσμευση"), cell => Assert.Contains(cell.Split(" (")[0], promise, StringComparison.Ordinal));
            Assert.Equal(cells[1] == "καμία γραπτή δέσμευση", promise.Contains("Δεν βρέθηκε γραπτή δέσμευση", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void No_finding_stands_on_fewer_tickets_than_the_stated_floor()
    {
        var rows = Query("select min(ticket_count) as n, (select value from raw.reference_settings where setting = 'minimum_n') as floor from marts.findings");
        Assert.True(rows[0]["n"].GetInt64() >= rows[0]["floor"].GetDouble());
    }

    [Fact]
    public void Making_a_pack_again_in_another_country_gives_the_same_bytes()
    {
        var elsewhere = new Dictionary<string, string> { ["TZ"] = "Asia/Kathmandu", ["LANG"] = "tr_TR.UTF-8", ["LC_ALL"] = "tr_TR.UTF-8" };
        var again = InsightsProgram.In(_demo.Folder.Path, elsewhere, "review", "--client", "Καφέ Μέλι", "--month", "2026-10", "--lang", "el", "--warehouse", Path.Combine(_demo.Out, "demo.duckdb"),
            "--reference", Path.Combine(AppContext.BaseDirectory, "data", "reference"), "--out", Path.Combine(_demo.Folder.Path, "again"));
        Assert.True(again.ExitCode == 0, again.Error);
        var manifest = Path.Combine("Καφέ Μέλι", "2026-10", "manifest-el.json");
        Assert.Equal(File.ReadAllText(Path.Combine(_demo.Out, manifest)), File.ReadAllText(Path.Combine(_demo.Folder.Path, "again", manifest)));
    }

    [Fact]
    public void A_folder_without_fonts_stops_with_what_to_install_instead_of_boxes()
    {
        var fonts = Directory.CreateDirectory(Path.Combine(_demo.Folder.Path, "no-fonts")).FullName;
        var run = InsightsProgram.In(_demo.Folder.Path, new Dictionary<string, string> { ["INSIGHTS_FONTS"] = fonts }, "review", "--client", "Καφέ Μέλι", "--lang", "el",
            "--warehouse", Path.Combine(_demo.Out, "demo.duckdb"), "--reference", Path.Combine(AppContext.BaseDirectory, "data", "reference"), "--out", Path.Combine(_demo.Folder.Path, "boxes"));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("DejaVu", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_demo.Folder.Path, "boxes")));
    }

    [Theory]
    [InlineData("en", "Missing, and what it would let you measure", "The history of priorities: priority disputes")]
    [InlineData("el", "Λείπουν, και τι θα μετριόταν με αυτά", "Το ιστορικό των προτεραιοτήτων: διαφωνίες για την προτεραιότητα")]
    public void Check_says_in_the_readers_language_what_each_export_lacks(string language, string title, string line)
    {
        var check = InsightsProgram.In(_demo.Folder.Path, "check", "--lang", language, "--warehouse", Path.Combine(_demo.Out, "demo.duckdb"));
        Assert.True(check.ExitCode == 0, check.Error);
        var osticket = check.Output[check.Output.IndexOf("osticket:", StringComparison.Ordinal)..check.Output.IndexOf("zendesk:", StringComparison.Ordinal)];
        Assert.Contains(title, osticket, StringComparison.Ordinal);
        Assert.Contains(line, osticket, StringComparison.Ordinal);
        Assert.DoesNotContain('{', check.Output);
    }

    private List<Dictionary<string, JsonElement>> Query(string sql) => JsonSerializer.Deserialize<List<Dictionary<string, JsonElement>>>(
        InsightsProgram.In(_demo.Folder.Path, "query", sql, "--format", "json", "--warehouse", Path.Combine(_demo.Out, "demo.duckdb")).Output)!;

    [CollectionDefinition(Demo.Name)]
    public sealed class OfDemo : ICollectionFixture<Demo>;

    public sealed class Demo : IDisposable
    {
        public const string Name = "demo";

        public Demo()
        {
            Out = Path.Combine(Folder.Path, "out");
            Run = InsightsProgram.In(Folder.Path, "demo", "--lang", "el");
        }

        public TemporaryFolder Folder { get; } = new();

        public string Out { get; }

        internal InsightsProgram.Run Run { get; }

        public void Dispose() => Folder.Dispose();
    }
}
