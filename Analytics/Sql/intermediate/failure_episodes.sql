-- One row per episode of a failure group: a failure happening once. Stored as a table.
-- days_since_previous: from the end of the group's previous episode (upstream ones left out) to the start of this one; null for the first, and for upstream ones.
-- is_chronic: with this episode the failure had happened chronic_episodes times within chronic_days.
-- is_repeat_30d: it came back within repeat_days of being resolved. month: of its start, in the client's zone.
-- person_count: who reported it, machines left out. is_mass: mass_people of them within mass_minutes (of a client of few users one in ten, at least two).
-- is_upstream: other clients had it at the same time; it is nobody's own failure, no repeat and not chronic. priority: the most urgent of its tickets.
with people as (
  select failure_group_id, episode_number, count(*) as person_count, max(within) as people_within
  from (
    select p.*, count(*) over (partition by p.failure_group_id, p.episode_number order by p.reported_at range between to_minutes(s.mass_minutes) preceding and current row) as within
    from intermediate.episode_people as p
    cross join reference.settings as s
  )
  group by all
),
upstream as (
  select distinct e.failure_group_id, e.episode_number
  from intermediate.episodes as e
  where e.ticket_key in (select ticket_key from intermediate.shared_failures where scope = 'upstream')
),
episodes as (
  select e.provider, e.client, e.failure_group_id, e.episode_number, min(e.created_at) as started_at, max(e.finished_at) as finished_at,
    arg_min(e.month, e.created_at) as month, count(*) as ticket_count, min(t.priority) as priority
  from intermediate.episodes as e
  join intermediate.tickets as t using (ticket_key)
  group by all
)
select e.* exclude (is_upstream, previous_finished_at),
  coalesce(p.person_count, 0) as person_count,
  coalesce(p.people_within >= least(s.mass_people, greatest(2, ceil(0.1 * coalesce(c.users, 10 * s.mass_people)))), false) as is_mass,
  e.is_upstream,
  case when not is_upstream then epoch(started_at - previous_finished_at) / 86400.0 end as days_since_previous,
  not is_upstream and coalesce(started_at - previous_finished_at <= to_days(s.repeat_days), false) as is_repeat_30d,
  not is_upstream and coalesce(started_at - lag(started_at, s.chronic_episodes - 1) over (partition by e.failure_group_id, is_upstream order by e.episode_number) <= to_days(s.chronic_days), false) as is_chronic
from (
  select e.*, u.failure_group_id is not null as is_upstream,
    lag(finished_at) over (partition by e.failure_group_id, is_upstream order by e.episode_number) as previous_finished_at
  from episodes as e
  left join upstream as u using (failure_group_id, episode_number)
) as e
cross join reference.settings as s
left join people as p using (failure_group_id, episode_number)
left join intermediate.client_sizes as c on c.provider = e.provider and c.client = e.client and c.month = e.month
