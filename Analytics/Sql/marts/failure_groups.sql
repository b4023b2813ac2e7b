-- One row per failure group: tickets of one client judged the same failure. title: the subject of its latest ticket, as written.
-- repeats_*d: episodes that started within that many days of the end of the one before. is_chronic: chronic_episodes or more within chronic_days.
-- evidence: asset (same device and category) or requester (same person and category).
with tickets as (
  select provider, client, failure_group_id, any_value(evidence) as evidence, arg_max(subject, created_at) as title,
    any_value(asset) as asset, any_value(category) as category,
    case when any_value(evidence) = 'requester' then any_value(requester) end as requester, count(*) as ticket_count
  from intermediate.episodes
  group by provider, client, failure_group_id
),
episodes as (
  select failure_group_id, count(*) as episode_count, min(started_at) as first_at, max(started_at) as last_at,
    count(*) filter (days_since_previous <= 7) as repeats_7d,
    count(*) filter (days_since_previous <= 30) as repeats_30d,
    count(*) filter (days_since_previous <= 90) as repeats_90d,
    bool_or(is_chronic) as is_chronic
  from intermediate.failure_episodes
  group by failure_group_id
)
select t.provider, t.client, t.failure_group_id, t.title, t.asset, t.category, t.requester, t.ticket_count,
  e.episode_count, e.first_at, e.last_at, e.repeats_7d, e.repeats_30d, e.repeats_90d, e.is_chronic, t.evidence
from tickets as t
join episodes as e using (failure_group_id)
