-- One row per ticket: what its client asked for, what it was given, what it ended with. Stored as a table, by ticket. Priorities 1 (most urgent) to 5; instants UTC.
-- asked_by: client (it set it), inferred (from critical work; activity names it), none. priority_assigned: in force at the first answer, else at the first assignment,
-- else now; null without a history of priorities. priority_first: the first in the history. priority_highest: the most urgent it ever had.
-- lowered_at, lowered_by: the first change to a less urgent one; raised_at, raised_by: to a more urgent one. By whom as the history writes it. See DECISIONS.md, "Asked, assigned, final".
with given as (
  select t.ticket_key,
    arg_max(try_cast(e.value as smallint), e.event_number) filter (e.occurred_at <= coalesce(t.responded_at, h.assigned_at, t.cutoff_at)) as priority_assigned
  from staging.events as e
  join intermediate.tickets as t using (source, ticket_id)
  join staging.histories as h using (source, ticket_id)
  where e.kind = 'priority' and e.value is not null
  group by t.ticket_key
),
moved as (
  select ticket_key,
    min(changed_at) filter (priority_after > priority_before) as lowered_at, arg_min(actor, change_number) filter (priority_after > priority_before) as lowered_by,
    min(changed_at) filter (priority_after < priority_before) as raised_at, arg_min(actor, change_number) filter (priority_after < priority_before) as raised_by
  from intermediate.priority_changes
  group by ticket_key
)
select
  t.ticket_key,
  coalesce(a.priority, c.priority) as priority_asked,
  case when a.priority is not null then 'client' when c.priority is not null then 'inferred' else 'none' end as asked_by,
  case when a.priority is null then c.activity end as activity,
  case
    when g.ticket_key is not null then coalesce(g.priority_assigned, h.priority_first)
    when h.ticket_id is not null and e.priority_event_count > 0 then t.priority
  end as priority_assigned,
  t.priority as priority_final,
  h.priority_first,
  case when h.priority_highest is not null then least(h.priority_highest, h.priority_first, t.priority) end as priority_highest,
  m.lowered_at, m.lowered_by, m.raised_at, m.raised_by
from intermediate.tickets as t
join staging.evidence as e using (source)
left join staging.histories as h using (source, ticket_id)
left join (
  select a.ticket_key, a.priority
  from intermediate.asked_priorities as a
  left join intermediate.default_priorities as d on d.source = a.source and d.channel is not distinct from a.channel
  where d.priority is distinct from a.priority
) as a using (ticket_key)
left join intermediate.critical_tickets as c using (ticket_key)
left join given as g using (ticket_key)
left join moved as m using (ticket_key)
