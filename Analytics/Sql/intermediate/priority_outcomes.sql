-- One row per ticket, promise kind (response, resolve) and priority it was asked for or once had: when it would have fallen due (UTC) and how it would have gone. Stored as a table, by ticket.
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
  computed.outcome_at(d.done_at, coalesce(d.is_measurable, false), p.due_at, t) as outcome
from due as p
join intermediate.tickets as t using (ticket_key)
left join intermediate.durations as d on d.ticket_key = p.ticket_key and d.measure = p.promise_kind
union all
select o.ticket_key, o.promise_kind, t.priority, o.due_at, o.outcome
from intermediate.outcomes as o
join intermediate.tickets as t using (ticket_key)
where o.promise_kind in ('response', 'resolve') and t.priority is not null
