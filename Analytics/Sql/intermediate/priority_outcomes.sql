-- One row per ticket, promise kind (response, resolve) and priority it was asked for, once had or has: when it would have fallen due (UTC) and how it would have gone. Stored as a table, by ticket.
-- For the final priority the very rows of intermediate.outcomes; a priority without a promise has no row. DECISIONS.md, "Outcome", "Pauses".
with due as (
  select m.*, make_timestamp(1000000 * case
      when m.is_waiting then null
      when m.moved_seconds = 0 then m.base_epoch
      when m.clock = 'client' then m.base_epoch + m.moved_seconds
      else q.due_epoch
    end) as due_at
  from intermediate.priority_moves as m
  left join computed.due_epochs('intermediate.priority_moved_questions') as q using (question_id)
)
select
  d.ticket_key, d.promise_kind, d.priority, d.due_at,
  case
    when not s.is_measurable or d.due_at is null and not d.is_waiting then 'unknown'
    when d.is_same_clock and s.is_pause_counted and s.open_seconds - s.pause_high_seconds > d.promised_seconds then 'breached'
    when d.is_same_clock and s.is_pause_counted and s.is_done and s.open_seconds - s.pause_low_seconds <= d.promised_seconds then 'met'
    when d.is_same_clock and s.is_pause_counted and d.due_at <= coalesce(s.done_at, t.cutoff_at) then 'unknown'
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
from due as d
join intermediate.tickets as t using (ticket_key)
left join intermediate.durations as s on s.ticket_key = d.ticket_key and s.measure = d.promise_kind
union all
select o.ticket_key, o.promise_kind, t.priority, o.due_at, o.outcome
from intermediate.outcomes as o
join intermediate.tickets as t using (ticket_key)
where o.promise_kind in ('response', 'resolve') and t.priority is not null
