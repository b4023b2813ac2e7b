-- One row: the tickets a load holds, and how many of them share their ticket_id with another row of the load.
select count(*) as row_count, count(*) - count(distinct ticket_id) as repeated_count
from raw.tickets
where load_id = $load_id
