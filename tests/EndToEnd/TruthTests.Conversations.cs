namespace Insights.EndToEnd.Tests;

/// <content>What is read from the conversations and histories of the real exports: the rungs of the ladder, pauses and chasers.</content>
public sealed partial class TruthTests
{
    /// <summary>What the invented agents write first and what is more than holding off, told by a person; their questions and solutions always are.</summary>
    private static readonly string[] Substantive = ["Δοκιμάστε τώρα.", "Κάντε μια επανεκκίνηση και πείτε μου.", "Please try now.", "Restart it and tell me."];

    [Theory]
    [InlineData("freshdesk")]
    [InlineData("zendesk")]
    [InlineData("osticket")]
    public void The_first_message_a_client_got_is_the_planted_receipt_or_the_persons_that_came_before_it(string source)
    {
        var planted = Ledger(source).Select(t => (Id: t["ticket_id"], At: Earlier(Instant(t["auto_reply_at"]), Instant(t["responded_at"]))));
        AssertRung("automatic_at", source, planted);
    }

    [Theory]
    [InlineData("freshdesk")]
    [InlineData("zendesk")]
    [InlineData("osticket")]
    public void The_first_message_of_a_person_is_the_planted_one(string source) =>
        AssertRung("human_at", source, Ledger(source).Select(t => (t["ticket_id"], Instant(t["responded_at"]))));

    /// <summary>An inference from words: it may take a message that only holds off for more ("noted", "calling you"), never the other way round.</summary>
    [Theory]
    [InlineData("freshdesk")]
    [InlineData("zendesk")]
    [InlineData("osticket")]
    public void The_first_message_that_says_something_is_never_later_than_it_was_and_mostly_the_very_one(string source)
    {
        var messages = ReadTable("messages.csv").Where(m => m["source"] == source && m["author_side"] == "provider" && m["kind"] != "request" && (m["kind"] != "reply" || Substantive.Contains(m["text"])))
            .GroupBy(m => m["ticket_id"]).ToDictionary(t => t.Key, t => t.Min(m => Instant(m["sent_at"])));
        var measured = Rung("substantive_at", source);
        Assert.Equal([], messages.Where(t => measured[t.Key] is not { } at || at > t.Value).Select(t => $"{t.Key}: planted {t.Value:u}, measured {measured[t.Key]:u}"));
        Assert.InRange(measured.Count(t => t.Value == messages.GetValueOrDefault(t.Key)) / (double)measured.Count, 0.6, 1);
    }

    [Fact]
    public void Waiting_for_the_client_and_for_others_lasted_as_long_as_planted()
    {
        var measured = Waits();
        var planted = Ledger("zendesk").ToList();
        Assert.InRange(planted.Count(t => t["paused_seconds"] != "0"), 200, int.MaxValue);
        Assert.InRange(planted.Count(t => t["hold_seconds"] != "0"), 30, int.MaxValue);
        Assert.Equal([], planted.Where(t => t["paused_seconds"] != measured[t["ticket_id"]].Paused || t["hold_seconds"] != measured[t["ticket_id"]].Hold)
            .Select(t => $"{t["ticket_id"]}: planted {t["paused_seconds"]} and {t["hold_seconds"]}, measured {measured[t["ticket_id"]]}"));
    }

    /// <summary>"Try now" and "restart it and tell me" ask the client for something; the ledger has only its own questions for support.</summary>
    [Fact]
    public void A_pause_without_a_question_is_the_planted_one_unless_the_agent_had_asked_the_client_to_try_something()
    {
        var measured = Waits();
        var tried = ReadTable("messages.csv").Where(m => m["source"] == "zendesk" && m["kind"] == "reply" && Substantive.Contains(m["text"])).Select(m => m["ticket_id"]).ToHashSet();
        var planted = Ledger("zendesk").Where(t => t["unsupported_pause_seconds"] != "0").ToList();
        Assert.InRange(planted.Count(t => !tried.Contains(t["ticket_id"])), 20, int.MaxValue);
        Assert.All(Ledger("zendesk").Where(t => !tried.Contains(t["ticket_id"])), t => Assert.Equal((t["ticket_id"], t["unsupported_pause_seconds"]), (t["ticket_id"], measured[t["ticket_id"]].Unsupported)));
        Assert.All(planted.Where(t => tried.Contains(t["ticket_id"])), t => Assert.Contains(measured[t["ticket_id"]].Unsupported, new[] { "0", t["unsupported_pause_seconds"] }));
    }

    [Theory]
    [InlineData("freshdesk")]
    [InlineData("zendesk")]
    [InlineData("osticket")]
    public void Every_ticket_was_chased_as_often_as_planted(string source)
    {
        var planted = Ledger(source).Where(t => t["chaser_count"] != "0").Select(t => $"{t["ticket_id"]} {t["chaser_count"]}").Order(StringComparer.Ordinal).ToList();
        var measured = _measured.Query($"select ticket_id, count(*) as n from marts.chasers where source = '{source}' group by 1").Select(r => $"{r["ticket_id"]} {r["n"]}").Order(StringComparer.Ordinal);
        Assert.NotEmpty(planted);
        Assert.Equal(planted, measured);
    }

    private void AssertRung(string rung, string source, IEnumerable<(string Id, DateTime? At)> planted)
    {
        var measured = Rung(rung, source);
        Assert.Equal([], planted.Where(t => measured[t.Id] != t.At).Select(t => $"{t.Id}: planted {t.At:u}, measured {measured[t.Id]:u}"));
    }

    private Dictionary<string, DateTime?> Rung(string rung, string source) =>
        _measured.Query($"select t.ticket_id, r.{rung} as reached_at from intermediate.rungs as r join intermediate.tickets as t using (ticket_key) where t.source = '{source}'")
            .ToDictionary(r => r["ticket_id"], r => Instant(r["reached_at"]));

    /// <summary>Of each ticket of Zendesk, the one tool of the samples whose history has waiting: seconds for the client, for others, and without a question.</summary>
    private Dictionary<string, (string Paused, string Hold, string Unsupported)> Waits() =>
        _measured.Query("""
            select t.ticket_id, w.paused_seconds, w.hold_seconds, w.unsupported_pause_seconds
            from intermediate.paused_tickets as w
            join intermediate.tickets as t using (ticket_key)
            where t.source = 'zendesk'
            """).ToDictionary(r => r["ticket_id"], r => (r["paused_seconds"], r["hold_seconds"], r["unsupported_pause_seconds"]));

    private static IEnumerable<Dictionary<string, string>> Ledger(string source) => ReadTable("tickets.csv").Where(t => t["source"] == source);

    private static IEnumerable<Dictionary<string, string>> ReadTable(string file)
    {
        var rows = Csv.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "samples", "truth", file)));
        return rows.Skip(1).Select(r => rows[0].Zip(r).ToDictionary(cell => cell.First, cell => cell.Second));
    }

    private static DateTime? Earlier(DateTime? one, DateTime? other) => one is null || other < one ? other : one;
}
