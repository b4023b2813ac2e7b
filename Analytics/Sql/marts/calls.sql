-- One row per client (null: unassigned), month and kind of call log (pbx, handset, bill). in_count: calls incoming in that log.
-- answered_count, answered_ratio: of the incoming calls whose log says whether they were answered; null for a bill, which lists answered calls only: reachability cannot be measured from it.
-- median_ring_seconds: of incoming calls, in whole seconds.
select provider, client, month, log_kind,
  count(*) as call_count,
  count(*) filter (direction = 'in') as in_count,
  case when log_kind <> 'bill' then count(*) filter (direction = 'in' and is_answered) end as answered_count,
  case when log_kind <> 'bill' then count(*) filter (direction = 'in' and is_answered) / nullif(count(is_answered) filter (direction = 'in'), 0)::double end as answered_ratio,
  round(median(ring_seconds) filter (direction = 'in'))::bigint as median_ring_seconds
from intermediate.calls
group by provider, client, month, log_kind
