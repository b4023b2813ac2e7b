namespace Insights.Analytics.Tests;

/// <summary>
/// The invented provider's own truth: tickets rebuilt from nothing but their events and messages must say what its ledger says.
/// </summary>
public sealed class HistoriesTruthTests
{
    [Fact]
    public void Tickets_rebuilt_from_events_and_messages_are_the_ones_that_were_planted()
    {
        var truth = Path.Combine(GivenWarehouse.Root(), "data", "samples", "truth");
        using var given = new GivenWarehouse();
        foreach (var source in new[] { "freshdesk", "osticket", "zendesk" })
            given.Source(source, "2026-11-02 07:10:00", "state", "none").Load(source, "2026-11-02 07:10:00", "events").Load(source, "2026-11-02 07:10:00", "messages");
        given.Run($"""
            insert into raw.events
            select l.load_id, row_number() over (), e.source, e.ticket_id, hash(e), null, e.changed_at::timestamp, if(e.field = 'status', 'state', e.field), e."to", e."to", e."from", e.changed_by, null, false
            from read_csv('{truth}/events.csv', all_varchar = true) as e
            join raw.loads as l on l.source = e.source and l.content = 'events';
            insert into raw.messages
            select l.load_id, row_number() over (), m.source, m.ticket_id, hash(m), null, m.sent_at::timestamp, m.author, null,
              case m.author_side when 'provider' then 'agent' when 'client' then 'requester' else 'system' end, null, null, null, true, m.is_automatic::boolean, null, false, if(m.kind = 'question', 'question', '')
            from read_csv('{truth}/messages.csv', all_varchar = true) as m
            join raw.loads as l on l.source = m.source and l.content = 'messages';
            create table raw.truth as
            select source, ticket_id, state, created_at::timestamp as created_at, nullif(responded_at, '')::timestamp as responded_at, nullif(resolved_at, '')::timestamp as resolved_at,
              nullif(closed_at, '')::timestamp as closed_at, reopen_count::integer as reopen_count, priority_final::smallint as priority_final,
              paused_seconds::bigint as paused_seconds, unsupported_pause_seconds::bigint as unsupported_pause_seconds
            from read_csv('{truth}/tickets.csv', all_varchar = true)
            """);
        given.Refresh();
        Assert.Equal(["3967|3967|T4|public_reply"], given.Rows("select count(*), (select count(*) from raw.truth), any_value(evidence_tier), any_value(response_semantics) from marts.tickets"));
        foreach (var column in new[] { "state", "created_at", "responded_at", "resolved_at", "closed_at", "reopen_count", "priority_final", "paused_seconds", "unsupported_pause_seconds" })
            Assert.Empty(given.Rows($"select '{column}', m.source, m.ticket_id, m.{column}, t.{column} from marts.tickets as m join raw.truth as t using (source, ticket_id) where m.{column} is distinct from t.{column} order by 2, 3 limit 10"));
    }
}
