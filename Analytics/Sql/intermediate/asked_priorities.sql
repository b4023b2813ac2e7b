-- One row per ticket whose client gave it a priority: the first the client set. Stored as a table, by ticket. See DECISIONS.md, "Asked, assigned, final".
-- Set by the client: the history says so; or nobody is named, the ticket is the client's and the priority is that of its creation.
with first_events as (
  select source, ticket_id, min(event_number) as event_number
  from staging.events
  where kind = 'priority' and value is not null
  group by source, ticket_id
),
set_by_client as (
  select t.ticket_key, arg_min(try_cast(e.value as smallint), e.event_number) as priority
  from staging.events as e
  join intermediate.tickets as t using (source, ticket_id)
  join intermediate.requester_names as n using (ticket_key)
  left join first_events as f on f.source = e.source and f.ticket_id = e.ticket_id and f.event_number = e.event_number
  where e.kind = 'priority' and e.value is not null
    and (list_contains(n.names, lower(trim(e.actor)))
      or f.event_number is not null and coalesce(trim(e.actor), '') = '' and n.is_opened_by_client and coalesce(trim(e.old_text), '') = '' and e.occurred_at <= t.created_at)
  group by t.ticket_key
),
unchanged as (
  select t.ticket_key, case when f.event_number is null then t.priority else h.priority_first end as priority
  from intermediate.tickets as t
  join intermediate.requester_names as n using (ticket_key)
  join staging.histories as h using (source, ticket_id)
  join staging.evidence as e using (source)
  left join first_events as f using (source, ticket_id)
  left join staging.events as v on v.source = t.source and v.ticket_id = t.ticket_id and v.event_number = f.event_number
  where n.is_opened_by_client and e.priority_event_count > 0 and (f.event_number is null or trim(v.old_text) <> '')
)
select t.ticket_key, t.source, t.channel, coalesce(s.priority, u.priority) as priority
from intermediate.tickets as t
left join set_by_client as s using (ticket_key)
left join unchanged as u using (ticket_key)
where coalesce(s.priority, u.priority) is not null
