-- One row per client, month, clock and ladder threshold: counted tickets of the month, and those answered within the threshold.
-- Only tickets whose export carries response times; unanswered ones stay in ticket_count. undecided_count: of them those that have not waited that long yet, or ended before with no recorded answer.
select t.provider, t.client, t.month, c.clock, l.threshold_seconds,
  count(*) as ticket_count,
  count(*) filter (d.is_done and case c.clock when 'client' then d.client_seconds else d.contract_seconds end <= l.threshold_seconds) as answered_count,
  count(*) filter (not d.is_done and least(
    case c.clock when 'client' then d.client_seconds else d.contract_seconds end,
    case when t.is_ended then epoch(t.ended_at - t.created_at)::bigint end) <= l.threshold_seconds) as undecided_count
from intermediate.durations as d
join intermediate.tickets as t using (ticket_key)
cross join (select unnest(['client', 'contract']) as clock) as c
cross join reference.ladder as l
where t.client is not null and t.is_counted and d.measure = 'response' and d.is_measurable
  and (c.clock = 'client' or d.contract_seconds is not null)
group by all
