-- One row per source and name that means a client: an alias of that source, an alias of every source, or the client's own name, in that order. Stored as a table.
-- name_key: the name lower-cased and trimmed, as names are compared.
with named as (
  select source, name, client, 1 as rank from raw.reference_aliases where source <> '*'
  union all
  select s.source, a.name, a.client, 2 from raw.reference_aliases as a cross join raw.sources as s where a.source = '*'
  union all
  select s.source, c.client, c.client, 3 from raw.reference_clients as c cross join raw.sources as s
)
select source, lower(trim(name)) as name_key, arg_min(client, rank) as client
from named
group by source, name_key
