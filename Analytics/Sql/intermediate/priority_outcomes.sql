-- One row per ticket, promise kind (response, resolve) and priority it was asked for or once had: when it would have fallen due (UTC) and how it would have gone. Stored as a table.
-- For the final priority the very rows of intermediate.outcomes; a priority without a promise has no row. Outcomes as in DECISIONS.md, "Outcome".
with due as (
  select p.ticket_key, p.promise_kind, p.priority,
    case p.clock when 'client' then t.created_at + to_seconds(p.seconds) else make_timestamp(q.due_epoch * 1000000) end as due_at
  from intermediate.priority_promises as p
  join intermediate.tickets as t using (ticket_key)
  left join computed.due_epochs('intermediate.priority_questions') as q using (question_id)
)
select
  p.ticket_key, p.promise_kind, p.priority, p.due_at,
  case
    when p.due_at is null or not d.is_measurable then 'unknown'
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
union all
select o.ticket_key, o.promise_kind, t.priority, o.due_at, o.outcome
from intermediate.outcomes as o
join intermediate.tickets as t using (ticket_key)
where o.promise_kind in ('response', 'resolve') and t.priority is not null
