-- One row per ticket and promise: when it fell due (UTC) and how it went. Stored as a table, by ticket.
-- met, breached: done by, or after, the due time; open past its due time is breached.
-- running: not yet due at the as-of, or waiting in an agreed pause. unknown: not measurable from this export, fell due after the data ends,
-- ended in time with no recorded answer, an answer recorded before the ticket, or it hangs on a pause only counted, not dated. DECISIONS.md, "Outcome", "Pauses".
-- answered_by: the rung of the ladder that keeps a response promise.
-- outcome_client: had the promised hours been counted round the clock, as a client counts; null where business days are promised.
-- is_waiting: not due, for an agreed pause goes on.
-- outcome_supported: had pauses without a question not counted; outcome_unpaused: had no pause counted. They differ from outcome only where pauses made it what it is, and not where another rung than a person's reply keeps the promise: its pauses are not told apart.
with kept as (
  select
    p.ticket_key, p.promise_kind, p.promise_id, p.promise, p.target_ratio, p.seconds, d.due_at, p.clock, d.promised_seconds, d.moved_seconds, d.is_waiting, p.answered_by,
    s.is_done, s.done_at, s.open_seconds, s.unsupported_pause_seconds, s.is_pause_counted, s.pause_low_seconds, s.pause_high_seconds,
    computed.of_rung(p.promise_kind, p.answered_by, g.automatic_at, g.touched_at, s.done_at, g.substantive_at) as kept_at,
    computed.of_rung(p.promise_kind, p.answered_by, g.is_automatic_measurable, g.is_touched_measurable, s.is_measurable, g.is_substantive_measurable) as is_measurable
  from intermediate.ticket_promises as p
  join intermediate.dues as d using (ticket_key, promise_kind)
  left join intermediate.durations as s on s.ticket_key = p.ticket_key and s.measure = p.promise_kind
  left join intermediate.rungs as g on g.ticket_key = p.ticket_key
),
judged as (
  select p.*,
    p.kept_at is distinct from p.done_at as is_other_rung,
    case
      when p.promise_kind = 'start' then 'unknown'
      when p.is_pause_counted and p.open_seconds - p.pause_high_seconds > p.promised_seconds then 'breached'
      when p.is_pause_counted and p.is_done and p.open_seconds - p.pause_low_seconds <= p.promised_seconds then 'met'
      when p.is_pause_counted and p.due_at <= coalesce(p.kept_at, t.cutoff_at) then 'unknown'
      when p.is_waiting then 'running'
      else computed.outcome_at(p.kept_at, p.is_measurable, p.due_at, t.created_at, t.is_ended, t.ended_at, t.cutoff_at, t.as_of_at)
    end as outcome,
    case when p.promise_kind <> 'start' and p.seconds is not null
      then computed.outcome_at(p.kept_at, p.is_measurable, t.created_at + to_seconds(p.seconds), t.created_at, t.is_ended, t.ended_at, t.cutoff_at, t.as_of_at) end as outcome_client
  from kept as p
  join intermediate.tickets as t using (ticket_key)
)
select
  ticket_key, promise_kind, promise_id, promise, target_ratio, due_at, is_waiting, clock, moved_seconds, promised_seconds as promise_seconds, answered_by,
  outcome, outcome_client,
  case when is_other_rung then outcome when outcome in ('met', 'running') and unsupported_pause_seconds > 0 and open_seconds - (pause_high_seconds - unsupported_pause_seconds) > promised_seconds then 'breached' else outcome end as outcome_supported,
  case when is_other_rung then outcome when (outcome in ('met', 'running') or is_pause_counted) and pause_high_seconds > 0 and open_seconds > promised_seconds then 'breached' else outcome end as outcome_unpaused
from judged
