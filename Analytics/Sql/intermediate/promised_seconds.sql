-- One row per ticket and promise: promised_seconds, the time promised on the promise's clock; of business days the working time up to the hour it falls due. Stored as a table, by ticket.
select b.*, coalesce(b.seconds, w.working_seconds) as promised_seconds
from intermediate.due_bases as b
left join computed.with_working_seconds('intermediate.promised_spans') as w using (ticket_key, promise_kind)
