using Insights.Reports.Charts;
using Insights.Reports.Packs.Briefs;
using Insights.Reports.Style;

namespace Insights.Reports.Packs.Benchmarks;

/// <summary>The pages of a benchmark, and the sheet of references.</summary>
internal static class BenchmarkBrief
{
    public static Brief Of(BenchmarkScope scope, IReadOnlyList<Chart> charts) => Blank(scope, "benchmark.title", [.. Sections(scope)], charts);

    /// <summary>One page for prospects: cells of several clients only, and the file that proves them.</summary>
    public static Brief ReferenceSheet(BenchmarkScope scope, ExchangeFile file, string fileName)
    {
        var language = scope.Language;
        var rows = file.Cells.Select(c => (IReadOnlyList<string>)[BenchmarkSentences.Measure(language, c.Measure), BenchmarkSentences.Band(language, c.SizeBand, c.IntensityClass),
            language.Whole(c.ClientCount), language.Whole(c.N), BenchmarkSentences.Value(language, c.Measure, c.Value), Between(language, c)]).ToList();
        var table = new BriefTable([Column(language, "measure", 2.2), Column(language, "band", 2.2), Column(language, "clients", 1, true), Column(language, "n", 1, true), Column(language, "value", 1.1, true), Column(language, "half", 1.8, true)], rows);
        return Blank(scope, "benchmark.sheet.title",
            [
                new(language.Say("benchmark.sheet.figures"), [language.Say("benchmark.sheet.lead")]) { Table = rows.Count > 0 ? table : null },
                new(language.Say("benchmark.sheet.left_out.name"), [language.Count("benchmark.sheet.left_out", file.LeftOut)]),
                new(language.Say("benchmark.sheet.check"), [language.Say("benchmark.sheet.check.text", ("file", fileName), ("hash", file.Sha256()))]),
            ], []);
    }

    private static Brief Blank(BenchmarkScope scope, string title, IReadOnlyList<BriefSection> sections, IReadOnlyList<Chart> charts) => new()
    {
        Kind = scope.Language.Say(title) + " · " + scope.Language.Month(scope.Month),
        Title = scope.Theme.Beside(scope.Provider),
        Facts = scope.Language.Say("benchmark.facts", ("clients", scope.Language.Count("benchmark.clients", scope.ClientCount)), ("tickets", scope.Language.Count("ticket", scope.TicketCount))),
        Sections = sections,
        Charts = charts,
        Foot = scope.Language.Say("benchmark.foot"),
        PageFootKey = "verdict.page_foot",
        Subject = scope.Language.Say(title) + " · " + scope.Language.Month(scope.Month),
        Author = scope.Provider,
        Language = scope.Language,
        Fonts = scope.Fonts,
        Theme = scope.Theme,
        AsOf = scope.AsOf,
        Zone = scope.Zone,
    };

    private static IEnumerable<BriefSection> Sections(BenchmarkScope scope)
    {
        var language = scope.Language;
        foreach (var measure in BenchmarkScope.Measures)
            if (scope.Funnels(measure).Select(f => f.ToList()).ToList() is { Count: > 0 } funnels)
                yield return new(BenchmarkSentences.FunnelTitle(scope, measure, funnels[0]), [.. funnels.Select(f => BenchmarkSentences.FunnelReading(scope, f))]);
        if (!BenchmarkScope.Measures.SelectMany(scope.Funnels).Any())
            yield return new(language.Say("benchmark.alone"), [language.Say("benchmark.alone.text")]);
        if (scope.By("team") is { Count: > 1 } teams)
            yield return new(language.Say("benchmark.teams"), []) { Table = Kept(language, "team", teams) };
        if (scope.Among() is { Count: > 0 } peers)
            yield return new(language.Count("benchmark.peers", scope.Peers.Count), [.. peers.Where(p => p.Own.SizeBand is null).Select(p => Peer(scope, p))]);
        if (scope.Published.Count > 0)
            yield return new(language.Say("benchmark.published"), [language.Say("benchmark.published.text")]) { Table = Context(scope) };
    }

    private static string Peer(BenchmarkScope scope, (ExchangeCell Own, int Count, int Higher) peer) => scope.Language.Say("benchmark.peer",
        ("measure", BenchmarkSentences.Measure(scope.Language, peer.Own.Measure)), ("value", BenchmarkSentences.Value(scope.Language, peer.Own.Measure, peer.Own.Value)),
        ("higher", scope.Language.Whole(peer.Higher)), ("count", scope.Language.Whole(peer.Count)), ("semantics", scope.Semantics(peer.Own.ResponseSemantics)));

    private static BriefTable Kept(Language language, string head, IReadOnlyList<(string Value, long Met, long Decided)> rows) => new(
        [Column(language, head, 2), Column(language, "met", 1, true), Column(language, "n", 1, true), Column(language, "value", 1, true)],
        [.. rows.Select(r => (IReadOnlyList<string>)[r.Value, language.Whole(r.Met), language.Whole(r.Decided), language.Percent(r.Met / (double)r.Decided)])]);

    private static BriefTable Context(BenchmarkScope scope) => new(
        [Column(scope.Language, "figure", 1.8), Column(scope.Language, "value", 1, true), Column(scope.Language, "population", 2.2), Column(scope.Language, "year", 0.7, true), Column(scope.Language, "grade", 0.8), Column(scope.Language, "source", 1.8)],
        [.. scope.Published.Select(r => (IReadOnlyList<string>)[PublishedName(scope.Language, r.Text("measure")!), BenchmarkSentences.Published(scope.Language, r), r.Text("population")!, r.Whole("year")!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), r.Text("grade")!, Site(r.Text("source")!)])]);

    public static string PublishedName(Language language, string measure) => language.Has("benchmark.figure." + measure) ? language.Say("benchmark.figure." + measure) : measure;

    /// <summary>The site alone; the workbook has the whole address.</summary>
    private static string Site(string source) => Uri.TryCreate(source, UriKind.Absolute, out var address) ? address.Host : source;

    private static string Between(Language language, ExchangeCell c) => c.Numerator is null ? $"{language.Duration((long)c.P25)} – {language.Duration((long)c.P75)}" : language.PercentRange(c.P25, c.P75);

    private static BriefColumn Column(Language language, string key, double share, bool isNumber = false) => new(language.Say("benchmark.head." + key), share, isNumber);
}
