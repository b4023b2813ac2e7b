-- One row per telephone call, up to the as-of. Of a call the log numbers, the latest export's row; every row without such a number is a call of its own (the load has left out those known before).
with latest as (
  select c.*, coalesce(l.exported_at, l.data_end_at) as told_at
  from raw.calls as c
  join raw.loads as l using (load_id)
  qualify c.call_id is null or row_number() over (partition by c.source, c.call_id order by told_at desc, c.load_id desc, c.line desc) = 1
)
select c.* exclude (load_id, line, row_hash, told_at)
from latest as c
join staging.sources as s using (source)
where not s.is_cut or c.started_at <= s.as_of_at
