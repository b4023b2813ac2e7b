-- One row per ticket and change of its priority from one known rank to another; change_number counts in order of time. Stored as a table, by ticket. Instants UTC.
-- priority_before: the rank it had, by the event before, else by the old word of the first event.
with ranked as (
  select e.source, e.ticket_id, e.event_number, e.occurred_at, e.actor, try_cast(e.value as smallint) as priority,
    lag(try_cast(e.value as smallint)) over (partition by e.source, e.ticket_id order by e.event_number) as earlier,
    row_number() over (partition by e.source, e.ticket_id order by e.event_number) = 1 as is_first
  from staging.events as e
  where e.kind = 'priority' and e.value is not null
)
select t.ticket_key, r.event_number as change_number, r.occurred_at as changed_at, r.actor,
  case when r.is_first then h.priority_first else r.earlier end as priority_before, r.priority as priority_after
from ranked as r
join intermediate.tickets as t using (source, ticket_id)
join staging.histories as h using (source, ticket_id)
where case when r.is_first then h.priority_first else r.earlier end is distinct from r.priority
  and case when r.is_first then h.priority_first else r.earlier end is not null
