-- One row per client with counted time entries: the months its time sheets reach over, from the first to the last entry any client has in them. Stored as a table.
-- A month between without an entry of the client is one without work; a month outside, or a client without any entry, is not measurable. See DECISIONS.md, "Hours".
with sheets as (
  select source, min(month) as first_month, max(month) as last_month from intermediate.time_entries group by source
)
select e.provider, e.client, min(s.first_month) as first_month, max(s.last_month) as last_month
from (select distinct provider, client, source from intermediate.time_entries where is_counted and client is not null) as e
join sheets as s using (source)
group by e.provider, e.client
