-- One row per row of intermediate.failure_presences: the group's episodes up to then, and who reported those of the trailing months. Stored as a table.
-- Columns as in marts.failure_months.
with episodes_of_month as (
  select e.failure_group_id, e.month, count(*) filter (not e.is_upstream) as episode_count, count(*) filter (e.is_upstream) as upstream_count,
    min(e.started_at) as first_at, max(e.started_at) as last_at, max(e.started_at) filter (e.days_since_previous is not null) as last_return_at,
    count(*) filter (e.days_since_previous <= 7) as repeats_7d, count(*) filter (e.days_since_previous <= 30) as repeats_30d, count(*) filter (e.days_since_previous <= 90) as repeats_90d,
    bool_or(e.is_chronic) as is_chronic, count(l.lost_low_seconds) filter (not e.is_upstream) as measured_count,
    sum(l.lost_low_seconds) filter (not e.is_upstream) as lost_low_seconds, sum(l.lost_high_seconds) filter (not e.is_upstream) as lost_high_seconds
  from intermediate.failure_episodes as e
  join intermediate.client_ends as d using (provider, client)
  left join intermediate.lost_work as l on l.failure_group_id = e.failure_group_id and l.episode_number = e.episode_number
  where e.started_at < d.end_at
  group by all
),
episodes as (
  select p.provider, p.client, p.month, p.failure_group_id,
    sum(e.episode_count)::bigint as episode_count, sum(e.upstream_count)::bigint as upstream_count, min(e.first_at) as first_at, max(e.last_at) as last_at,
    sum(e.repeats_7d)::bigint as repeats_7d, sum(e.repeats_30d)::bigint as repeats_30d, sum(e.repeats_90d)::bigint as repeats_90d,
    bool_or(e.is_chronic) as is_chronic, coalesce(sum(e.episode_count) filter (e.month = p.month), 0)::bigint as month_count,
    epoch(any_value(p.until_at) - max(e.last_return_at)) / 86400.0 as days_since_last_fix_failed,
    coalesce(sum(e.episode_count) filter (e.month >= p.first_month), 0)::bigint as trailing_count,
    coalesce(sum(e.measured_count) filter (e.month >= p.first_month), 0)::bigint as measured_count,
    sum(e.lost_low_seconds) filter (e.month >= p.first_month)::bigint as lost_low_seconds,
    sum(e.lost_high_seconds) filter (e.month >= p.first_month)::bigint as lost_high_seconds
  from intermediate.failure_presences as p
  join episodes_of_month as e on e.failure_group_id = p.failure_group_id and e.month <= p.month
  group by all
),
people as (
  select p.provider, p.client, p.month, p.failure_group_id, count(distinct h.person) as person_count
  from intermediate.failure_presences as p
  join intermediate.failure_episodes as e on e.failure_group_id = p.failure_group_id and e.month between p.first_month and p.month and not e.is_upstream
  join intermediate.episode_people as h on h.failure_group_id = e.failure_group_id and h.episode_number = e.episode_number
  where h.reported_at < p.until_at
  group by all
)
select e.*, coalesce(h.person_count, 0) as person_count
from episodes as e
left join people as h using (provider, client, month, failure_group_id)
