-- One row per ticket of a failure group, with its group and episode. Stored as a table.
-- Tickets of a group that overlap (with episode_grace_hours between them) are one episode: one failure, however many reported it.
-- failure_group_id derives from the group's first ticket, so later tickets never rename it.
with ordered as (
  select f.*, max(finished_at) over (
    partition by group_key order by created_at, source, ticket_id rows between unbounded preceding and 1 preceding) as finished_before
  from intermediate.failures as f
),
numbered as (
  select o.*,
    sum(case when finished_before is null or created_at > finished_before + to_hours(s.episode_grace_hours) then 1 else 0 end)
      over (partition by group_key order by created_at, source, ticket_id) as episode_number
  from ordered as o
  cross join reference.settings as s
)
select
  * exclude (finished_before, episode_number),
  episode_number::integer as episode_number,
  'F' || upper(substr(md5(first_value(source || chr(31) || ticket_id) over (partition by group_key order by created_at, source, ticket_id)), 1, 15)) as failure_group_id,
  lag(source) over (partition by group_key order by created_at, source, ticket_id) as earlier_source,
  lag(ticket_id) over (partition by group_key order by created_at, source, ticket_id) as earlier_ticket_id
from numbered
