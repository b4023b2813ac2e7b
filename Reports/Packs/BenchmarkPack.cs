using Insights.Analytics;
using Insights.Reports.Charts;
using Insights.Reports.Packs.Benchmarks;
using Insights.Reports.Packs.Briefs;
using Insights.Reports.Packs.Proofs;
using Insights.Reports.Privacy;
using Insights.Reports.Style;

namespace Insights.Reports.Packs;

/// <summary>A provider's month beside its own clients, its own past, published figures and its peers.</summary>
/// <param name="Marts">All of them, or as its reader may see them.</param>
/// <param name="Month">The first day of the month.</param>
public sealed record BenchmarkPack(Marts Marts, DateOnly Month)
{
    /// <summary>The provider's own look, or as far as its reader may see it.</summary>
    public Theme Theme { get; init; } = Theme.House;

    /// <summary>The providers with clients in the month; more than one where several providers' exports are in one warehouse.</summary>
    public IReadOnlyList<string> Providers { get; } =
        [.. Marts.Rows("benchmark_clients", month: Month).Select(r => r.Text("provider")!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>
    /// Writes <c>OUT/benchmark/PROVIDER/yyyy-MM/</c>: benchmark-LANG.xlsx, .pdf, .pptx and .html, charts-LANG/NN-name.png and .svg, benchmark-proof-LANG.zip and
    /// benchmark-manifest-LANG.json.
    /// </summary>
    /// <param name="language">The reader's.</param>
    /// <param name="isAnonymous">Nobody and no business is named.</param>
    /// <param name="peers">Exchange files of other providers, for the same month.</param>
    /// <param name="outDirectory">Created where missing.</param>
    /// <returns>The full paths of the files written, the manifests last.</returns>
    /// <exception cref="SetupException">A peer's file is none, of another month, or given twice.</exception>
    public IReadOnlyList<string> Write(Language language, bool isAnonymous, IReadOnlyList<string> peers, string outDirectory)
    {
        var files = Read(peers);
        return Shown(language, isAnonymous).WriteShown(language, isAnonymous, files, outDirectory);
    }

    /// <summary>As <see cref="Write(Language, bool, IReadOnlyList{string}, string)"/>, of marts and a theme that are what the reader may see.</summary>
    internal IReadOnlyList<string> WriteShown(Language language, bool isAnonymous, IReadOnlyList<ExchangeFile> peers, string outDirectory) =>
        [.. Scopes(language, isAnonymous, peers).SelectMany(scope => Write(scope, outDirectory))];

    internal IEnumerable<BenchmarkScope> Scopes(Language language, bool isAnonymous, IReadOnlyList<ExchangeFile> peers) =>
        Providers.Select(p => new BenchmarkScope(Marts, p, Month, language, Fonts.Choose(), Theme, isAnonymous, peers));

    /// <summary>Writes a provider's exchange file: aggregates only.</summary>
    /// <returns>How many cells were too small and are left out.</returns>
    public int Export(string provider, string file)
    {
        var exchange = ExchangeFile.Of(Marts, provider, Month);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        File.WriteAllBytes(file, exchange.Bytes());
        return exchange.LeftOut;
    }

    /// <summary>Writes reference-sheet-LANG.pdf beside the exchange file exchange.json that proves it.</summary>
    public IReadOnlyList<string> WriteReferenceSheet(Language language, bool isAnonymous, string outDirectory) =>
        [.. Shown(language, isAnonymous).Scopes(language, isAnonymous, []).SelectMany(scope => WriteReferenceSheet(scope, outDirectory))];

    private static IReadOnlyList<string> WriteReferenceSheet(BenchmarkScope scope, string outDirectory)
    {
        var language = scope.Language;
        var exchange = ExchangeFile.Of(scope.Marts, scope.Provider, scope.Month);
        var pack = new PackFolder(FolderOf(scope, outDirectory), $"reference-manifest-{language.Code}.json");
        pack.Write("exchange.json", (Stream file) => file.Write(exchange.Bytes()));
        pack.Write($"reference-sheet-{language.Code}.pdf", (Stream file) => BriefPdf.Write(file, BenchmarkBrief.ReferenceSheet(scope, exchange, "exchange.json")));
        return pack.Close(Manifest.Of(scope, pack.Files));
    }

    private BenchmarkPack Shown(Language language, bool isAnonymous) =>
        new(Marts.For(Disclosure.Of(Marts, Audience.Provider, isAnonymous, language)), Month) { Theme = Theme.Shown(isAnonymous) };

    private static IReadOnlyList<string> Write(BenchmarkScope scope, string outDirectory)
    {
        var brief = BenchmarkBrief.Of(scope, BenchmarkCharts.All(scope));
        var pack = new PackFolder(FolderOf(scope, outDirectory), $"benchmark-manifest-{scope.Language.Code}.json");
        BriefFiles.Write(pack, "benchmark", brief, file => BenchmarkWorkbook.Write(file, scope));
        ProofFile.Write(pack, Proof.Of(scope));
        return pack.Close(Manifest.Of(scope, pack.Files));
    }

    private static string FolderOf(BenchmarkScope scope, string outDirectory)
    {
        var names = SafeName.ForAll([.. new BenchmarkPack(scope.Marts, scope.Month).Providers, scope.Provider]);
        return Path.GetFullPath(Path.Combine(outDirectory, "benchmark", names[scope.Provider], Iso.Month(scope.Month)));
    }

    private List<ExchangeFile> Read(IReadOnlyList<string> peers)
    {
        var (files, seen, period) = (new List<ExchangeFile>(), new HashSet<string>(StringComparer.Ordinal), Iso.Month(Month));
        foreach (var path in peers)
        {
            var file = ExchangeFile.Read(path);
            if (file.Period != period)
                throw new SetupException($"{path}: period \"{file.Period}\": the benchmark is of {period}. Give a file of that month.", $"{path}: period \"{file.Period}\": η σύγκριση είναι για τον μήνα {period}. Δώστε αρχείο αυτού του μήνα.");
            if (!seen.Add(file.Sha256()))
                throw new SetupException($"{path}: the same file is given twice. Give each peer once.", $"{path}: το ίδιο αρχείο δόθηκε δύο φορές. Δώστε κάθε εταιρεία μία φορά.");
            files.Add(file);
        }

        return files;
    }
}
