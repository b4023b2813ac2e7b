-- Removes the rows of a load that say nothing new. The versions of a ticket stand in the order
-- (coalesce(exported_at, updated_at, data_end_at), data_end_at, load_id, line); neighbours with one row_hash are one version,
-- and of those the row that was there before stays, else the first.
with touched as (
  select distinct ticket_id from raw.tickets where load_id = $load_id
),
versions as (
  select
    t.load_id,
    t.line,
    t.ticket_id,
    row_hash is distinct from lag(row_hash) over in_order as is_change,
    row_number() over in_order as place
  from raw.tickets t
  join raw.loads l on l.load_id = t.load_id
  where t.source = $source and t.ticket_id in (select ticket_id from touched)
  window in_order as (
    partition by t.ticket_id
    order by coalesce(l.exported_at, t.updated_at, l.data_end_at), l.data_end_at, t.load_id, t.line
  )
),
runs as (
  select *, sum(is_change::integer) over (partition by ticket_id order by place) as run
  from versions
),
kept as (
  select load_id, line, row_number() over (partition by ticket_id, run order by load_id = $load_id, place) = 1 as is_kept
  from runs
)
delete from raw.tickets
where load_id = $load_id and line in (select line from kept where load_id = $load_id and not is_kept)
