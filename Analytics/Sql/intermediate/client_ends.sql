-- One row per client: end_at, the end of its data (UTC). Stored as a table.
select provider, client, max(cutoff_at) as end_at
from intermediate.tickets
where client is not null
group by all
