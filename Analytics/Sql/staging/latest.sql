-- One row per ticket that a list shows: which of its versions is the latest. Stored as a table, by ticket.
-- The latest version is the one the tool changed last (the ticket's own update time, else the export moment, else the newest instant of its file; then the file's age and the order of loading).
-- requester_key, requester_mail_key: as names and addresses are compared.
with newest as (
  select
    t.source, t.ticket_id, t.load_id, t.line, t.created_at,
    lower(trim(t.requester)) as requester_key, lower(trim(t.requester_mail)) as requester_mail_key
  from raw.tickets as t
  join raw.loads as l using (load_id)
  qualify row_number() over (
    partition by t.source, t.ticket_id
    order by coalesce(t.updated_at, l.exported_at, l.data_end_at) desc, l.data_end_at desc, t.load_id desc, t.line desc) = 1
)
select n.ticket_key, t.*
from newest as t
join computed.ticket_keys as n using (source, ticket_id)
