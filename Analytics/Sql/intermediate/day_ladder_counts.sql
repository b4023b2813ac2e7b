-- One row per client, month, clock and threshold in business days: counted tickets of the month, and those answered by the end of that business day. Stored as a table.
-- Only tickets whose export carries response times; unanswered ones stay in ticket_count.
select t.provider, t.client, t.month, b.clock, l.business_days,
  count(*) as ticket_count, count(*) filter (b.business_days <= l.business_days) as answered_count
from intermediate.business_day_spans as b
join intermediate.tickets as t using (ticket_key)
cross join reference.day_ladder as l
group by all
