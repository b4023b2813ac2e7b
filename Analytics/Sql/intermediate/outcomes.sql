-- One row per ticket and promise: when it fell due (UTC) and how it went. Stored as a table.
-- met, breached: done by, or after, the due time; open past its due time is breached.
-- running: not yet due at the as-of. unknown: not measurable from this export, fell due after the data ends,
-- ended in time with no recorded answer, or an answer recorded before the ticket. See DECISIONS.md, "Outcome".
with due as (
  select p.*, case p.clock when 'client' then t.created_at + to_seconds(p.seconds) else make_timestamp(d.due_epoch * 1000000) end as due_at
  from intermediate.ticket_promises as p
  join intermediate.tickets as t using (ticket_key)
  left join intermediate.due_answers as d using (question_id)
)
select
  p.ticket_key, p.promise_kind, p.promise_id, p.promise, p.target_ratio, p.due_at, p.clock,
  coalesce(p.seconds, epoch(p.due_at - t.created_at)::bigint) as promise_seconds,
  case
    when p.due_at is null or p.promise_kind = 'start' or not d.is_measurable then 'unknown'
    when d.is_done and d.done_at <= p.due_at then 'met'
    when d.is_done then 'breached'
    when d.done_at is not null then 'unknown'
    when t.is_ended and t.ended_at > p.due_at then 'breached'
    when t.is_ended then 'unknown'
    when p.due_at <= t.cutoff_at then 'breached'
    when p.due_at > t.as_of_at then 'running'
    else 'unknown'
  end as outcome
from due as p
join intermediate.tickets as t using (ticket_key)
left join intermediate.durations as d on d.ticket_key = p.ticket_key and d.measure = p.promise_kind
