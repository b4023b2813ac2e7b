-- Numbers the tickets that have none yet, in order of source and id.
insert into computed.ticket_keys
select (select coalesce(max(ticket_key), 0) from computed.ticket_keys) + row_number() over (order by source, ticket_id), source, ticket_id
from (
  select source, ticket_id from raw.tickets
  union
  select source, ticket_id from raw.events
)
anti join computed.ticket_keys using (source, ticket_id)
