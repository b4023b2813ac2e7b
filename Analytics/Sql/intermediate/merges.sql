-- One row per merged ticket whose export names the ticket it went into: the one that is left at the end. Stored as a table, by ticket.
with recursive merged as materialized (
  select ticket_key, source, ticket_id, merged_into from staging.tickets where state = 'merged' and merged_into is not null and merged_into <> ticket_id
),
steps as (
  select ticket_key, source, ticket_id, merged_into as into_id from merged
  union
  select s.ticket_key, s.source, s.ticket_id, m.merged_into
  from steps as s
  join merged as m on m.source = s.source and m.ticket_id = s.into_id
)
select s.ticket_key, s.source, s.ticket_id, s.into_id, k.ticket_key as into_key
from steps as s
join computed.ticket_keys as k on k.source = s.source and k.ticket_id = s.into_id
anti join merged as m on m.source = s.source and m.ticket_id = s.into_id
