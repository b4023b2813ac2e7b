-- Removes from a load the rows its source holds already: of rows that say the same (row_hash), those beyond as many as are held are new.
with held as (
  select row_hash, count(*) as held_count
  from raw.{table}
  where source = $source and load_id <> $load_id
  group by row_hash
),
spare as (
  select t.rowid as place
  from raw.{table} as t
  join held as h using (row_hash)
  where t.load_id = $load_id
  qualify row_number() over (partition by t.row_hash order by t.line, t.rowid) <= any_value(h.held_count) over (partition by t.row_hash)
)
delete from raw.{table} where rowid in (select place from spare)
