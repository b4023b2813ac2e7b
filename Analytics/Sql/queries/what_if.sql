-- One row per client, promise kind (response, resolve) and priority (null: all together): the promises of its last $months months as they are (warehouse was) and under the proposal (this one).
-- Months of creation up to $month. *_ratio = met / (met + breached), 0..1, with Wilson 95 % intervals; lost_count: met as it is, late under the proposal; won_count the other way round.
with was as (
  select t.source, t.ticket_id, t.provider, t.client, t.month, t.priority, o.promise_kind, o.promise, o.outcome
  from was.intermediate.outcomes as o
  join was.intermediate.tickets as t using (ticket_key)
  where t.client is not null and t.is_counted and o.promise_kind <> 'start'
),
proposed as (
  select t.source, t.ticket_id, t.provider, t.client, t.month, t.priority, o.promise_kind, o.promise, o.outcome
  from intermediate.outcomes as o
  join intermediate.tickets as t using (ticket_key)
  where t.client is not null and t.is_counted and o.promise_kind <> 'start'
),
together as (
  select provider, client, promise_kind, coalesce(w.priority, p.priority) as priority, w.promise as was_promise, w.outcome as was_outcome, p.promise as proposed_promise, p.outcome as proposed_outcome
  from was as w
  full join proposed as p using (source, ticket_id, provider, client, month, promise_kind)
  where month > $month::date - to_months($months::integer) and month <= $month::date and client = coalesce($client, client)
)
select client, promise_kind, priority, grouping(priority) = 1 as is_all_priorities,
  case when count(distinct was_promise) = 1 then any_value(was_promise) end as was_promise,
  count(*) filter (was_outcome in ('met', 'breached')) as was_decided_count, count(*) filter (was_outcome = 'met') as was_met_count,
  was_met_count / nullif(was_decided_count, 0)::double as was_ratio,
  computed.wilson_low(was_met_count, was_decided_count) as was_low, computed.wilson_high(was_met_count, was_decided_count) as was_high,
  case when count(distinct proposed_promise) = 1 then any_value(proposed_promise) end as proposed_promise,
  count(*) filter (proposed_outcome in ('met', 'breached')) as proposed_decided_count, count(*) filter (proposed_outcome = 'met') as proposed_met_count,
  proposed_met_count / nullif(proposed_decided_count, 0)::double as proposed_ratio,
  computed.wilson_low(proposed_met_count, proposed_decided_count) as proposed_low, computed.wilson_high(proposed_met_count, proposed_decided_count) as proposed_high,
  count(*) filter (was_outcome = 'met' and proposed_outcome = 'breached') as lost_count,
  count(*) filter (was_outcome = 'breached' and proposed_outcome = 'met') as won_count
from together
group by grouping sets ((provider, client, promise_kind), (provider, client, promise_kind, priority))
having is_all_priorities or priority is not null
order by client, promise_kind, is_all_priorities desc, priority
