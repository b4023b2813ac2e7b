-- One row per ticket and promise: when it falls due (UTC), pauses counted. Stored as a table, by ticket.
-- due_at null: cannot be asked, or (is_waiting) in a pause that still goes on, so that it is not due yet. moved_seconds: by pauses, of the promise's clock.
select p.ticket_key, p.promise_kind, p.promised_seconds, coalesce(m.moved_seconds, 0) as moved_seconds, coalesce(m.is_waiting, false) as is_waiting,
  make_timestamp(1000000 * case
    when m.is_waiting then null
    when coalesce(m.moved_seconds, 0) = 0 then p.base_epoch
    when p.clock = 'client' then p.base_epoch + m.moved_seconds
    else d.due_epoch
  end) as due_at
from intermediate.promised_seconds as p
left join intermediate.due_moves as m using (ticket_key, promise_kind)
left join computed.due_epochs('intermediate.moved_due_questions') as d using (question_id)
