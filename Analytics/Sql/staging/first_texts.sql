-- One row per ticket that a list shows: its text as first known, and the load that brought it. Stored as a table, by ticket.
select source, ticket_id, load_id, subject, description
from raw.tickets
qualify row_number() over (partition by source, ticket_id order by load_id, line) = 1
