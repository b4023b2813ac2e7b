-- One row per ticket of a failure group, with its group and episode. Stored as a table.
-- ticket_number: its place among its group's, as they were created, 1 on.
-- Tickets of a group that overlap (with episode_grace_hours between them) are one episode: one failure, however many reported it.
with ordered as (
  select ticket_key, failure_group_id, created_at,
    row_number() over (partition by failure_group_id order by created_at, source, ticket_id) as ticket_number,
    max(finished_at) over (partition by failure_group_id order by created_at, source, ticket_id rows between unbounded preceding and 1 preceding) as finished_before
  from intermediate.failures
),
numbered as (
  select o.ticket_key, o.ticket_number,
    (sum(case when finished_before is null or created_at > finished_before + to_hours(s.episode_grace_hours) then 1 else 0 end)
      over (partition by failure_group_id order by ticket_number))::integer as episode_number
  from ordered as o
  cross join reference.settings as s
)
select f.*, n.episode_number, n.ticket_number
from intermediate.failures as f
join numbered as n using (ticket_key)
