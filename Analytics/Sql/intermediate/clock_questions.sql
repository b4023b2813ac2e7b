-- One row per ticket and measure whose working time is asked: from created to answered (or ended), else to the cutoff. Stored as a table.
-- Epoch seconds, UTC. A ticket still waiting is measured up to the cutoff, so that it stays in the curves.
select
  c.question_id, c.calendar_version_id,
  epoch(t.created_at)::bigint as from_epoch,
  epoch(coalesce(case c.measure when 'response' then t.responded_at else t.ended_at end, t.cutoff_at))::bigint as to_epoch
from intermediate.contract_calendars as c
join intermediate.tickets as t using (ticket_key)
where c.calendar_version_id is not null and not c.is_wall_time
