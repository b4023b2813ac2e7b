-- One row per ticket, measure and stretch of its span in one state: how long it was, and how much of that was open. Stored as a table, by ticket.
-- state: open, pending, hold, resolved (solved until it came back). is_pause: the contract's clock stands still in it. is_supported: as in intermediate.pauses.
-- Whole seconds: wall_seconds; open_seconds in the contract's hours; weekly_seconds in them had there been no holidays; client_open_seconds in the client's own. Null where not measurable.
select
  s.ticket_key, s.measure, s.question_id, s.event_number, s.state, list_contains(s.pause_states, s.state) as is_pause, p.is_supported,
  s.from_epoch, s.to_epoch, s.to_epoch - s.from_epoch as wall_seconds, s.open_seconds, s.weekly_seconds, s.working_seconds as client_open_seconds
from computed.with_working_seconds('intermediate.stretches_weekly') as s
left join intermediate.pauses as p on p.ticket_key = s.ticket_key and p.event_number = s.event_number
