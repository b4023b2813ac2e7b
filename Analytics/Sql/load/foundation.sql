-- One text that changes with whatever governs tickets already loaded: reference data, sources, loads declared full, and the years their calendars must cover.
select concat_ws('|',
  (select count(*) || ' ' || coalesce(max(load_id), 0) from raw.loads where content = 'reference'),
  (select coalesce(max(load_id), 0) from raw.loads where full_from_at is not null),
  (select coalesce(string_agg(s::varchar, ';' order by source), '') from raw.sources as s where source in (select source from raw.loads)),
  (select extract(year from min(created_at)) from raw.tickets),
  (select extract(year from greatest(max(data_end_at), (select max(created_at) from raw.tickets))) from raw.loads))
