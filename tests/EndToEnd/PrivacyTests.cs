using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Insights.EndToEnd.Tests;

/// <summary>What a pack's files hold of other people, part by part, as the real program wrote them; one run of the demo for all tests here.</summary>
[Collection(DemoTests.Demo.Name)]
public sealed class PrivacyTests(DemoTests.Demo demo)
{
    [Fact]
    public void No_file_of_a_clients_pack_names_another_client_anywhere()
    {
        var clients = Names("select distinct client from marts.client_months");
        Assert.Equal(8, clients.Count);
        foreach (var client in clients)
        {
            var parts = PackParts.In(Path.Combine(demo.Out, client)).ToList();
            Assert.True(parts.Count > 100, $"{parts.Count} parts of {client}");
            foreach (var other in clients.Where(c => c != client && !client.Contains(c, StringComparison.Ordinal)))
                Assert.Empty(parts.Where(p => p.Name.Contains(other, StringComparison.Ordinal) || p.Text.Contains(other, StringComparison.Ordinal)).Select(p => $"{client}: {p.Name} names {other}"));
        }
    }

    [Fact]
    public void Outside_the_provider_no_technician_and_no_requester_is_named()
    {
        var people = Names("select distinct name from marts.people where length(name) > 5");
        Assert.True(people.Count > 10);
        var named = from part in PackParts.In(demo.Out)
                    from person in people
                    where part.Text.Contains(person, StringComparison.Ordinal)
                    select $"{part.Name} names {person}";
        Assert.Empty(named.Distinct());
    }

