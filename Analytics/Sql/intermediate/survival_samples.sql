-- One row per ticket, measure and clock that a waiting-time curve counts; of the measure reply, one per turn of a ticket after its first answer, on the client clock. Seconds waited; is_event: answered (or ended) after that long,
-- else still waiting at the cutoff (or closed with no recorded answer), which the curve keeps as "longer than".
-- Sources that hold only tickets that ended give none: their curve would show no wait that lasts.
select d.measure, c.clock, t.provider, t.client, t.month, t.priority,
  case c.clock when 'client' then d.client_seconds else d.contract_seconds end as seconds,
  d.is_done as is_event
from intermediate.durations as d
join intermediate.tickets as t using (ticket_key)
join intermediate.selections as p on p.source = t.source and not p.is_survivors_only
cross join (select unnest(['client', 'contract']) as clock) as c
where t.client is not null and t.is_counted and d.is_measurable and (d.is_done or d.measure = 'response' or not t.is_ended)
  and case c.clock when 'client' then d.client_seconds else d.contract_seconds end is not null
union all
select 'reply', 'client', t.provider, t.client, t.month, t.priority, epoch(coalesce(u.answered_at, u.given_up_at, t.cutoff_at) - u.asked_at)::bigint, u.answered_at is not null
from intermediate.turns as u
join intermediate.tickets as t using (ticket_key)
join intermediate.selections as p on p.source = t.source and not p.is_survivors_only
where t.client is not null and t.is_counted and u.turn_number > 0 and coalesce(u.answered_at, u.given_up_at, t.cutoff_at) >= u.asked_at
