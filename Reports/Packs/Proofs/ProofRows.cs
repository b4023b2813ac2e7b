using Insights.Analytics;
using Insights.Reports.Charts;
using Insights.Reports.Packs.Benchmarks;
using Insights.Reports.Packs.Verdicts;

namespace Insights.Reports.Packs.Proofs;

/// <summary>The rows of the marts a proof holds. DECISIONS.md, "Proofs".</summary>
internal static class ProofRows
{
    /// <summary>Marts that tell of a provider or of the program, and that a review reads; all others are a client's.</summary>
    private static readonly string[] OfEverybody = ["link_precision", "measures", "providers", "settings"];

    /// <summary>Who labelled what, who is hidden and what a ticket said before are no figures of a review.</summary>
    private static readonly string[] LeftOut = ["label_pairs", "people", "revisions"];

    /// <summary>A client's marts, of one provider, up to the month; of what tells of sources, which may be called after other clients, those its tickets come from.</summary>
    public static IReadOnlyList<MartTable> Of(ReviewScope scope)
    {
        var sources = scope.Marts.Rows("tickets", scope.Client).Select(t => t.Text("source")).ToHashSet();
        return Sorted(Marts.Names.Except(LeftOut)
            .Select(mart => (Name: mart, Columns: scope.Marts.Columns(mart).Select(c => c.Name).ToHashSet()))
            .Where(mart => OfEverybody.Contains(mart.Name) || mart.Columns.Contains("client"))
            .Select(mart => scope.Marts.Table(mart.Name, Rows(scope, mart.Name, mart.Columns)
                .Where(row => mart.Columns.Contains("client") || !mart.Columns.Contains("source") || sources.Contains(row.Text("source"))))));
    }

    /// <summary>The rows a verdict stands on: of a client with records of its own also what was found on both sides and what was not.</summary>
    public static IReadOnlyList<MartTable> Of(VerdictData data)
    {
        MartTable Table(string mart, IEnumerable<MartRow> rows) => data.Marts.Table(mart, rows);
        return Sorted(
        [
            Table("benchmarks", data.Benchmarks),
            Table("client_months", data.Card is null ? [] : [data.Card]),
            Table("intensity", data.Intensity is null ? [] : [data.Intensity]),
            Table("link_precision", data.Marts.Rows("link_precision").Where(r => r.Text("provider") == data.Provider)),
            Table("providers", data.Sources),
            Table("red_flags", data.Flags),
            Table("revisions", data.Revisions),
            Table("ticket_matches", data.Matches),
            Table("tickets", data.Tickets),
            Table("verdict_points", data.Points),
            Table("verdicts", data.Verdicts),
        ]);
    }

    /// <summary>The figures per client a benchmark stands on; no tickets.</summary>
    public static IReadOnlyList<MartTable> Of(BenchmarkScope scope)
    {
        MartTable Table(string mart, IEnumerable<MartRow> rows) => scope.Marts.Table(mart, rows);
        return Sorted(
        [
            WithShownTeams(Table("attainment_by", scope.Shares), scope),
            Table("benchmark_cells", scope.Cells),
            Table("benchmark_clients", scope.Clients),
            Table("benchmarks", scope.Published),
            Table("client_months", scope.Cards),
            Table("provider_trends", scope.Past),
        ]);
    }

    private static IEnumerable<MartRow> Rows(ReviewScope scope, string mart, HashSet<string> columns) =>
        scope.Marts.Rows(mart, columns.Contains("client") ? scope.Client : null).Where(row => IsOf(scope, columns, row));

    private static bool IsOf(ReviewScope scope, HashSet<string> columns, MartRow row) =>
        (!columns.Contains("provider") || row.Text("provider") == scope.Provider)
        && (!columns.Contains("month") || (row.Date("month") is { } month && month >= scope.Months[0] && month <= scope.Month));

    private static MartTable WithShownTeams(MartTable table, BenchmarkScope scope)
    {
        var columns = table.Columns.Select(c => c.Name).ToList();
        var (teams, dimension, value) = (scope.Teams, columns.IndexOf("dimension"), columns.IndexOf("value"));
        return table with { Rows = [.. table.Rows.Select(Shown)] };

        IReadOnlyList<object?> Shown(IReadOnlyList<object?> row) =>
            (string?)row[dimension] == "team" ? [.. row.Select((cell, i) => i == value ? teams[(string)cell!] : cell)] : row;
    }

    private static IReadOnlyList<MartTable> Sorted(IEnumerable<MartTable> tables) => [.. tables.OrderBy(t => t.Name, StringComparer.Ordinal)];
}
