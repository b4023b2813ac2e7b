-- One row per ticket and promise of business days: from its creation to its base_epoch, whose working time is what was promised. Columns as in intermediate.due_bases. A view, by ticket.
select ticket_key, promise_kind, calendar_version_id, from_epoch, base_epoch as to_epoch
from intermediate.due_bases
where seconds is null and base_epoch is not null
