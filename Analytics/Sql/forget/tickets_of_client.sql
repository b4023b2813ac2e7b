-- The tickets and calls of a client.
create or replace temp table forgotten_tickets as select distinct source, ticket_id from marts.tickets where client = $client;
create or replace temp table forgotten_calls as select distinct source, call_id, started_at from intermediate.calls where client = $client;
