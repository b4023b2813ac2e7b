-- One row per value of a ticket that a later export rewrote: created_at, responded_at, resolved_at, priority or client. "Changed after the fact." Stored as a table.
-- old_value, new_value: text (instants ISO, UTC); new_value null: cleared. A first filling is no revision. earlier_at, later_at: the export moment of the two files, else their newest instant.
-- kind: rewritten; reopened (the solution moved because the ticket came back); in_progress (a priority changed while the ticket was open).
-- is_after_end: the earlier export already showed the ticket as ended. direction: earlier, later, cleared, more_urgent, less_urgent, changed.
-- moves_outcome: met with one of the two values and late with the other, by the promise as it is due today; null where that cannot be told. See DECISIONS.md, "Changed after the fact".
with several as (
  select source, ticket_id from raw.tickets group by all having count(*) > 1
),
versions as (
  select t.source, t.ticket_id, l.file, coalesce(l.exported_at, l.data_end_at) as moment_at,
    row_number() over (
      partition by t.source, t.ticket_id
      order by coalesce(t.updated_at, l.exported_at, l.data_end_at), l.data_end_at, t.load_id, t.line) as version_number,
    coalesce(t.state, w.value) as state, coalesce(t.reopen_count, 0) as reopen_count,
    t.created_at, t.responded_at, t.resolved_at, coalesce(t.priority, try_cast(p.value as smallint)) as priority, coalesce(a.client, nullif(trim(t.client_text), '')) as client,
    coalesce(coalesce(t.state, w.value) in ('resolved', 'closed', 'merged', 'deleted'), false) or coalesce(t.resolved_at, t.closed_at) is not null as is_ended
  from raw.tickets as t
  join several using (source, ticket_id)
  join raw.loads as l using (load_id)
  left join reference.vocabulary as p on p.source = t.source and p.field = 'priority' and t.priority is null and p.word_key = lower(trim(t.priority_text))
  left join reference.vocabulary as w on w.source = t.source and w.field = 'state' and t.state is null and w.word_key = lower(trim(t.state_text))
  left join reference.aliases as a on a.source = t.source and a.name_key = lower(trim(t.client_text))
),
pairs as (
  select o.source, o.ticket_id, o.file as earlier_file, o.moment_at as earlier_at, n.file as later_file, n.moment_at as later_at, o.is_ended as is_after_end,
    n.state in ('new', 'open', 'pending', 'hold') or n.reopen_count > o.reopen_count as is_reopened,
    o.responded_at as old_responded_at, n.responded_at as new_responded_at, o.resolved_at as old_resolved_at, n.resolved_at as new_resolved_at,
    unnest([
      {'field': 'created_at', 'old_value': strftime(o.created_at, '%Y-%m-%dT%H:%M:%SZ'), 'new_value': strftime(n.created_at, '%Y-%m-%dT%H:%M:%SZ')},
      {'field': 'responded_at', 'old_value': strftime(o.responded_at, '%Y-%m-%dT%H:%M:%SZ'), 'new_value': strftime(n.responded_at, '%Y-%m-%dT%H:%M:%SZ')},
      {'field': 'resolved_at', 'old_value': strftime(o.resolved_at, '%Y-%m-%dT%H:%M:%SZ'), 'new_value': strftime(n.resolved_at, '%Y-%m-%dT%H:%M:%SZ')},
      {'field': 'priority', 'old_value': o.priority::varchar, 'new_value': n.priority::varchar},
      {'field': 'client', 'old_value': o.client, 'new_value': n.client}
    ], recursive := true)
  from versions as o
  join versions as n on n.source = o.source and n.ticket_id = o.ticket_id and n.version_number = o.version_number + 1
),
rewrites as (
  select *,
    case
      when new_value is null then 'cleared'
      when field = 'client' then 'changed'
      when field = 'priority' then case when new_value < old_value then 'more_urgent' else 'less_urgent' end
      when new_value < old_value then 'earlier'
      else 'later'
    end as direction
  from pairs
  where old_value is not null and new_value is distinct from old_value
)
select
  t.provider, t.client, t.month, r.source, r.ticket_id, r.field,
  case
    when r.field = 'resolved_at' and coalesce(r.is_reopened, false) then 'reopened'
    when r.field = 'priority' and not r.is_after_end then 'in_progress'
    else 'rewritten'
  end as kind,
  r.old_value, r.new_value, r.direction, r.earlier_file, r.earlier_at, r.later_file, r.later_at, r.is_after_end,
  case r.field
    when 'responded_at' then (r.old_responded_at <= a.due_at) <> (coalesce(r.new_responded_at, timestamp 'infinity') <= a.due_at)
    when 'resolved_at' then (r.old_resolved_at <= e.due_at) <> (coalesce(r.new_resolved_at, timestamp 'infinity') <= e.due_at)
  end as moves_outcome
from rewrites as r
join intermediate.tickets as t using (source, ticket_id)
left join intermediate.outcomes as a on a.ticket_key = t.ticket_key and a.promise_kind = 'response'
left join intermediate.outcomes as e on e.ticket_key = t.ticket_key and e.promise_kind = 'resolve'
where r.later_at <= t.as_of_at
