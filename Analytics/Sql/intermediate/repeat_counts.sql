-- One row per client and month of intermediate.months: failure episodes that started (those that other clients had at the same time are nobody's own), and how many were repeats; the same over trailing_months. Stored as a table.
-- Null where no ticket of the client reports a failure.
with counted as (
  select provider, client, month, count(*) as episode_count, count(*) filter (is_repeat_30d) as repeat_30d_count,
    count(*) filter (days_since_previous <= 7) as repeat_7d_count, count(*) filter (days_since_previous <= 90) as repeat_90d_count
  from intermediate.failure_episodes
  where not is_upstream
  group by all
),
matchable as (select distinct provider, client from intermediate.failure_episodes)
select m.provider, m.client, m.month,
  sum(case when c.month = m.month then c.episode_count else 0 end)::bigint as episode_count,
  sum(case when c.month = m.month then c.repeat_30d_count else 0 end)::bigint as repeat_30d_count,
  sum(case when c.month = m.month then c.repeat_7d_count else 0 end)::bigint as repeat_7d_count,
  sum(case when c.month = m.month then c.repeat_90d_count else 0 end)::bigint as repeat_90d_count,
  sum(coalesce(c.episode_count, 0))::bigint as trailing_episode_count,
  sum(coalesce(c.repeat_30d_count, 0))::bigint as trailing_repeat_30d_count,
  sum(coalesce(c.repeat_7d_count, 0))::bigint as trailing_repeat_7d_count,
  sum(coalesce(c.repeat_90d_count, 0))::bigint as trailing_repeat_90d_count
from intermediate.months as m
join matchable as k on k.client = m.client and k.provider = m.provider
cross join reference.settings as s
left join counted as c
  on c.client = m.client and c.provider = m.provider and c.month between m.month - to_months(s.trailing_months - 1) and m.month
group by m.provider, m.client, m.month
