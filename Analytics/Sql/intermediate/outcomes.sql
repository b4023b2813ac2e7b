-- One row per ticket and promise: when it fell due (UTC) and how it went. Stored as a table, by ticket.
-- met, breached: done by, or after, the due time; open past its due time is breached.
-- running: not yet due at the as-of, or waiting in an agreed pause. unknown: not measurable from this export, fell due after the data ends,
-- ended in time with no recorded answer, an answer recorded before the ticket, or it hangs on a pause only counted, not dated. DECISIONS.md, "Outcome", "Pauses".
-- outcome_supported: had pauses without a question not counted; outcome_unpaused: had no pause counted. They differ from outcome only where pauses made it what it is.
with judged as (
  select
    p.ticket_key, p.promise_kind, p.promise_id, p.promise, p.target_ratio, d.due_at, p.clock, d.promised_seconds, d.moved_seconds, d.is_waiting,
    s.is_done, s.done_at, s.open_seconds, s.unsupported_pause_seconds, s.is_pause_counted, s.pause_low_seconds, s.pause_high_seconds,
    t.is_ended, t.ended_at, t.cutoff_at, t.as_of_at,
    case
      when p.promise_kind = 'start' or not s.is_measurable or d.due_at is null and not d.is_waiting then 'unknown'
      when s.is_pause_counted and s.open_seconds - s.pause_high_seconds > d.promised_seconds then 'breached'
      when s.is_pause_counted and s.is_done and s.open_seconds - s.pause_low_seconds <= d.promised_seconds then 'met'
      when s.is_pause_counted and d.due_at <= coalesce(s.done_at, t.cutoff_at) then 'unknown'
      when d.is_waiting then 'running'
      when s.is_done and s.done_at <= d.due_at then 'met'
      when s.is_done then 'breached'
      when s.done_at is not null then 'unknown'
      when t.is_ended and t.ended_at > d.due_at then 'breached'
      when t.is_ended then 'unknown'
      when d.due_at <= t.cutoff_at then 'breached'
      when d.due_at > t.as_of_at then 'running'
      else 'unknown'
    end as outcome
  from intermediate.ticket_promises as p
  join intermediate.dues as d using (ticket_key, promise_kind)
  join intermediate.tickets as t using (ticket_key)
  left join intermediate.durations as s on s.ticket_key = p.ticket_key and s.measure = p.promise_kind
)
select
  ticket_key, promise_kind, promise_id, promise, target_ratio, due_at, clock, moved_seconds,
  promised_seconds as promise_seconds,
  outcome,
  case when outcome in ('met', 'running') and unsupported_pause_seconds > 0 and open_seconds - (pause_high_seconds - unsupported_pause_seconds) > promised_seconds then 'breached' else outcome end as outcome_supported,
  case when (outcome in ('met', 'running') or is_pause_counted) and pause_high_seconds > 0 and open_seconds > promised_seconds then 'breached' else outcome end as outcome_unpaused
from judged
