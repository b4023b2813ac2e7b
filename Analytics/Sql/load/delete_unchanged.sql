-- Removes the rows that say nothing new once a load is in. The versions of a ticket stand in the order
-- (coalesce(updated_at, exported_at, data_end_at), data_end_at, load_id, line); neighbours with one row_hash are one version.
-- Of those the row that was there first stays; where the tool exports no updated_at, the last one, because only its load
-- tells how long the ticket stayed so, and a file that comes late must find its place.
with touched as (
  select distinct ticket_id from raw.tickets where load_id = $load_id
),
versions as (
  select
    t.rowid as version,
    t.load_id,
    t.ticket_id,
    t.updated_at,
    row_hash is distinct from lag(row_hash) over in_order as is_change,
    row_number() over in_order as place
  from raw.tickets as t
  join raw.loads as l using (load_id)
  where t.source = $source and t.ticket_id in (select ticket_id from touched)
  window in_order as (
    partition by t.ticket_id
    order by coalesce(t.updated_at, l.exported_at, l.data_end_at), l.data_end_at, t.load_id, t.line
  )
),
runs as (
  select *, sum(is_change::integer) over (partition by ticket_id order by place) as run
  from versions
),
spare as (
  select version
  from runs
  qualify row_number() over (
    partition by ticket_id, run
    order by if(updated_at is null, -place, 0), load_id = $load_id, place) > 1
)
delete from raw.tickets where rowid in (select version from spare)
