-- One row per client, month, span (month; trailing: the trailing_months ending with it) and rung of the response ladder (automatic, touched, human, substantive):
-- counted tickets with a response promise, by how it went if that rung kept it. DECISIONS.md, "Response ladder".
with outcomes as (
  select t.provider, t.client, t.month, r.rung,
    case when o.is_waiting then 'running' else computed.outcome_at(
      case r.rung when 'automatic' then g.automatic_at when 'touched' then g.touched_at when 'human' then g.human_at else g.substantive_at end,
      case r.rung when 'automatic' then g.is_automatic_measurable when 'touched' then g.is_touched_measurable when 'human' then g.is_human_measurable else g.is_substantive_measurable end,
      o.due_at, t.created_at, t.is_ended, t.ended_at, t.cutoff_at, t.as_of_at) end as outcome
  from intermediate.tickets as t
  join intermediate.outcomes as o on o.ticket_key = t.ticket_key and o.promise_kind = 'response'
  join intermediate.rungs as g on g.ticket_key = t.ticket_key
  cross join (select unnest(['automatic', 'touched', 'human', 'substantive']) as rung) as r
  where t.client is not null and t.is_counted
),
months as (
  select provider, client, month, rung,
    count(*) as promised_count,
    count(*) filter (outcome = 'met') as met_count,
    count(*) filter (outcome = 'breached') as breached_count,
    count(*) filter (outcome = 'running') as running_count,
    count(*) filter (outcome = 'unknown') as unknown_count
  from outcomes
  group by all
)
select provider, client, month, 'month' as span, rung, promised_count, met_count, breached_count, running_count, unknown_count
from months
union all
select m.provider, m.client, m.month, 'trailing', c.rung,
  sum(promised_count)::bigint, sum(met_count)::bigint, sum(breached_count)::bigint, sum(running_count)::bigint, sum(unknown_count)::bigint
from intermediate.months as m
cross join reference.settings as s
join months as c on c.client = m.client and c.provider = m.provider and c.month between m.month - to_months(s.trailing_months - 1) and m.month
group by m.provider, m.client, m.month, c.rung
