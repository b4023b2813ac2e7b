-- The tickets, calls and time entries of a client: every version of an entry of which one is the client's.
create or replace temp table forgotten_tickets as select distinct source, ticket_id from marts.tickets where client = $client;
create or replace temp table forgotten_calls as select distinct source, call_id, started_at from intermediate.calls where client = $client;
create or replace temp table forgotten_entries as
select e.load_id, e.line
from raw.time_entries as e
left join reference.aliases as a on a.source = e.source and a.name_key = lower(trim(e.client_text))
where a.client = $client
  or (e.source, e.ticket_id) in (select (source, ticket_id) from forgotten_tickets)
  or (e.source, coalesce(e.entry_id, format('{}:{}', e.load_id, e.line))) in (select (source, entry_key) from intermediate.time_entries where client = $client);
