-- One row per ticket and promise on the contract clock whose due time is asked. Stored as a table, by ticket. Epoch seconds, UTC.
select p.ticket_key, p.question_id, p.calendar_version_id, epoch(t.created_at)::bigint as from_epoch, p.seconds, p.business_days, p.until_second
from intermediate.ticket_promises as p
join intermediate.tickets as t using (ticket_key)
where p.clock = 'contract' and p.calendar_version_id is not null
