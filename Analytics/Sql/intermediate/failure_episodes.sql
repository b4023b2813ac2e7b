-- One row per episode of a failure group: a failure happening once. Stored as a table.
-- days_since_previous: from the end of the group's previous episode to the start of this one, null for the first.
-- is_chronic: with this episode the failure had happened chronic_episodes times within chronic_days.
-- is_repeat_30d: it came back within repeat_days of being resolved. month: of its start, in the client's zone.
with episodes as (
  select provider, client, failure_group_id, episode_number, min(created_at) as started_at, max(finished_at) as finished_at,
    arg_min(month, created_at) as month, count(*) as ticket_count, count(distinct requester) as requester_count
  from intermediate.episodes
  group by all
)
select e.*,
  epoch(started_at - previous_finished_at) / 86400.0 as days_since_previous,
  coalesce(started_at - previous_finished_at <= to_days(s.repeat_days), false) as is_repeat_30d,
  coalesce(started_at - lag(started_at, s.chronic_episodes - 1) over (partition by failure_group_id order by episode_number) <= to_days(s.chronic_days), false) as is_chronic
from (
  select *, lag(finished_at) over (partition by failure_group_id order by episode_number) as previous_finished_at from episodes
) as e
cross join reference.settings as s
