-- One row per ticket, measure and clock (client, client_open, contract) that a waiting-time curve counts; of the measure reply, one per turn of a ticket after its first answer, on the client clock. Seconds waited; is_event: answered (or ended) after that long,
-- else still waiting at the cutoff (or closed with no recorded answer, is_closed_unanswered), which the curve keeps as "longer than". DECISIONS.md, "Closed without an answer".
-- Sources that hold only tickets that ended give none: their curve would show no wait that lasts.
select d.measure, c.clock, t.provider, t.client, t.month, t.priority, t.kind,
  computed.clock_seconds(c.clock, d.client_seconds, d.client_open_seconds, d.contract_seconds) as seconds,
  d.is_done as is_event, not d.is_done and t.is_ended as is_closed_unanswered
from intermediate.durations as d
join intermediate.tickets as t using (ticket_key)
join intermediate.selections as p on p.source = t.source and not p.is_survivors_only
cross join (select unnest(['client', 'client_open', 'contract']) as clock) as c
where t.client is not null and t.is_counted and d.is_measurable and (d.is_done or d.measure = 'response' or not t.is_ended)
  and computed.clock_seconds(c.clock, d.client_seconds, d.client_open_seconds, d.contract_seconds) is not null
union all
select 'reply', 'client', t.provider, t.client, t.month, t.priority, t.kind, epoch(coalesce(u.answered_at, u.given_up_at, t.cutoff_at) - u.asked_at)::bigint, u.answered_at is not null, false
from intermediate.turns as u
join intermediate.tickets as t using (ticket_key)
join intermediate.selections as p on p.source = t.source and not p.is_survivors_only
where t.client is not null and t.is_counted and u.turn_number > 0 and coalesce(u.answered_at, u.given_up_at, t.cutoff_at) >= u.asked_at
