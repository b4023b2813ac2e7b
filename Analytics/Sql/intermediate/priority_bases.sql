-- One row per promise of intermediate.priority_promises: base_epoch, when it would fall due had there been no pause (UTC epoch seconds; null where that cannot be asked). Stored as a table, by ticket.
select p.ticket_key, p.promise_kind, p.priority, p.question_id, p.clock, p.calendar_version_id, p.pauses, p.answered_by, epoch(t.created_at)::bigint as from_epoch, p.seconds,
  case p.clock when 'client' then epoch(t.created_at)::bigint + p.seconds else q.due_epoch end as base_epoch
from intermediate.priority_promises as p
join intermediate.tickets as t using (ticket_key)
left join computed.due_epochs('intermediate.priority_questions') as q using (question_id)
