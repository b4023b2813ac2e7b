using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using Insights.Analytics;
using Insights.Reports.Charts;
using Insights.Reports.Packs.Benchmarks;
using Insights.Reports.Packs.Verdicts;
using Insights.Reports.Style;

namespace Insights.Reports.Packs;

/// <summary>
/// What a pack is made of: for whom, from data until when, by which version of the program, and each file's SHA-256.
/// The same marts give the same manifest; it holds no time of writing.
/// </summary>
internal static class Manifest
{
    /// <summary>How what a pack says of itself is written.</summary>
    public static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly string[] Thresholds =
        ["link_window_days", "link_asset_ratio", "link_requester_ratio", "link_category_ratio", "link_text_ratio", "link_group_ratio", "link_busy_count"];

    public static string Of(ReviewScope scope, IReadOnlyList<PackFile> files) =>
        Of(scope.Marts, scope.Client, scope.Provider, scope.Month, scope.Language, scope.DataEnd, files);

    public static string Of(VerdictData data, Language language, IReadOnlyList<PackFile> files) =>
        Of(data.Marts, data.Client, data.Provider, data.Month, language, data.AsOf, files);

    private static string Of(
        Marts marts, string client, string provider, DateOnly month, Language language, DateTime asOf, IReadOnlyList<PackFile> files) =>
        JsonSerializer.Serialize(
            new
            {
                Client = client,
                Provider = provider,
                Month = Iso.Month(month),
                Language = language.Code,
                AsOf = Iso.Instant(asOf),
                ProgramVersion = Version(),
                SameFailure = Calibration(marts, provider),
                Files = files,
            },
            Layout) + "\n";

    public static string Of(BenchmarkScope scope, IReadOnlyList<PackFile> files) => JsonSerializer.Serialize(
        new
        {
            scope.Provider,
            Month = Iso.Month(scope.Month),
            Language = scope.Language.Code,
            AsOf = Iso.Instant(scope.AsOf),
            ProgramVersion = Version(),
            Peers = scope.Peers.Select(p => p.Sha256()),
            Files = files,
        },
        Layout) + "\n";

    /// <summary>Under which thresholds two tickets were the same failure, and what people who looked at links found; null: no link was looked for.</summary>
    private static object? Calibration(Marts marts, string provider)
    {
        var tiers = marts.Rows("link_precision").Where(r => r.Text("provider") == provider).OrderBy(r => r.Text("tier"), StringComparer.Ordinal).ToList();
        return tiers.Count == 0 ? null : new
        {
            Thresholds = Thresholds.ToDictionary(t => t, t => tiers[0].Number(t)),
            LexiconMd5 = tiers[0].Text("lexicon_hash"),
            Tiers = tiers.ConvertAll(t => new
            {
                Tier = t.Text("tier"),
                LinkCount = t.Whole("link_count"),
                LabelledCount = t.Whole("labelled_count"),
                SameCount = t.Whole("same_count"),
                PrecisionRatio = t.Number("precision_ratio"),
                WilsonLow = t.Number("wilson_low"),
                WilsonHigh = t.Number("wilson_high"),
            }),
        };
    }

    /// <summary>The version of the program that writes.</summary>
    public static string Version() =>
        typeof(Manifest).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
