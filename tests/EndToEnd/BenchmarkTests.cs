using System.Text;

namespace Insights.EndToEnd.Tests;

/// <summary>insights benchmark: six clients side by side, and what leaves the house.</summary>
public sealed class BenchmarkTests(BenchmarkTests.SixClients given) : IClassFixture<BenchmarkTests.SixClients>
{
    [Fact]
    public void The_pack_is_written_in_both_languages_and_names_the_client_outside()
    {
        var told = InsightsProgram.In(given.Folder, "benchmark", "--month", "2026-10", "--out", "named");
        Assert.True(told.ExitCode == 0, told.Error);
        foreach (var name in new[] { "benchmark-en.pdf", "benchmark-el.xlsx", "benchmark-en.pptx", "benchmark-el.html", "01-funnel-response-attainment.png", "benchmark-manifest-el.json" })
            Assert.Contains(name, told.Output, StringComparison.Ordinal);
        Assert.Contains("Zeta Works: 20% of 20, far below the limits", Page("named", "en"), StringComparison.Ordinal);
    }

    [Fact]
    public void Anonymous_no_client_is_named_in_any_part_of_any_file()
    {
        var told = InsightsProgram.In(given.Folder, "benchmark", "--month", "2026-10", "--anonymous", "--out", "nameless");
        Assert.True(told.ExitCode == 0, told.Error);
        var parts = PackParts.In(Path.Combine(given.Folder, "nameless")).ToList();
        Assert.Contains(parts, p => p.Name.EndsWith("benchmark-proof-el.zip/marts/benchmark_clients.jsonl", StringComparison.Ordinal));
        Assert.All(parts, part => Assert.All(SixClients.Names.Concat(SixClients.Teams).Append("Olympus"), name => Assert.DoesNotContain(name, part.Name + part.Text, StringComparison.OrdinalIgnoreCase)));

        var proof = Directory.GetFiles(Path.Combine(given.Folder, "nameless"), "benchmark-proof-el.zip", SearchOption.AllDirectories).Single();
        Assert.Equal(0, InsightsProgram.In(given.Folder, "benchmark", "--from", proof, "--out", "nameless-again").ExitCode);
        PackParts.AssertSame(Directory.GetFiles(Path.Combine(given.Folder, "nameless"), "*", SearchOption.AllDirectories).Length / 2, Path.Combine(given.Folder, "nameless-again"), Path.Combine(given.Folder, "nameless"));
    }

