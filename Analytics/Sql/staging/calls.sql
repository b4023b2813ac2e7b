-- One row per telephone call, up to the as-of. Of a call the log numbers, the latest export's row; of one it does not, equal rows of two exports are the same call.
with told as (
  select c.*, coalesce(l.exported_at, l.data_end_at) as told_at,
    case when c.call_id is null then row_number() over (partition by c.load_id, c.row_hash) end as copy
  from raw.calls as c
  join raw.loads as l using (load_id)
),
latest as (
  select *
  from told
  qualify row_number() over (
    partition by source, call_id, case when call_id is null then row_hash end, copy
    order by told_at desc, load_id desc, line desc) = 1
)
select c.* exclude (load_id, line, row_hash, told_at, copy)
from latest as c
join staging.sources as s using (source)
where not s.is_cut or c.started_at <= s.as_of_at
