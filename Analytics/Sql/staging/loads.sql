-- One row per file loaded of a source, and kind of row in it, in the order of loading. Instants UTC. moment_at: its export moment, else the newest instant in it.
select l.load_id, s.provider, l.source, l.file, l.content, l.row_count, l.reject_count, l.exported_at, l.exported_by, l.data_end_at,
  coalesce(l.exported_at, l.data_end_at) as moment_at, l.full_from_at, l.full_until_at, l.loaded_at
from raw.loads as l
join raw.sources as s using (source)
where l.content <> 'reference'
