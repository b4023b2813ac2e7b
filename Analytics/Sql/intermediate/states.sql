-- One row per ticket and change between working on it and not, from its history: state open (new, open), pending, hold, resolved (resolved, closed, merged, deleted). Stored as a table, by ticket.
-- event_number: of the change in staging.events. until_at (UTC): the next change; null for the last. Neighbours in one state are one.
with told as (
  select t.ticket_key, e.event_number, e.occurred_at,
    case when e.value in ('pending', 'hold') then e.value when e.value in ('new', 'open') then 'open' else 'resolved' end as state
  from staging.events as e
  join intermediate.tickets as t using (source, ticket_id)
  where e.kind = 'state' and e.value is not null
),
changed as (
  select * from told
  qualify lag(state) over (partition by ticket_key order by event_number) is distinct from state
)
select ticket_key, event_number, occurred_at, state, lead(occurred_at) over (partition by ticket_key order by event_number) as until_at
from changed
