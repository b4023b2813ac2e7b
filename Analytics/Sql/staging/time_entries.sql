-- One row per time entry, up to the as-of. An entry the tool numbers is told by the latest export that has it; every row without a number is an entry of its own (the load has left out those known before).
-- entry_key: the tool's number, else where the row stands. worked_at: when the work began, UTC, or the local midnight of its day where only the day is told.
-- See DECISIONS.md, "Hours".
with versions as (
  select e.*, coalesce(e.entry_id, format('{}:{}', e.load_id, e.line)) as entry_key,
    row_number() over (partition by e.source, coalesce(e.entry_id, format('{}:{}', e.load_id, e.line)) order by coalesce(l.exported_at, l.data_end_at) desc, e.load_id desc, e.line desc) as place
  from raw.time_entries as e
  join raw.loads as l using (load_id)
)
select v.source, v.entry_key, v.ticket_id as ticket_text, v.client_text, v.worked_at, v.worked_seconds, v.agent, v.is_billable, v.is_covered, v.is_time_ambiguous
from versions as v
join staging.sources as s using (source)
where v.place = 1 and (not s.is_cut or v.worked_at <= s.as_of_at)