    [FactWithPdfText]
    public void Paper_names_clients_only_where_it_may_and_the_sheet_for_prospects_never()
    {
        Assert.Equal(0, InsightsProgram.In(given.Folder, "benchmark", "--month", "2026-10", "--lang", "en", "--out", "paper").ExitCode);
        Assert.Equal(0, InsightsProgram.In(given.Folder, "benchmark", "--month", "2026-10", "--lang", "en", "--anonymous", "--out", "blank-paper").ExitCode);
        Assert.Equal(0, InsightsProgram.In(given.Folder, "benchmark", "--month", "2026-10", "--lang", "en", "--reference-sheet", "--out", "sheet-paper").ExitCode);
        Assert.Contains("Zeta Works", Paper("paper"), StringComparison.Ordinal);
        Assert.Contains("Olympus", Paper("sheet-paper"), StringComparison.Ordinal);
        Assert.All(SixClients.Names.Concat(["Olympus", "Agent Nikos", "Requester Eleni"]), name => Assert.DoesNotContain(name, Paper("blank-paper"), StringComparison.OrdinalIgnoreCase));
        Assert.All(SixClients.Names.Concat(["Agent Nikos", "Requester Eleni"]), name => Assert.DoesNotContain(name, Paper("sheet-paper"), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_exchange_file_is_the_same_bytes_twice_names_nobody_and_is_read_as_a_peer()
    {
        Assert.Equal(0, InsightsProgram.In(given.Folder, "benchmark", "--month", "2026-10", "--export", "a.json").ExitCode);
        Assert.Equal(0, InsightsProgram.In(given.Folder, "benchmark", "--month", "2026-10", "--export", "b.json").ExitCode);
        var text = File.ReadAllText(Path.Combine(given.Folder, "a.json"));
        Assert.Equal(text, File.ReadAllText(Path.Combine(given.Folder, "b.json")));
        Assert.Contains("\"measure\": \"response_attainment\"", text, StringComparison.Ordinal);
        Assert.DoesNotMatch("\"client_count\": [0-4],", text);
        Assert.All(SixClients.Names.Concat(["Olympus", "Agent Nikos", "Requester Eleni"]), name => Assert.DoesNotContain(name, text, StringComparison.OrdinalIgnoreCase));
        var told = InsightsProgram.In(given.Folder, "benchmark", "--month", "2026-10", "--peers", "a.json", "--out", "peers", "--lang", "en");
        Assert.True(told.ExitCode == 0, told.Error);
        Assert.Contains("Higher: 0 of 1 peers measured alike", Page("peers", "en"), StringComparison.Ordinal);

        var proof = Directory.GetFiles(Path.Combine(given.Folder, "peers"), "benchmark-proof-en.zip", SearchOption.AllDirectories).Single();
        File.Move(Path.Combine(given.Folder, "a.json"), Path.Combine(given.Folder, "c.json"));
        var again = InsightsProgram.In(given.Folder, "benchmark", "--from", proof, "--out", "peers-again", "--lang", "el");
        Assert.True(again.ExitCode == 0, again.Error);
        Assert.Matches("^[0-9]+ αριθμοί μετρήθηκαν ξανά από τις γραμμές ανά πελάτη και ανά ώρα: όλοι ίσοι.", again.Error);
        PackParts.AssertSame(Directory.GetFiles(Path.Combine(given.Folder, "peers"), "*", SearchOption.AllDirectories).Length, Path.Combine(given.Folder, "peers-again"), Path.Combine(given.Folder, "peers"));
        PackParts.Forge(proof, Path.Combine(given.Folder, "forged.zip"), "benchmark_clients", "true,6,4,20", "true,6,14,20");
        var found = InsightsProgram.In(given.Folder, "benchmark", "--from", "forged.zip", "--out", "forged", "--lang", "en");
        Assert.Equal((1, true), (found.ExitCode, found.Error.Contains("Zeta Works response_attainment hit_count: the pack says 14, counted again it is 4", StringComparison.Ordinal)));
        Assert.Equal(2, InsightsProgram.In(given.Folder, "benchmark", "--from", proof, "--peers", "b.json").ExitCode);

        var twice = InsightsProgram.In(given.Folder, "benchmark", "--month", "2026-10", "--peers", "c.json", "b.json");
        Assert.Equal((2, true), (twice.ExitCode, twice.Error.Contains("b.json: the same file is given twice", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_reference_sheet_names_the_hash_of_the_file_that_proves_it()
    {
        var told = InsightsProgram.In(given.Folder, "benchmark", "--month", "2026-10", "--reference-sheet", "--out", "sheet", "--lang", "en");
        Assert.True(told.ExitCode == 0, told.Error);
        Assert.Contains("reference-sheet-en.pdf", told.Output, StringComparison.Ordinal);
        Assert.Contains("exchange.json", told.Output, StringComparison.Ordinal);
    }

    private string Page(string folder, string language) => System.Net.WebUtility.HtmlDecode(
        File.ReadAllText(Directory.EnumerateFiles(Path.Combine(given.Folder, folder), $"benchmark-{language}.html", SearchOption.AllDirectories).Single()));

    private string Paper(string folder) => PdfText.Of(Directory.EnumerateFiles(Path.Combine(given.Folder, folder), "*.pdf", SearchOption.AllDirectories).Single());

    /// <summary>Six clients with 20 tickets each; Zeta Works got 4 answers in time, the others 18.</summary>
    public sealed class SixClients : IDisposable
    {
        public static readonly string[] Names = ["Alpha Works", "Beta Works", "Gamma Works", "Delta Works", "Epsilon Works", "Zeta Works"];
        public static readonly string[] Teams = ["Piraeus desk", "Kifisia desk"];
        private readonly TemporaryFolder _folder = new();

        public SixClients()
        {
            var rows = new StringBuilder("Ticket ID,Subject,Status,Priority,Created time,Initial response time,Resolved time,Company Name,Agent,Requester Name,Group\n");
            foreach (var (name, c) in Names.Select((n, c) => (n, c)))
                for (var i = 0; i < 20; i++)
                    rows.Append(FormattableString.Invariant($"{(c * 100) + i},Printer,Closed,High,2026-10-{i + 1:00} 09:00:00,2026-10-{i + 1:00} {(i < (c == 5 ? 4 : 18) ? "09:10" : "15:00")}:00,2026-10-{i + 1:00} 16:00:00,{name},Agent Nikos,Requester Eleni,{Teams[i % 2]}\n"));
            Directory.CreateDirectory(Path.Combine(Folder, "reference"));
            File.WriteAllText(Path.Combine(Folder, "reference", "clients.csv"), "client,provider,zone\n" + string.Concat(Names.Select(n => $"{n},Olympus,Europe/Athens\n")));
            File.WriteAllText(Path.Combine(Folder, "reference", "promises.csv"), "client,priority,promise_kind,promise,calendar\n" + string.Concat(Names.Select(n => $"{n},*,response,1h,support\n")));
            File.WriteAllText(Path.Combine(Folder, "reference", "calendars.csv"), "calendar,zone,valid_from,kind,days,opens,closes\nsupport,Europe/Athens,2020-01-01,open,24x7,,\n");
            var loaded = InsightsProgram.In(Folder, "ingest", _folder.File("t.csv", rows.ToString()), "--provider", "Olympus");
            Assert.True(loaded.ExitCode == 0, loaded.Error);
        }

        public string Folder => _folder.Path;

        public void Dispose() => _folder.Dispose();
    }
}
