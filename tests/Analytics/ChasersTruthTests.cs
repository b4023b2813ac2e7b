namespace Insights.Analytics.Tests;

/// <summary>The invented provider's own count of chasers, ticket by ticket, from nothing but its messages.</summary>
public sealed class ChasersTruthTests : IDisposable
{
    private static readonly string Truth = Path.Combine(GivenWarehouse.Root(), "data", "samples", "truth");
    private readonly GivenWarehouse _given = new();

    public void Dispose() => _given.Dispose();

    /// <summary>Of the definition only "thanks excluded" needs words: told of the thanks, every ticket has its very count.</summary>
    [Fact]
    public void Every_ticket_has_the_chasers_that_were_planted()
    {
        Load("case m.kind when 'thanks' then 'thanks' else '' end");
        Assert.Empty(_given.Rows("select * from raw.compared where planted_count <> chaser_count order by all limit 20"));
        Assert.Equal(["3967|660|660"], _given.Rows("select count(*), sum(planted_count), (select count(*) from marts.chasers) from raw.compared"));
        Assert.Equal(["660|yes|yes"], _given.Rows("""
            select sum(chaser_count) filter (span = 'month'), bool_and(one_count + two_count + three_count = chased_count),
              bool_and(chased_low <= chased_ratio + 1e-9 and chased_ratio <= chased_high + 1e-9)
            from marts.chaser_months
            """));
        Assert.Equal(["660"], _given.Rows("select sum(chaser_count) from marts.chasers_by_agent where span = 'month'"));
    }

    [Fact]
    public void Without_words_only_thanks_are_chasers_too_and_nothing_is_a_headline()
    {
        Load("null");
        Assert.Equal(["0|0"], _given.Rows("select count(*) filter (chaser_count < planted_count), count(*) filter (chaser_count > planted_count + thanks_count) from raw.compared"));
        Assert.Equal(["0|0"], _given.Rows("select count(purpose), count(*) filter (is_headline) from marts.chasers"));
    }

    private void Load(string remarks)
    {
        foreach (var source in new[] { "freshdesk", "osticket", "zendesk" })
            _given.Source(source, "2026-11-02 07:10:00").Load(source, "2026-11-02 07:10:00", "messages");
        _given.Run($"""
            insert into raw.reference_clients (load_id, file, line, client, provider, zone)
              select distinct 1, 'c', 2, client, 'Provider', 'Europe/Athens' from read_csv('{Truth}/tickets.csv', all_varchar = true);
            insert into raw.tickets (load_id, line, source, ticket_id, row_hash, client_text, requester, requester_mail, agent, state, created_at, is_time_ambiguous)
              select l.load_id, row_number() over (), t.source, t.ticket_id, hash(t), t.client, t.requester, t.requester_mail, t.agent, t.state, t.created_at::timestamp, false
              from read_csv('{Truth}/tickets.csv', all_varchar = true) as t join raw.loads as l on l.source = t.source and l.content = 'tickets';
            insert into raw.messages (load_id, line, source, ticket_id, row_hash, sent_at, author, author_side, is_public, is_automatic, remarks, is_time_ambiguous)
              select l.load_id, row_number() over (), m.source, m.ticket_id, hash(m), m.sent_at::timestamp, m.author,
                case m.author_side when 'provider' then 'agent' when 'client' then 'requester' else 'system' end, true, m.is_automatic::boolean, {remarks}, false
              from read_csv('{Truth}/messages.csv', all_varchar = true) as m join raw.loads as l on l.source = m.source and l.content = 'messages';
            """);
        _given.RefreshAll();
        _given.Run($"""
            create table raw.compared as
            select p.source, p.ticket_id, p.chaser_count::integer as planted_count, coalesce(c.chaser_count, 0) as chaser_count, coalesce(k.thanks_count, 0) as thanks_count
            from read_csv('{Truth}/tickets.csv', all_varchar = true) as p
            join intermediate.tickets as t using (source, ticket_id)
            left join intermediate.chaser_counts as c using (ticket_key)
            left join (select source, ticket_id, count(*) as thanks_count from read_csv('{Truth}/messages.csv', all_varchar = true) where kind = 'thanks' group by all) as k using (source, ticket_id)
            """);
    }
}
