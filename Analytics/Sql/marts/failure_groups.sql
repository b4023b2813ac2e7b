-- One row per failure group: tickets of one client judged the same failure. title: the subject of its latest ticket, as written.
-- episode_count: its own; upstream_count: those that other clients had at the same time, in no other figure. repeats_*d: of its own, those that started within that many days of the end of the one before. is_chronic: chronic_episodes or more within chronic_days.
-- asset: the device, where its tickets name one only. category, requester: where all name the same; as first written. evidence: asset, requester or text: what most of its links rest on besides words.
with tickets as (
  select provider, client, failure_group_id, arg_max(subject, ticket_number) as title,
    case when count(distinct lower(trim(asset))) = 1 then arg_min(asset, ticket_number) end as asset,
    case when count(distinct lower(trim(category))) = 1 then arg_min(category, ticket_number) end as category,
    case when count(distinct lower(trim(requester))) = 1 then arg_min(requester, ticket_number) end as requester, count(*) as ticket_count,
    count(*) filter (tier = 'A') as tier_a_count, count(*) filter (tier = 'B') as tier_b_count, count(*) filter (tier = 'C') as tier_c_count
  from intermediate.episodes
  group by provider, client, failure_group_id
),
episodes as (
  select failure_group_id, count(*) filter (not is_upstream) as episode_count, count(*) filter (is_upstream) as upstream_count, min(started_at) as first_at, max(started_at) as last_at,
    count(*) filter (days_since_previous <= 7) as repeats_7d,
    count(*) filter (days_since_previous <= 30) as repeats_30d,
    count(*) filter (days_since_previous <= 90) as repeats_90d,
    bool_or(is_chronic) as is_chronic
  from intermediate.failure_episodes
  group by failure_group_id
)
select t.provider, t.client, t.failure_group_id, t.title, t.asset, t.category, t.requester, t.ticket_count,
  e.episode_count, e.upstream_count, e.first_at, e.last_at, e.repeats_7d, e.repeats_30d, e.repeats_90d, e.is_chronic,
  case when t.asset is not null and t.tier_b_count > 0 then 'asset' when t.requester is not null and t.tier_c_count > 0 then 'requester' else 'text' end as evidence,
  t.tier_a_count, t.tier_b_count, t.tier_c_count
from tickets as t
join episodes as e using (failure_group_id)
