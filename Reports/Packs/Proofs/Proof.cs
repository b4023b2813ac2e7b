using Insights.Analytics;
using Insights.Reports.Charts;
using Insights.Reports.Packs.Benchmarks;
using Insights.Reports.Packs.Verdicts;
using Insights.Reports.Privacy;
using Insights.Reports.Style;

namespace Insights.Reports.Packs.Proofs;

/// <summary>What a pack is made from, so that it can be made again.</summary>
/// <param name="Head">What it is of.</param>
/// <param name="Theme">As the pack's reader sees it.</param>
/// <param name="Tables">Rows of the marts, as the pack's reader sees them.</param>
/// <param name="Peers">The exchange files a benchmark was held against.</param>
internal sealed record Proof(ProofHead Head, Theme Theme, IReadOnlyList<MartTable> Tables, IReadOnlyList<ExchangeFile> Peers)
{
    public static Proof Of(ReviewScope scope, Audience audience, bool isAnonymous) => new(
        Headed(PackKind.Review, scope.Provider, scope.Month, scope.Language, scope.Fonts, scope.DataEnd) with { Client = scope.Client, Audience = Word(audience), IsAnonymous = isAnonymous },
        scope.Theme, ProofRows.Of(scope), []);

    public static Proof Of(VerdictData data, Language language, Fonts fonts, Theme theme, Audience audience, bool isAnonymous) => new(
        Headed(PackKind.Verdict, data.Provider, data.Month, language, fonts, data.AsOf) with { Client = data.Client, Audience = Word(audience), IsAnonymous = isAnonymous },
        theme, ProofRows.Of(data), []);

    public static Proof Of(BenchmarkScope scope) => new(
        Headed(PackKind.Benchmark, scope.Provider, scope.Month, scope.Language, scope.Fonts, scope.AsOf) with { IsAnonymous = scope.IsAnonymous },
        scope.Theme, ProofRows.Of(scope), scope.Peers);

    private static ProofHead Headed(PackKind pack, string provider, DateOnly month, Language language, Fonts fonts, DateTime asOf) => new()
    {
        Pack = pack.ToString().ToLowerInvariant(),
        Provider = provider,
        Month = Iso.Month(month),
        Language = language.Code,
        Audience = Word(Audience.Provider),
        IsAnonymous = false,
        AsOf = Iso.Instant(asOf),
        ProgramVersion = Manifest.Version(),
        Font = fonts.Family,
        Marts = [],
        Files = [],
    };

    private static string Word(Audience audience) => audience.ToString().ToLowerInvariant();
}
