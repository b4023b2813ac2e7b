-- One row per ticket and measure (response, resolve). Stored as a table.
-- is_done: answered (or ended) at a known instant not before it was created. A done instant before creation is not believed, nor a creation after the cutoff: the seconds are null.
-- client_seconds: wall time; contract_seconds: the contract's working time; both from created to done, else to the cutoff (null where not measurable).
with answered as (
  select
    t.ticket_key, c.measure, c.question_id, c.is_wall_time, t.cutoff_at, t.created_at,
    case c.measure when 'response' then t.responded_at else t.ended_at end as done_at,
    case c.measure when 'response' then t.is_answerable and not t.is_typed_after else true end as is_measurable
  from intermediate.contract_calendars as c
  join intermediate.tickets as t using (ticket_key)
)
select
  a.ticket_key, a.measure, a.question_id, a.done_at, a.is_measurable,
  a.is_measurable and coalesce(a.done_at >= a.created_at, false) as is_done,
  case when a.is_measurable and coalesce(a.done_at, a.cutoff_at) >= a.created_at
    then epoch(coalesce(a.done_at, a.cutoff_at) - a.created_at)::bigint end as client_seconds,
  case
    when not a.is_measurable or coalesce(a.done_at, a.cutoff_at) < a.created_at then null
    when a.is_wall_time then epoch(coalesce(a.done_at, a.cutoff_at) - a.created_at)::bigint
    else w.working_seconds
  end as contract_seconds
from answered as a
left join computed.working_seconds('intermediate.clock_questions') as w using (question_id)
