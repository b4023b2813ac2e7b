-- One row per provider and source: what was loaded and what could not be used. Instants UTC.
-- row_count: rows read from file_count files, rejects included. exported_by: how data_end_at is known: option, file, name, or newest_event.
-- unassigned_count: tickets of no known client. unknown_*_count: tickets whose priority or state word nobody explained.
with loaded as (
  select source, count(distinct file) as file_count, sum(row_count)::bigint as row_count from staging.loads group by source
)
select
  s.provider, s.source, s.profile, s.side, s.time_zone, e.response_semantics, s.exported_at, s.exported_by, s.data_end_at, s.as_of_at, s.reject_count, l.file_count, l.row_count,
  e.evidence_tier, min(t.created_at) as data_start_at,
  count(distinct t.client) as client_count,
  count(t.ticket_key) as ticket_count,
  count(*) filter (t.ticket_key is not null and t.client is null) as unassigned_count,
  count(*) filter (t.priority is null and trim(t.priority_text) not in ('', '-')) as unknown_priority_count,
  count(*) filter (t.state is null and trim(t.state_text) <> '') as unknown_state_count
from staging.sources as s
join loaded as l using (source)
join staging.evidence as e using (source)
left join intermediate.tickets as t using (source)
group by all
