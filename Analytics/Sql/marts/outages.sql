-- One row per outage of a client: one failure that many reported at once (scope client), or that several clients had at the same time (upstream: a carrier, a cloud service). Instants UTC.
-- It counts once as a failure; upstream ones count as nobody's own. client_count, all_ticket_count: over all clients that had it, for this provider; null within one client.
-- outage_id: of the failure group and episode, or of the upstream failure. lost_*_seconds: of all the people of this client's working time, as in marts.lost_work.
with upstream as (
  select provider, shared_id, count(distinct client) as client_count, count(*) as all_ticket_count from intermediate.shared_failures where scope = 'upstream' group by all
),
lost as (
  select s.provider, s.client, s.shared_id, sum(s.lost_low_seconds)::bigint as lost_low_seconds, sum(s.lost_high_seconds)::bigint as lost_high_seconds
  from (
    select distinct f.provider, f.client, f.shared_id, l.*
    from intermediate.shared_failures as f
    join intermediate.episodes as e using (ticket_key)
    join intermediate.lost_work as l using (failure_group_id, episode_number)
    where f.scope = 'upstream'
  ) as s
  group by all
),
subjects as (
  select failure_group_id, episode_number, arg_min(subject, (created_at, source, ticket_id)) as title from intermediate.episodes group by all
)
select e.provider, e.client, e.month, 'client' as scope, e.failure_group_id || '-' || e.episode_number as outage_id, b.title, e.started_at, e.finished_at,
  e.ticket_count, e.person_count, null::bigint as client_count, null::bigint as all_ticket_count, l.lost_low_seconds, l.lost_high_seconds
from intermediate.failure_episodes as e
join subjects as b using (failure_group_id, episode_number)
left join intermediate.lost_work as l using (failure_group_id, episode_number)
where e.is_mass and not e.is_upstream
union all
select f.provider, f.client, arg_min(f.month, f.created_at), 'upstream', f.shared_id, arg_min(f.subject, (f.created_at, f.source, f.ticket_id)), min(f.created_at), max(f.finished_at),
  count(*), count(distinct computed.person_key(f.requester, f.requester_mail)), any_value(u.client_count), any_value(u.all_ticket_count), any_value(l.lost_low_seconds), any_value(l.lost_high_seconds)
from intermediate.shared_failures as f
join upstream as u using (provider, shared_id)
left join lost as l on l.provider = f.provider and l.client = f.client and l.shared_id = f.shared_id
where f.scope = 'upstream'
group by f.provider, f.client, f.shared_id
