-- One row per row of intermediate.failure_presences: the group's tickets up to then. Stored as a table.
-- title: the subject of the newest. asset, category, requester: where all that state one state the same, as first written. recent_count: of the last chronic_days; client_recent_count: of all groups of the client.
with tickets_of_month as (
  select t.failure_group_id, t.month, max(t.ticket_number) as last_number,
    min(t.ticket_number) filter (t.asset is not null) as asset_number,
    min(hash(lower(trim(t.asset)))) filter (t.asset is not null) as low_asset, max(hash(lower(trim(t.asset)))) filter (t.asset is not null) as high_asset,
    min(t.ticket_number) filter (t.category is not null) as category_number,
    min(hash(lower(trim(t.category)))) filter (t.category is not null) as low_category, max(hash(lower(trim(t.category)))) filter (t.category is not null) as high_category,
    min(t.ticket_number) filter (t.requester is not null) as requester_number,
    min(hash(lower(trim(t.requester)))) filter (t.requester is not null) as low_requester, max(hash(lower(trim(t.requester)))) filter (t.requester is not null) as high_requester,
    count(*) as ticket_count, count(*) filter (t.tier = 'A') as tier_a_count, count(*) filter (t.tier = 'B') as tier_b_count, count(*) filter (t.tier = 'C') as tier_c_count
  from intermediate.episodes as t
  join intermediate.client_ends as e using (provider, client)
  where t.created_at < e.end_at
  group by all
),
counted as (
  select p.provider, p.client, p.month, p.failure_group_id, max(t.last_number) as last_number,
    case when min(t.low_asset) = max(t.high_asset) then min(t.asset_number) end as asset_number,
    case when min(t.low_category) = max(t.high_category) then min(t.category_number) end as category_number,
    case when min(t.low_requester) = max(t.high_requester) then min(t.requester_number) end as requester_number, sum(t.ticket_count)::bigint as ticket_count,
    sum(t.tier_a_count)::bigint as tier_a_count, sum(t.tier_b_count)::bigint as tier_b_count, sum(t.tier_c_count)::bigint as tier_c_count
  from intermediate.failure_presences as p
  join tickets_of_month as t on t.failure_group_id = p.failure_group_id and t.month <= p.month
  group by all
),
recent as (
  select p.client, p.provider, p.month, p.failure_group_id, count(*) as recent_count
  from intermediate.failure_presences as p
  cross join reference.settings as s
  join intermediate.episodes as t on t.failure_group_id = p.failure_group_id and t.created_at > p.until_at - to_days(s.chronic_days) and t.created_at < p.until_at
  group by all
)
select c.* exclude (last_number, asset_number, category_number, requester_number), l.subject as title, a.asset, k.category, r.requester,
  n.recent_count, sum(n.recent_count) over (partition by c.provider, c.client, c.month)::bigint as client_recent_count
from counted as c
join intermediate.episodes as l on l.failure_group_id = c.failure_group_id and l.ticket_number = c.last_number
left join intermediate.episodes as a on a.failure_group_id = c.failure_group_id and a.ticket_number = c.asset_number
left join intermediate.episodes as k on k.failure_group_id = c.failure_group_id and k.ticket_number = c.category_number
left join intermediate.episodes as r on r.failure_group_id = c.failure_group_id and r.ticket_number = c.requester_number
left join recent as n on n.month = c.month and n.failure_group_id = c.failure_group_id
