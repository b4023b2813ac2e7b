-- One row per ticket: its latest version, seen from the as-of. Stored as a table.
-- The latest version is the one the tool changed last (the ticket's own update time, else the export moment, else the newest instant of its file; then the file's age and the order of loading).
-- What happened after the as-of has not happened: later tickets are left out, later answers and solutions are empty.
-- priority and state: the profile's reading of the word, else vocabulary.csv's, else null (the word stays in *_text).
-- kind: as exported, else what vocabulary.csv says of the category, else null.
with latest as (
  select t.*
  from raw.tickets as t
  join raw.loads as l using (load_id)
  qualify row_number() over (
    partition by t.source, t.ticket_id
    order by coalesce(t.updated_at, l.exported_at, l.data_end_at) desc, l.data_end_at desc, t.load_id desc, t.line desc) = 1
),
seen as (
  select
    t.* exclude (description, row_hash, load_id, line, responded_at, resolved_at, closed_at, updated_at),
    case when s.is_cut and t.responded_at > s.as_of_at then null else t.responded_at end as responded_at,
    case when s.is_cut and t.resolved_at > s.as_of_at then null else t.resolved_at end as resolved_at,
    case when s.is_cut and t.closed_at > s.as_of_at then null else t.closed_at end as closed_at,
    case when s.is_cut and t.updated_at > s.as_of_at then null else t.updated_at end as updated_at,
    coalesce(s.is_cut and coalesce(t.resolved_at, t.closed_at) > s.as_of_at, false) as is_reopened_by_cut
  from latest as t
  join staging.sources as s using (source)
  where not s.is_cut or t.created_at <= s.as_of_at
)
select
  row_number() over (order by t.source, t.ticket_id) as ticket_key,
  t.* exclude (priority, state, kind, is_reopened_by_cut),
  coalesce(t.priority, try_cast(p.value as smallint)) as priority,
  coalesce(t.kind, k.value) as kind,
  case when t.is_reopened_by_cut then 'open' else coalesce(t.state, w.value) end as state
from seen as t
left join reference.vocabulary as p
  on p.source = t.source and p.field = 'priority' and t.priority is null and p.word_key = lower(trim(t.priority_text))
left join reference.vocabulary as k
  on k.source = t.source and k.field = 'kind' and t.kind is null and k.word_key = lower(trim(t.category))
left join reference.vocabulary as w
  on w.source = t.source and w.field = 'state' and t.state is null and w.word_key = lower(trim(t.state_text))
