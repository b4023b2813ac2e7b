-- One row per promise of intermediate.priority_promises on the contract clock whose due time is asked. A view, by ticket. Epoch seconds, UTC.
select p.question_id, p.calendar_version_id, epoch(t.created_at)::bigint as from_epoch, p.seconds, p.business_days, p.until_second
from intermediate.priority_promises as p
join intermediate.tickets as t using (ticket_key)
where p.clock = 'contract' and p.calendar_version_id is not null
