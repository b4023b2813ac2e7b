-- One row per ticket that was deleted in its tool, and the export moment (UTC) that showed it. Stored as a table.
-- A load declared full for a period lists every ticket created in it; one it does not list, and that no later export shows, is gone.
-- The moment of a load is its export moment, else the newest instant in it: the order of loading plays no part. DECISIONS.md, "Deleted tickets".
with loads as (
  select load_id, source, full_from_at, full_until_at, coalesce(exported_at, data_end_at) as moment_at
  from raw.loads
  where source in (select source from raw.loads where full_from_at is not null and full_until_at is not null)
),
sightings as (
  select l.source, t.ticket_id, l.moment_at from raw.tickets as t join loads as l using (load_id)
  union all
  select l.source, t.ticket_id, l.moment_at from raw.listed as t join loads as l using (load_id)
),
seen as (
  select source, ticket_id, max(moment_at) as seen_at from sightings group by all
)
select t.source, t.ticket_id, min(f.moment_at) as deleted_at
from staging.latest as t
join loads as f on f.source = t.source and t.created_at >= f.full_from_at and t.created_at < f.full_until_at
join seen as n on n.source = t.source and n.ticket_id = t.ticket_id and n.seen_at <= f.moment_at
join staging.sources as s on s.source = t.source and (not s.is_cut or f.moment_at <= s.as_of_at)
left join raw.listed as k on k.load_id = f.load_id and k.ticket_id = t.ticket_id
where k.ticket_id is null
group by t.source, t.ticket_id
