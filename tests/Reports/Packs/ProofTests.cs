using System.IO.Compression;
using System.Text.Json.Nodes;
using Insights.Analytics;
using Insights.Reports.Packs;
using Insights.Reports.Packs.Proofs;
using Insights.Reports.Privacy;
using Insights.Reports.Style;

namespace Insights.Reports.Tests.Packs;

/// <summary>What packs are made again from.</summary>
public sealed class ProofTests(ChartsInvented invented) : IClassFixture<ChartsInvented>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("insights-proofs-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_benchmark_of_forty_clients_is_made_again_byte_for_byte_from_figures_alone()
    {
        var written = new BenchmarkPack(invented.Marts, ChartsInvented.October).Write(Language.Greek, isAnonymous: false, [], _folder);
        var proof = written.First(f => f.Contains("Μεγάλη", StringComparison.Ordinal) && f.EndsWith("benchmark-proof-el.zip", StringComparison.Ordinal));
        var again = RemadePack.Of(proof, PackKind.Benchmark, Path.Combine(_folder, "again"), Language.English);

        Assert.Contains(again.Said, line => line.EndsWith("all are, byte for byte, those of the pack.", StringComparison.Ordinal));
        Assert.True(File.ReadAllBytes(proof).SequenceEqual(File.ReadAllBytes(again.Written.Single(f => f.EndsWith(".zip", StringComparison.Ordinal)))));
        using var zip = ZipFile.OpenRead(proof);
        Assert.DoesNotContain(zip.Entries, e => e.FullName is "marts/tickets.jsonl" or "marts/people.jsonl");
    }

    [Theory]
    [InlineData("pack", "letter")]
    [InlineData("client", null)]
    public void A_proof_that_says_of_nothing_known_is_refused(string key, string? value)
    {
        var disclosure = Disclosure.Of(invented.Marts, Audience.Client, isAnonymous: false, Language.English);
        var proof = ReviewPack.Of(invented.Marts, Language.English, disclosure).Write(ChartsInvented.Small, ChartsInvented.October, _folder).Single(f => f.EndsWith(".zip", StringComparison.Ordinal));
        Change(proof, head => head[key] = value);
        Assert.Contains("proof-LANG.zip", Assert.Throws<SetupException>(() => RemadePack.Of(proof, PackKind.Review, _folder, Language.English)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Audience.Client)]
    [InlineData(Audience.Provider)]
    public void What_files_are_called_and_notes_beside_figures_are_in_no_pack(Audience audience)
    {
        var disclosure = Disclosure.Of(invented.Marts, audience, isAnonymous: false, Language.English);
        Assert.All(new[] { "earlier_file", "later_file", "note" }, column => Assert.Null(disclosure.Text(column, "beta-october.csv")));
    }

    private static void Change(string proof, Action<JsonObject> change)
    {
        using var zip = ZipFile.Open(proof, ZipArchiveMode.Update);
        JsonObject head;
        using (var from = zip.GetEntry("proof.json")!.Open())
            head = JsonNode.Parse(from)!.AsObject();
        change(head);
        zip.GetEntry("proof.json")!.Delete();
        using var writer = new StreamWriter(zip.CreateEntry("proof.json").Open());
        writer.Write(head.ToJsonString());
    }
}
