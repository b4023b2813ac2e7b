-- One row per change in the life of a ticket, up to the as-of; event_number counts a ticket's from 1 in order of time. Stored as a table, by ticket.
-- Of an event the tool numbers, the latest export's row; every row without such a number is an event of its own (the load has left out those known before).
-- value: the canonical state (kind state) or rank 1 to 5 (priority), by the profile, else vocabulary.csv; else null (the word stays in value_text).
with latest as (
  select e.*, coalesce(l.exported_at, l.data_end_at) as told_at
  from raw.events as e
  join raw.loads as l using (load_id)
  qualify e.event_id is null or row_number() over (partition by e.source, e.ticket_id, e.event_id, e.kind order by told_at desc, e.load_id desc, e.line desc) = 1
)
select
  e.source, e.ticket_id, row_number() over (partition by e.source, e.ticket_id order by e.occurred_at, e.told_at, e.load_id, e.line) as event_number,
  e.event_id, e.occurred_at, e.kind, coalesce(e.value, w.value) as value, e.value_text, e.old_text, e.actor, e.team, e.is_time_ambiguous
from latest as e
join staging.sources as s using (source)
left join reference.vocabulary as w
  on w.source = e.source and w.field = e.kind and e.value is null and w.word_key = lower(trim(e.value_text))
where not s.is_cut or e.occurred_at <= s.as_of_at
