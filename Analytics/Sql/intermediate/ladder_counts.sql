-- One row per client, month, clock (client, client_open, contract) and ladder threshold: counted tickets of the month, and those answered within the threshold.
-- Only tickets whose export carries response times; unanswered ones stay in ticket_count. undecided_count: of them those that have not waited that long yet, or ended before with no recorded answer.
with waits as (
  select t.provider, t.client, t.month, c.clock, d.is_done,
    computed.clock_seconds(c.clock, d.client_seconds, d.client_open_seconds, d.contract_seconds) as seconds,
    case when t.is_ended then epoch(t.ended_at - t.created_at)::bigint end as ended_seconds
  from intermediate.durations as d
  join intermediate.tickets as t using (ticket_key)
  cross join (select unnest(['client', 'client_open', 'contract']) as clock) as c
  where t.client is not null and t.is_counted and d.measure = 'response' and d.is_measurable
)
select w.provider, w.client, w.month, w.clock, l.threshold_seconds,
  count(*) as ticket_count,
  count(*) filter (w.is_done and w.seconds <= l.threshold_seconds) as answered_count,
  count(*) filter (not w.is_done and least(w.seconds, w.ended_seconds) <= l.threshold_seconds) as undecided_count
from waits as w
cross join reference.ladder as l
where w.clock = 'client' or w.seconds is not null
group by all
