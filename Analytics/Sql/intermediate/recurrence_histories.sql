-- One row per system that fails (scope device: a device; failure: a failure group) and moment it is looked at from: the end of a month (of those by which it has had three events), and of every device
-- the end of the data (month null). Stored as a table.
-- ages: days from its beginning to each of its events, ascending; watched_days: to the moment. A device begins with its first ticket, a failure group with its first episode, which is no event of it.
-- What several clients had at once is no event. DECISIONS.md, "Trend of a failure".
with ends as (
  select provider, client, max(cutoff_at) as end_at from intermediate.tickets group by all
),
failures as (
  select provider, client, failure_group_id, min(started_at) as first_at, list(started_at order by started_at) as starts
  from intermediate.failure_episodes
  where not is_upstream
  group by all
  having count(*) > 3
),
systems as (
  select 'device' as scope, provider, client, asset_key as system_key, first_at, end_at,
    coalesce(list(event_at order by event_at) filter (event_at > first_at and event_at < end_at), []) as events
  from intermediate.device_events
  group by all
  union all
  select 'failure', f.provider, f.client, f.failure_group_id, f.first_at, e.end_at, list_filter(f.starts, x -> x > f.first_at and x < e.end_at)
  from failures as f
  join ends as e using (provider, client)
),
moments as (
  select *, null::date as month, end_at as until_at from systems where scope = 'device'
  union all
  select s.*, m.month, least(m.month_end_at, s.end_at)
  from systems as s
  join intermediate.months as m using (provider, client)
  where len(s.events) > 2 and s.events[3] < least(m.month_end_at, s.end_at)
)
select scope, provider, client, month, system_key, epoch(until_at - first_at) / 86400.0 as watched_days,
  list_transform(list_filter(events, x -> x < until_at), x -> epoch(x - first_at) / 86400.0) as ages
from moments
