-- One row: the tickets of a load that its source did not have before.
select count(distinct ticket_id) as new_count
from raw.tickets
where load_id = $load_id
  and ticket_id not in (select ticket_id from raw.tickets where source = $source and load_id <> $load_id)
