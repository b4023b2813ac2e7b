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
    public static Proof Of(ReviewScope scope, Audience audience, bool isAnonymous)
    {
        var head = Headed(PackKind.Review, scope.Provider, scope.Month, scope.Language, scope.Fonts, scope.DataEnd, audience, isAnonymous);
        return new Proof(head with { Client = scope.Client }, scope.Theme, ProofRows.Of(scope), []);
    }

    public static Proof Of(VerdictData data, Language language, Fonts fonts, Theme theme, Audience audience, bool isAnonymous)
    {
        var head = Headed(PackKind.Verdict, data.Provider, data.Month, language, fonts, data.AsOf, audience, isAnonymous);
        return new Proof(head with { Client = data.Client }, theme, ProofRows.Of(data), []);
    }

    public static Proof Of(BenchmarkScope scope)
    {
        var head = Headed(PackKind.Benchmark, scope.Provider, scope.Month, scope.Language, scope.Fonts, scope.AsOf, Audience.Provider, scope.IsAnonymous);
        return new Proof(head, scope.Theme, ProofRows.Of(scope), scope.Peers);
    }

    private static ProofHead Headed(
        PackKind pack, string provider, DateOnly month, Language language, Fonts fonts, DateTime asOf, Audience audience, bool isAnonymous) => new()
        {
            Pack = ProofHead.Word(pack),
            Provider = provider,
            Month = Iso.Month(month),
            Language = language.Code,
            Audience = audience.ToString().ToLowerInvariant(),
            IsAnonymous = isAnonymous,
            AsOf = Iso.Instant(asOf),
            ProgramVersion = Manifest.Version(),
            Font = fonts.Family,
            Marts = [],
            Files = [],
        };
}
