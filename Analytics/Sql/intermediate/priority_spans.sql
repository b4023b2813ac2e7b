-- One row per promise of business days of intermediate.priority_bases: from the ticket's creation to its base_epoch, whose working time is what was promised. A view, by ticket.
select ticket_key, promise_kind, question_id, calendar_version_id, from_epoch, base_epoch as to_epoch
from intermediate.priority_bases
where seconds is null and base_epoch is not null