    [Fact]
    public void A_clients_pack_tells_of_no_source_its_tickets_do_not_come_from()
    {
        foreach (var client in Names("select distinct client from marts.client_months"))
        {
            var own = Names($"select distinct source from marts.tickets where client = '{client}'");
            var providers = Assert.Single(PackParts.In(Path.Combine(demo.Out, client)), p => p.Name.EndsWith("proof-el.zip/marts/providers.jsonl", StringComparison.Ordinal));
            Assert.Equal(own.Count, providers.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        }
    }

    [FactWithPdfText]
    public void No_page_of_paper_names_another_client_a_technician_or_a_requester()
    {
        var clients = Names("select distinct client from marts.client_months");
        var people = Names("select distinct name from marts.people where length(name) > 5");
        foreach (var client in clients)
        {
            var pages = PdfText.Of(Assert.Single(Directory.EnumerateFiles(Path.Combine(demo.Out, client), "*.pdf", SearchOption.AllDirectories)));
            Assert.Contains(client, pages, StringComparison.Ordinal);
            Assert.Empty(clients.Where(c => c != client && !client.Contains(c, StringComparison.Ordinal)).Concat(people).Where(name => pages.Contains(name, StringComparison.Ordinal)).Select(name => $"{client}: {name}"));
        }
    }

    [Fact]
    public void A_proof_gives_the_same_pack_again_byte_for_byte_and_itself()
    {
        var proof = Path.Combine(demo.Out, "Καφέ Μέλι", "2026-10", "proof-el.zip");
        var again = Path.Combine(demo.Folder.Path, "again");
        var run = InsightsProgram.In(demo.Folder.Path, "review", "--from", proof, "--out", again, "--lang", "el");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("όλοι ίσοι", run.Error, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(proof), File.ReadAllBytes(Path.Combine(again, "Καφέ Μέλι", "2026-10", "proof-el.zip")));
        Assert.Equal(File.ReadAllText(Path.Combine(Path.GetDirectoryName(proof)!, "manifest-el.json")), File.ReadAllText(Path.Combine(again, "Καφέ Μέλι", "2026-10", "manifest-el.json")));
    }

    [Fact]
    public void A_proof_whose_rows_were_changed_is_refused_and_one_whose_figures_were_is_found_out()
    {
        var proof = Path.Combine(demo.Out, "Καφέ Μέλι", "2026-10", "proof-el.zip");
        var forged = Path.Combine(demo.Folder.Path, "forged.zip");
        PackParts.Forge(Path.Combine(demo.Out, "Δικηγορικό Γραφείο Παππά", "2026-10", "proof-el.zip"), forged, "tickets", "\"met\"", "\"breached\"");
        var older = Path.Combine(demo.Folder.Path, "older.zip");
        Rewrite(forged, older, (name, text) => name == "proof.json" ? text.Replace("\"pack\":\"review\",", "", StringComparison.Ordinal) : text);
        var found = InsightsProgram.In(demo.Folder.Path, "review", "--from", older, "--out", Path.Combine(demo.Folder.Path, "forged"), "--lang", "el");
        Assert.Equal(1, found.ExitCode);
        Assert.Contains("month response priority all met: το πακέτο λέει", found.Error, StringComparison.Ordinal);

        var changed = Path.Combine(demo.Folder.Path, "changed.zip");
        Rewrite(proof, changed, (name, text) => name == "marts/client_months.jsonl" ? text.Replace("Καφέ Μέλι", "Καφέ Μέλη", StringComparison.Ordinal) : text);
        var run = InsightsProgram.In(demo.Folder.Path, "review", "--from", changed, "--out", Path.Combine(demo.Folder.Path, "changed"));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("client_months", run.Error, StringComparison.Ordinal);

        var notOne = Path.Combine(demo.Folder.Path, "not.zip");
        File.WriteAllText(notOne, "no zip");
        Assert.Equal(2, InsightsProgram.In(demo.Folder.Path, "review", "--from", notOne).ExitCode);
        Assert.Equal(2, InsightsProgram.In(demo.Folder.Path, "review", "--from", Path.Combine(demo.Folder.Path, "nowhere.zip")).ExitCode);
    }

    [Fact]
    public void An_anonymous_pack_names_no_client_no_provider_and_nobody_not_even_in_its_path()
    {
        var folder = Path.Combine(demo.Folder.Path, "anonymous");
        var run = InsightsProgram.In(demo.Folder.Path, "review", "--client", "Κλινική Υγεία Πλους", "--month", "2026-10", "--anonymous", "--audience", "provider", "--warehouse", Path.Combine(demo.Out, "demo.duckdb"),
            "--reference", Path.Combine(AppContext.BaseDirectory, "data", "reference"), "--out", folder);
        Assert.True(run.ExitCode == 0, run.Error);
        var names = Names("select distinct client from marts.client_months union select distinct provider from marts.client_months union select name from marts.people where length(name) > 5");
        var sources = Names("select distinct source from marts.tickets");
        var parts = PackParts.In(folder).ToList();
        Assert.True(parts.Count > 100);
        Assert.Empty(from part in parts.Where(p => p.Name.EndsWith("/marts/tickets.jsonl", StringComparison.Ordinal)) from source in sources where part.Text.Contains($"\"{source}\"", StringComparison.Ordinal) select $"{part.Name} names {source}");
        Assert.Empty(from part in parts from name in names where part.Text.Contains(name, StringComparison.Ordinal) || part.Name.Contains(name, StringComparison.Ordinal) select $"{part.Name} names {name}");
        if (PdfText.Program is not null)
            Assert.Empty(from paper in Directory.EnumerateFiles(folder, "*.pdf", SearchOption.AllDirectories) let pages = PdfText.Of(paper) from name in names where pages.Contains(name, StringComparison.Ordinal) select $"{paper} names {name}");
    }

    [Fact]
    public void A_proof_does_not_hold_what_a_ticket_said_before()
    {
        var parts = PackParts.In(Path.Combine(demo.Out, "Καφέ Μέλι")).Select(p => p.Name).ToList();
        Assert.Contains(parts, p => p.EndsWith("proof-el.zip/marts/tickets.jsonl", StringComparison.Ordinal));
        Assert.DoesNotContain(parts, p => p.EndsWith("/marts/revisions.jsonl", StringComparison.Ordinal));
    }

    private List<string> Names(string sql)
    {
        var run = InsightsProgram.In(demo.Folder.Path, "query", sql, "--warehouse", Path.Combine(demo.Out, "demo.duckdb"), "--format", "json");
        Assert.True(run.ExitCode == 0, run.Error);
        using var rows = JsonDocument.Parse(run.Output);
        return [.. rows.RootElement.EnumerateArray().Select(r => r.EnumerateObject().First().Value.GetString()!)];
    }

    private static void Rewrite(string from, string to, Func<string, string, string> change)
    {
        using var source = ZipFile.OpenRead(from);
        using var target = ZipFile.Open(to, ZipArchiveMode.Create);
        foreach (var entry in source.Entries)
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            using var writer = new StreamWriter(target.CreateEntry(entry.FullName).Open(), new UTF8Encoding(false));
            writer.Write(change(entry.FullName, reader.ReadToEnd()));
        }
    }
}
