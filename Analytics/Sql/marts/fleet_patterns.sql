-- One row per fleet pattern: the same words on fleet_assets devices or more of one client within fleet_days: the model, the update or the supplier, not the device. DECISIONS.md, "Failures that many have".
-- title: the subject of its latest ticket, as written. assets: up to ten of its devices, as written.
select provider, client, shared_id as fleet_pattern_id, arg_max(subject, (created_at, source, ticket_id)) as title,
  case when count(distinct lower(trim(category))) = 1 then any_value(category) end as category,
  count(distinct lower(trim(asset))) as asset_count, count(distinct computed.person_key(requester, requester_mail)) as person_count, count(*) as ticket_count,
  min(created_at) as first_at, max(created_at) as last_at, array_to_string(list_sort(list(distinct asset))[:10], ', ') as assets
from intermediate.shared_failures
where scope = 'fleet'
group by provider, client, shared_id
