-- One row per client, month and age: counted tickets open at the month's end (for the last month, at the end of the data), by how long they had been open. Not for files that hold only tickets that ended.
-- age: day (up to 24 h), week (up to 7 days), month (up to 30 days), quarter (up to 90 days), older. median_open_seconds, oldest_open_seconds: of the row's tickets, wall time.
-- DECISIONS.md, "Backlog and growth".
select provider, client, month, age, count(*) as open_count, round(median(open_seconds))::bigint as median_open_seconds, max(open_seconds) as oldest_open_seconds
from (
  select m.provider, m.client, m.month, epoch(least(m.month_end_at, t.cutoff_at) - t.created_at)::bigint as open_seconds,
    case when open_seconds <= 86400 then 'day' when open_seconds <= 7 * 86400 then 'week' when open_seconds <= 30 * 86400 then 'month' when open_seconds <= 90 * 86400 then 'quarter' else 'older' end as age
  from intermediate.months as m
  join intermediate.client_selections as l on l.client = m.client and l.provider = m.provider and not l.is_survivors_only
  join intermediate.tickets as t
    on t.client = m.client and t.provider = m.provider and t.is_counted and t.month <= m.month
    and (not t.is_ended or t.ended_month > m.month)
)
group by all
