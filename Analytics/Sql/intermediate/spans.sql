-- One row per ticket and measure (response, resolve): from its creation to its answer (end), else to the cutoff. Stored as a table, by ticket.
-- from_epoch, to_epoch: UTC epoch seconds; null where that cannot be measured. is_done: answered (or ended) at a known instant not before it was created.
-- A done instant before creation is not believed, nor a creation after the cutoff. A ticket still waiting is measured up to the cutoff, so that it stays in the curves.
with answered as (
  select c.*, t.created_at, t.cutoff_at,
    case c.measure when 'response' then t.responded_at else t.ended_at end as done_at,
    case c.measure when 'response' then t.is_answerable and not t.is_typed_after else true end as is_measurable
  from intermediate.contract_calendars as c
  join intermediate.tickets as t using (ticket_key)
)
select
  ticket_key, measure, question_id, is_wall_time, calendar_version_id, weekly_version_id, client_version_id, pause_states, done_at, is_measurable,
  is_measurable and coalesce(done_at >= created_at, false) as is_done,
  case when is_measurable and coalesce(done_at, cutoff_at) >= created_at then epoch(created_at)::bigint end as from_epoch,
  case when is_measurable and coalesce(done_at, cutoff_at) >= created_at then epoch(coalesce(done_at, cutoff_at))::bigint end as to_epoch
from answered
