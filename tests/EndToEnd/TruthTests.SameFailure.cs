namespace Insights.EndToEnd.Tests;

/// <summary>Which tickets are the same failure, against what was planted. The floors are below what DECISIONS.md, "Labels", says was measured.</summary>
public sealed partial class TruthTests
{
    private const string Links = "select tier, source, ticket_id, earlier_source, earlier_ticket_id from marts.label_pairs";
    private const string Tickets = "select source, ticket_id, failure_group_id, is_repeat_30d from marts.tickets where failure_group_id is not null";

    [Fact]
    public void Links_of_each_tier_are_as_right_as_was_measured_and_what_no_figure_counts_is_mostly_wrong()
    {
        var failures = Failures();
        var tiers = _measured.Query(Links).GroupBy(l => l["tier"]).ToDictionary(g => g.Key, g => g.Select(l => IsSame(failures, l)).ToList());
        foreach (var (tier, right) in tiers.OrderBy(t => t.Key, StringComparer.Ordinal))
            output.WriteLine(FormattableString.Invariant($"{tier}: {Share(right):0.000} of {right.Count}"));
        Assert.True(Share(tiers["B"]) >= 0.88, "B");
        Assert.True(Share(tiers["C"]) >= 0.85, "C");
        Assert.True(Share(tiers["D"]) <= 0.2, "D");
    }

    [Fact]
    public void Tickets_of_one_group_are_one_failure_and_those_of_one_failure_one_group()
    {
        var failures = Failures();
        var grouped = _measured.Query(Tickets).Where(t => failures[(t["source"], t["ticket_id"])].Id.Length > 0)
            .Select(t => (Group: t["failure_group_id"], Failure: failures[(t["source"], t["ticket_id"])].Id)).ToList();
        var both = Pairs(grouped.GroupBy(t => t).Select(g => g.Count()));
        var (precision, recall) = (both / Pairs(grouped.GroupBy(t => t.Group).Select(g => g.Count())), both / Pairs(grouped.GroupBy(t => t.Failure).Select(g => g.Count())));
        output.WriteLine(FormattableString.Invariant($"pairs in one group: precision {precision:0.000}, recall {recall:0.000}"));
        Assert.True(precision >= 0.86);
        Assert.True(recall >= 0.45);
    }

    [Fact]
    public void Repeats_are_mostly_the_planted_ones()
    {
        var failures = Failures();
        var repeats = _measured.Query(Tickets).Select(t => (Said: t["is_repeat_30d"] == "True", Planted: failures[(t["source"], t["ticket_id"])].IsRepeat)).ToList();
        var (right, wrong, missed) = (repeats.Count(r => r.Said && r.Planted), repeats.Count(r => r.Said && !r.Planted), repeats.Count(r => !r.Said && r.Planted));
        output.WriteLine(FormattableString.Invariant($"repeats: {right} right, {wrong} wrong, {missed} missed"));
        Assert.True(right / (double)(right + wrong) >= 0.72);
        Assert.True(right / (double)(right + missed) >= 0.7);
    }

    private static Dictionary<(string Source, string Id), (string Id, bool IsRepeat)> Failures()
    {
        var rows = Csv.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "samples", "truth", "tickets.csv")));
        var at = rows[0].Select((name, i) => (name, i)).ToDictionary(x => x.name, x => x.i);
        return rows.Skip(1).ToDictionary(r => (r[at["source"]], r[at["ticket_id"]]), r => (r[at["failure_id"]], r[at["is_repeat"]] == "true"));
    }

    private static bool IsSame(Dictionary<(string, string), (string Id, bool IsRepeat)> failures, Dictionary<string, string> link) =>
        failures[(link["source"], link["ticket_id"])].Id is { Length: > 0 } id && id == failures[(link["earlier_source"], link["earlier_ticket_id"])].Id;

    private static double Share(List<bool> right) => right.Count(r => r) / (double)right.Count;

    private static double Pairs(IEnumerable<int> counts) => counts.Sum(n => n * (n - 1) / 2.0);
}
