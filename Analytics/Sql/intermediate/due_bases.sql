-- One row per ticket and promise: base_epoch, when it falls due had there been no pause (UTC epoch seconds; null where that cannot be asked). A view, by ticket.
select p.ticket_key, p.promise_kind, p.question_id, p.clock, p.calendar_version_id, epoch(t.created_at)::bigint as from_epoch, p.seconds,
  case p.clock when 'client' then epoch(t.created_at)::bigint + p.seconds else d.due_epoch end as base_epoch
from intermediate.ticket_promises as p
join intermediate.tickets as t using (ticket_key)
left join intermediate.due_answers as d using (question_id)
