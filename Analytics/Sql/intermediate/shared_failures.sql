-- One row per ticket of a failure that many have: the same words on several devices of a client (scope fleet), or of several clients at once (upstream). Stored as a table.
-- shared_id derives from the ticket that leads. Only patterns are here: fleet_assets devices within fleet_days, or upstream_clients clients within upstream_minutes.
with members as (
  select scope, leader_key, ticket_key from computed.shared_failures
  union
  select scope, leader_key, leader_key from computed.shared_failures
),
placed as (
  select m.scope, m.leader_key, f.*
  from members as m
  join intermediate.failure_tickets as f using (ticket_key)
),
firsts as (
  select scope, leader_key, case scope when 'fleet' then lower(trim(asset)) else client end as place, min(created_at) as first_at
  from placed
  group by all
),
patterns as (
  select scope, leader_key
  from (
    select f.scope, f.leader_key, f.first_at,
      lead(f.first_at, case f.scope when 'fleet' then s.fleet_assets else s.upstream_clients end - 1) over (partition by f.scope, f.leader_key order by f.first_at) as enough_at,
      case f.scope when 'fleet' then to_days(s.fleet_days) else to_minutes(s.upstream_minutes) end as within
    from firsts as f
    cross join reference.settings as s
  )
  group by all
  having bool_or(enough_at - first_at <= within)
)
select p.scope, case p.scope when 'fleet' then 'P' else 'U' end || upper(substr(md5(l.source || chr(31) || l.ticket_id), 1, 15)) as shared_id, p.* exclude (scope, leader_key)
from placed as p
join patterns using (scope, leader_key)
join computed.ticket_keys as l on l.ticket_key = p.leader_key
