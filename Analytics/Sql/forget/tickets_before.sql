-- The tickets that were created before an instant, and calls and work that began before it.
create or replace temp table forgotten_tickets as select source, ticket_id from raw.tickets group by source, ticket_id having min(created_at) < $before;
create or replace temp table forgotten_calls as select distinct source, call_id, started_at from raw.calls where started_at < $before;
create or replace temp table forgotten_entries as select load_id, line from raw.time_entries where worked_at < $before or (source, ticket_id) in (select (source, ticket_id) from forgotten_tickets);
