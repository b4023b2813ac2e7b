-- One row per counted ticket on whose priority the two sides, or two moments, differ. Priorities 1 (most urgent) to 5; instants UTC.
-- priority_asked: asked_by client (it set it itself) or inferred (from critical_work; activity says which); null: not known. priority_assigned: at the first answer.
-- direction: lowered, raised: the final priority against the asked one (not known: the first in the history); restored: it came back to that.
-- lowered_at, raised_at: the first change to a less, to a more urgent one; lowered_by, raised_by: who made it, by name where the lists give the history's agent one, else as written.
-- *_outcome under the final priority, *_outcome_asked, *_outcome_highest as if the promise for that one held; null: not promised, or that priority not known.
-- is_met_only_lowered: met (response, *_resolve_*: resolve) under a final priority less urgent than the one the client set (not known: than the highest it had), which was breached.
-- is_before_breach: made less urgent within before_breach_seconds before it fell due under the priority it had, and not done by then. See DECISIONS.md, "Asked, assigned, final".
with judged as (
  select
    p.*, coalesce(p.priority_asked, p.priority_first) as priority_before,
    case p.asked_by when 'client' then p.priority_asked else p.priority_highest end as priority_earned
  from intermediate.priorities as p
),
hurried as (
  select c.ticket_key, bool_or(o.promise_kind = 'response') as is_before_breach, bool_or(o.promise_kind = 'resolve') as is_before_resolve_breach
  from intermediate.priority_changes as c
  cross join reference.settings as s
  join intermediate.priority_outcomes as o on o.ticket_key = c.ticket_key and o.priority = c.priority_before
  where c.priority_after > c.priority_before and o.outcome = 'breached'
    and c.changed_at <= o.due_at and c.changed_at >= o.due_at - to_seconds(s.before_breach_seconds)
  group by c.ticket_key
)
select
  t.provider, t.client, t.month, t.source, t.ticket_id, t.number, t.subject, t.requester, t.agent, t.created_at,
  j.priority_asked, j.asked_by, j.activity, j.priority_assigned, j.priority_final, j.priority_highest,
  case when j.priority_final > j.priority_before then 'lowered' when j.priority_final < j.priority_before then 'raised' else 'restored' end as direction,
  j.lowered_at, coalesce(ln.agent, j.lowered_by) as lowered_by, j.raised_at, coalesce(rn.agent, j.raised_by) as raised_by,
  coalesce(h.is_before_breach, false) as is_before_breach, coalesce(h.is_before_resolve_breach, false) as is_before_resolve_breach,
  rf.outcome as response_outcome, ra.outcome as response_outcome_asked, rh.outcome as response_outcome_highest,
  rf.due_at as response_due_at, ra.due_at as response_asked_due_at,
  sf.outcome as resolve_outcome, sa.outcome as resolve_outcome_asked, sh.outcome as resolve_outcome_highest,
  coalesce(j.priority_final > j.priority_earned and rf.outcome = 'met' and re.outcome = 'breached', false) as is_met_only_lowered,
  coalesce(j.priority_final > j.priority_earned and sf.outcome = 'met' and se.outcome = 'breached', false) as is_resolve_met_only_lowered
from judged as j
join intermediate.tickets as t using (ticket_key)
left join hurried as h using (ticket_key)
left join intermediate.agent_names as ln on ln.source = t.source and ln.id_key = lower(trim(j.lowered_by))
left join intermediate.agent_names as rn on rn.source = t.source and rn.id_key = lower(trim(j.raised_by))
left join intermediate.priority_outcomes as rf on rf.ticket_key = j.ticket_key and rf.promise_kind = 'response' and rf.priority = j.priority_final
left join intermediate.priority_outcomes as ra on ra.ticket_key = j.ticket_key and ra.promise_kind = 'response' and ra.priority = j.priority_asked
left join intermediate.priority_outcomes as rh on rh.ticket_key = j.ticket_key and rh.promise_kind = 'response' and rh.priority = j.priority_highest
left join intermediate.priority_outcomes as re on re.ticket_key = j.ticket_key and re.promise_kind = 'response' and re.priority = j.priority_earned
left join intermediate.priority_outcomes as sf on sf.ticket_key = j.ticket_key and sf.promise_kind = 'resolve' and sf.priority = j.priority_final
left join intermediate.priority_outcomes as sa on sa.ticket_key = j.ticket_key and sa.promise_kind = 'resolve' and sa.priority = j.priority_asked
left join intermediate.priority_outcomes as sh on sh.ticket_key = j.ticket_key and sh.promise_kind = 'resolve' and sh.priority = j.priority_highest
left join intermediate.priority_outcomes as se on se.ticket_key = j.ticket_key and se.promise_kind = 'resolve' and se.priority = j.priority_earned
where t.client is not null and t.is_counted and j.priority_before is not null and j.priority_final is not null
  and case j.asked_by
    when 'inferred' then j.priority_final > j.priority_asked
    else j.priority_final <> j.priority_before or j.priority_assigned <> j.priority_before or j.priority_highest < j.priority_final
  end
