-- One row per ticket, promise kind (response, resolve) and priority it was asked for, once had or has: when it would have fallen due (UTC) and how it would have gone. Stored as a table, by ticket.
-- For the final priority the very rows of intermediate.outcomes; a priority without a promise has no row. Judged as there. DECISIONS.md, "Outcome", "Pauses".
with due as (
  select m.*, make_timestamp(1000000 * case
      when m.is_waiting then null
      when m.moved_seconds = 0 then m.base_epoch
      when m.clock = 'client' then m.base_epoch + m.moved_seconds
      else q.due_epoch
    end) as due_at
  from intermediate.priority_moves as m
  left join computed.due_epochs('intermediate.priority_moved_questions') as q using (question_id)
),
kept as (
  select d.*, s.is_done, s.open_seconds, s.pause_low_seconds, s.pause_high_seconds, d.is_same_clock and s.is_pause_counted as is_pause_counted,
    computed.of_rung(d.promise_kind, d.answered_by, g.automatic_at, g.touched_at, s.done_at, g.substantive_at) as kept_at,
    computed.of_rung(d.promise_kind, d.answered_by, g.is_automatic_measurable, g.is_touched_measurable, s.is_measurable, g.is_substantive_measurable) as is_measurable
  from due as d
  left join intermediate.durations as s on s.ticket_key = d.ticket_key and s.measure = d.promise_kind
  left join intermediate.rungs as g on g.ticket_key = d.ticket_key
)
select
  p.ticket_key, p.promise_kind, p.priority, p.due_at,
  case
    when p.is_pause_counted and p.open_seconds - p.pause_high_seconds > p.promised_seconds then 'breached'
    when p.is_pause_counted and p.is_done and p.open_seconds - p.pause_low_seconds <= p.promised_seconds then 'met'
    when p.is_pause_counted and p.due_at <= coalesce(p.kept_at, t.cutoff_at) then 'unknown'
    when p.is_waiting then 'running'
    else computed.outcome_at(p.kept_at, p.is_measurable, p.due_at, t.created_at, t.is_ended, t.ended_at, t.cutoff_at, t.as_of_at)
  end as outcome
from kept as p
join intermediate.tickets as t using (ticket_key)
union all
select o.ticket_key, o.promise_kind, t.priority, o.due_at, o.outcome
from intermediate.outcomes as o
join intermediate.tickets as t using (ticket_key)
where o.promise_kind in ('response', 'resolve') and t.priority is not null
