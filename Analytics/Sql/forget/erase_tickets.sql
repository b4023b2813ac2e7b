-- Everything that was loaded of the forgotten tickets, calls and time entries, and the rows as they stood of files with any of them that could not be read.
create or replace temp table forgotten_loads as
select distinct load_id from raw.tickets semi join forgotten_tickets using (source, ticket_id)
union select load_id from raw.events semi join forgotten_tickets using (source, ticket_id)
union select load_id from raw.messages semi join forgotten_tickets using (source, ticket_id)
union select load_id from forgotten_entries;
update raw.rejects set value = null, raw_row = '' where load_id in (from forgotten_loads);
delete from raw.events where (source, ticket_id) in (select (source, ticket_id) from forgotten_tickets);
delete from raw.messages where (source, ticket_id) in (select (source, ticket_id) from forgotten_tickets);
delete from raw.listed as l using raw.loads as o, forgotten_tickets as f where o.load_id = l.load_id and f.source = o.source and f.ticket_id = l.ticket_id;
delete from raw.tickets where (source, ticket_id) in (select (source, ticket_id) from forgotten_tickets);
delete from raw.calls as c using forgotten_calls as f where c.source = f.source and c.call_id is not distinct from f.call_id and c.started_at = f.started_at;
delete from raw.time_entries as e using forgotten_entries as f where e.load_id = f.load_id and e.line = f.line;
delete from raw.reference_labels as l using forgotten_tickets as f where (l.source = f.source and l.ticket_id = f.ticket_id) or (l.earlier_source = f.source and l.earlier_ticket_id = f.ticket_id);
