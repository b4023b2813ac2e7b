-- One row per ticket with a history of states: how long it waited, wall time in whole seconds up to its end or the cutoff. Stored as a table, by ticket.
-- paused_seconds: for the client (pending); hold_seconds: for somebody else; null where no history of the source ever tells such a state.
-- unsupported_pause_seconds: pending or hold without a question to the client before it; null where the ticket has no messages to tell.
with waits as (
  select p.ticket_key, p.state, p.is_supported, epoch(coalesce(p.until_at, t.cutoff_at) - p.from_at)::bigint as seconds
  from intermediate.pauses as p
  join intermediate.tickets as t using (ticket_key)
)
select t.ticket_key,
  case when any_value(e.is_waiting_told) then coalesce(sum(w.seconds) filter (w.state = 'pending'), 0)::bigint end as paused_seconds,
  case when any_value(e.is_waiting_told) then coalesce(sum(w.seconds) filter (w.state = 'hold'), 0)::bigint end as hold_seconds,
  case when any_value(e.is_waiting_told) and any_value(r.message_count) > 0 then coalesce(sum(w.seconds) filter (not w.is_supported), 0)::bigint end as unsupported_pause_seconds
from intermediate.tickets as t
join staging.histories as h using (source, ticket_id)
join staging.evidence as e using (source)
left join staging.replies as r using (source, ticket_id)
left join waits as w on w.ticket_key = t.ticket_key
where h.state is not null
group by t.ticket_key
