-- One row per source, with the instants (UTC) its reports look from. Stored as a table.
-- data_end_at: the newest export moment, else the newest event, of its loads of any content (tickets, events, messages, calls, time entries).
-- exported_by: how that moment is known: option, file, name, or newest_event where no load says when it was exported.
-- Moving with every load: exported_at, exported_by, reject_count, loaded_at, data_end_at, as_of_at, cutoff_at.
-- as_of_at: the as-of asked for, else data_end_at. cutoff_at: the earlier of the two; later than it, nothing is known or has happened.
with loaded as (
  select source, max(data_end_at) as data_end_at, max(exported_at) as exported_at, sum(reject_count)::bigint as reject_count, max(loaded_at) as loaded_at,
    arg_max(case when exported_at is null then 'newest_event' else coalesce(exported_by, 'option') end, (data_end_at, load_id)) as exported_by
  from raw.loads
  where content <> 'reference'
  group by source
)
select
  s.source, s.side, s.provider, s.profile, s.time_zone, s.response_semantics, s.default_client,
  string_split(s.fields, ',') as fields,
  string_split(s.stop_states, ',') as stop_states,
  l.exported_at, l.exported_by, l.reject_count, l.loaded_at, l.data_end_at,
  coalesce(a.as_of_at, l.data_end_at) as as_of_at,
  coalesce(least(a.as_of_at, l.data_end_at), l.data_end_at) as cutoff_at,
  coalesce(a.as_of_at < l.data_end_at, false) as is_cut
from raw.sources as s
join loaded as l using (source)
cross join computed.as_of as a
