-- One row per ticket with a history: who writes for its client, and who opened it. Stored as a table, by ticket.
-- names: lower case, the requester's name and address and those of the client side's messages. is_opened_by_client: the history's creation is by one of them,
-- or, where it names nobody, the first message is; null: neither is told. A ticket a machine opened is not the client's.
with written as (
  select source, ticket_id,
    list_distinct(list_concat(list(lower(trim(author))) filter (author_side = 'requester'), list(lower(trim(author_mail))) filter (author_side = 'requester'))) as names,
    arg_min(author_side, message_number) as opened_side
  from staging.messages
  group by source, ticket_id
),
created as (
  select source, ticket_id, arg_min(lower(trim(actor)), event_number) as opened_by
  from staging.events
  where kind = 'created' and trim(actor) <> ''
  group by source, ticket_id
),
named as (
  select t.ticket_key, w.opened_side, c.opened_by,
    list_filter(list_concat([lower(trim(t.requester)), lower(trim(t.requester_mail))], coalesce(w.names, [])), n -> n <> '') as names
  from intermediate.tickets as t
  join staging.histories as h using (source, ticket_id)
  left join written as w using (source, ticket_id)
  left join created as c using (source, ticket_id)
)
select ticket_key, case when opened_side = 'system' then [] else names end as names,
  case when opened_side = 'system' then false when opened_by is not null then list_contains(names, opened_by) else opened_side = 'requester' end as is_opened_by_client
from named
