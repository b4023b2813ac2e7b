namespace Insights.EndToEnd.Tests;

/// <content>What fails outside the clients, who named the fix first, and what was looked into for good, against what was planted.</content>
public sealed partial class TruthTests
{
    /// <summary>By words alone: reports of the same outage in another language are not found ("Outages and patterns" in DECISIONS.md), and nothing else is taken for one.</summary>
    [Fact]
    public void An_outage_outside_the_clients_is_put_together_from_all_who_report_it_in_one_language()
    {
        var planted = Labelled("upstream_outage").ToList();
        Assert.Equal(["en", "en", "gl", "gl"], planted.Where(t => t["language"] != "el").Select(t => t["language"]).Order(StringComparer.Ordinal));
        var measured = _measured.Query("select shared_id, source, ticket_id from intermediate.shared_failures where scope = 'upstream'").GroupBy(t => t["shared_id"]);
        Assert.Equal(
            planted.Where(t => t["language"] != "en").GroupBy(t => t["failure_id"]).Select(Members).Order(StringComparer.Ordinal),
            measured.Select(Members).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_client_of_an_outage_outside_is_told_how_many_others_had_it()
    {
        var outages = Labelled("upstream_outage").Where(t => t["language"] != "en").GroupBy(t => t["failure_id"]);
        var planted = outages.SelectMany(o => o.GroupBy(t => t["client"]).Select(c =>
            $"{c.Key} {c.Count()} {c.Select(t => t["requester_mail"]).Distinct().Count()} {o.Select(t => t["client"]).Distinct().Count()} {o.Count()}"));
        var measured = _measured.Query("select client, ticket_count, person_count, client_count, all_ticket_count from marts.outages where scope = 'upstream'").Select(Cells);
        Assert.Equal(planted.Order(StringComparer.Ordinal), measured.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Fixes_the_client_named_first_are_the_planted_ones_and_when_each_named_it()
    {
        var messages = ReadTable("messages.csv").ToLookup(m => (m["source"], m["ticket_id"]));
        var planted = Labelled("told_fix").Select(t => (t["source"], t["ticket_id"])).Select(key =>
            (key, Instant(messages[key].Single(m => m["kind"] == "advice")["sent_at"]), Instant(messages[key].Single(m => m["kind"] == "resolution")["sent_at"])));
        var measured = _measured.Query("select source, ticket_id, told_at, fixed_at from marts.told_fixes where is_told").Select(t => ((t["source"], t["ticket_id"]), Instant(t["told_at"]), Instant(t["fixed_at"])));
        Assert.Equal(planted.Order(), measured.Order());
    }

    [Fact]
    public void A_step_the_provider_asked_for_is_not_told_by_the_client_who_took_it()
    {
        var planted = Assert.Single(Labelled("fix_named_first"));
        Assert.Equal(["False"], _measured.Query($"select is_told from marts.told_fixes where source = '{planted["source"]}' and ticket_id = '{planted["ticket_id"]}'").Select(t => t["is_told"]));
    }

    [Fact]
    public void What_was_looked_into_for_good_stayed_away_or_came_back_as_planted_and_nothing_else_was()
    {
        var failures = ReadTable("tickets.csv").Where(t => t["episode"].Length > 0).ToLookup(t => t["failure_id"]);
        var planted = Labelled("permanent_fix").Select(fix =>
        {
            var after = failures[fix["failure_id"]].Where(t => Instant(t["created_at"]) > Instant(fix["resolved_at"])).Select(t => t["episode"]).Distinct().Count();
            return $"{fix["ticket_id"]} {Latest(failures[fix["failure_id"]], fix)} {after} {(after > 0 ? "came_back" : "stayed_away")}";
        });
        var fixes = _measured.Query("""
            select p.fix_ticket_id, arg_max(t.ticket_id, t.created_at) filter (t.created_at < p.fixed_at) as last_ticket_id, any_value(p.after_count), any_value(p.outcome)
            from marts.permanent_fixes as p join marts.tickets as t using (failure_group_id)
            where p.month = '2026-10-01' and p.outcome <> 'none'
            group by p.fix_ticket_id, failure_group_id
            qualify row_number() over (partition by p.fix_ticket_id order by max(t.created_at) filter (t.created_at < p.fixed_at) desc) = 1
            """).Select(Cells);
        Assert.Equal(planted.Order(StringComparer.Ordinal), fixes.Order(StringComparer.Ordinal));
    }

    private static string Latest(IEnumerable<Dictionary<string, string>> reports, Dictionary<string, string> fix) =>
        reports.Where(t => Instant(t["created_at"]) < Instant(fix["created_at"])).MaxBy(t => Instant(t["created_at"]))!["ticket_id"];

    private static string Members(IEnumerable<Dictionary<string, string>> tickets) => string.Join(", ", tickets.Select(t => $"{t["source"]} {t["ticket_id"]}").Order(StringComparer.Ordinal));

    private static string Cells(Dictionary<string, string> row) => string.Join(' ', row.Values);

    private static IEnumerable<Dictionary<string, string>> Labelled(string label) => ReadTable("tickets.csv").Where(t => t["planted"].Split(' ').Contains(label));
}
