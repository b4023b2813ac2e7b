-- One row per time entry: who worked how long for which client (null: unassigned), on which ticket (null: on none that is known).
-- month: of worked_at (UTC) in the source's zone. worked_seconds: whole seconds. is_billable: to be charged; is_covered: the contract's hours pay for it; null: the entry does not say.
-- is_counted: false for a client's own record of time its provider records too. DECISIONS.md, "Hours".
select e.provider, e.client, e.month, e.source, e.entry_key, e.ticket_source, e.ticket_id, t.number, t.subject, e.worked_at, e.worked_seconds, e.agent, e.is_billable, e.is_covered, e.is_counted
from intermediate.time_entries as e
left join intermediate.tickets as t on t.source = e.ticket_source and t.ticket_id = e.ticket_id
