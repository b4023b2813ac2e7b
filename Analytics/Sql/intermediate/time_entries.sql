-- One row per time entry, with its ticket (null: on none that is known), its client (null: unassigned) and its month, the first day of the month of worked_at in its source's zone: as the time sheet says. Stored as a table.
-- A ticket is looked for by id, then by number, in the entry's own source, then in the others of its provider, where it must be the only one.
-- client: the ticket's, else by the name the entry gives, else the source's default client. is_counted: false for a client's own record of time its provider records too.
-- See DECISIONS.md, "Hours".
with named as (
  select provider, source, ticket_id, client, ticket_id as name, 1 as rank from intermediate.tickets
  union all
  select provider, source, ticket_id, client, number, 2 from intermediate.tickets where number <> ticket_id
),
candidates as (
  select e.source, e.entry_key, n.source as ticket_source, n.ticket_id, n.client, if(n.source = e.source, n.rank, 2 + n.rank) as rank,
    bool_or(n.source = e.source) over of_entry as has_own, min((n.source, n.ticket_id)) over of_entry = max((n.source, n.ticket_id)) over of_entry as is_only
  from staging.time_entries as e
  join staging.sources as s using (source)
  join named as n on n.provider = s.provider and n.name = e.ticket_text
  window of_entry as (partition by e.source, e.entry_key)
),
found as (
  select source, entry_key, arg_min({'ticket_source': ticket_source, 'ticket_id': ticket_id, 'client': client}, (rank, ticket_source, ticket_id)) as ticket
  from candidates
  where has_own or is_only
  group by source, entry_key
),
placed as (
  select e.source, e.entry_key, s.provider, s.side, f.ticket.ticket_source as ticket_source, f.ticket.ticket_id as ticket_id,
    coalesce(f.ticket.client, a.client, s.default_client) as client, date_trunc('month', timezone(s.time_zone, timezone('UTC', e.worked_at)))::date as month,
    e.worked_at, e.worked_seconds, e.agent, e.is_billable, e.is_covered
  from staging.time_entries as e
  join staging.sources as s using (source)
  left join found as f on f.source = e.source and f.entry_key = e.entry_key
  left join reference.aliases as a on a.source = e.source and a.name_key = lower(trim(e.client_text))
),
provided as (select distinct provider, client from placed where side = 'provider' and client is not null)
select p.* exclude (side), p.side = 'provider' or v.client is null as is_counted
from placed as p
left join provided as v on v.provider = p.provider and v.client = p.client
