-- One row per ticket and promise on the contract clock whose due time was moved by pauses, as a question of computed.due_epochs. A view, by ticket.
select p.question_id, p.calendar_version_id, p.from_epoch, p.promised_seconds + m.moved_seconds as seconds, null::integer as business_days, null::integer as until_second
from intermediate.due_moves as m
join intermediate.promised_seconds as p using (ticket_key, promise_kind)
where m.moved_seconds > 0 and not m.is_waiting and p.clock = 'contract'
