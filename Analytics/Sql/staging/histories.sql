-- One row per ticket with events: what its history says of it, up to the as-of. Stored as a table, by ticket. Instants UTC.
-- created_at: its created event, else its first of any kind. resolved_at: when it last became resolved or closed, null where it was opened again since, or was merged or deleted instead;
-- closed_at: when it last became closed, merged or deleted, likewise. reopen_count: times it left resolved or closed for work; null without a state event.
-- priority_first: before any change; null where only a later change is told and its old word is not known. priority_highest: the most urgent it ever had.
with states as (
  select source, ticket_id, event_number, occurred_at, value,
    value in ('resolved', 'closed', 'merged', 'deleted') as is_over,
    lag(value in ('resolved', 'closed', 'merged', 'deleted')) over (partition by source, ticket_id order by event_number) as was_over
  from staging.events
  where kind = 'state' and value is not null
),
courses as (
  select source, ticket_id,
    arg_max(value, event_number) as state,
    arg_max(is_over, event_number) as is_over,
    max(occurred_at) filter (is_over and was_over is not true) as over_at,
    arg_max(value, event_number) filter (is_over and was_over is not true) as over_by,
    max(occurred_at) filter (value in ('closed', 'merged', 'deleted')) as closed_at,
    count(*) filter (was_over and not is_over)::integer as reopen_count
  from states
  group by source, ticket_id
),
lives as (
  select e.source, e.ticket_id,
    coalesce(min(occurred_at) filter (kind = 'created'), min(occurred_at)) as created_at,
    min(occurred_at) filter (kind = 'responded') as responded_at,
    min(occurred_at) filter (kind = 'agent') as assigned_at,
    max(occurred_at) as updated_at,
    arg_max(coalesce(value, value_text), event_number) filter (kind = 'agent') as agent,
    arg_max(coalesce(value, value_text), event_number) filter (kind = 'team') as team,
    arg_max(value_text, event_number) filter (kind = 'state') as state_text,
    arg_max(value_text, event_number) filter (kind = 'priority') as priority_text,
    arg_max(try_cast(value as smallint), event_number) filter (kind = 'priority') as priority,
    min(try_cast(value as smallint)) filter (kind = 'priority') as priority_highest,
    arg_min({'value': value, 'old_text': coalesce(trim(old_text), '')}, event_number) filter (kind = 'priority') as first_priority,
    bool_or(is_time_ambiguous) as is_time_ambiguous
  from staging.events as e
  group by e.source, e.ticket_id
)
select
  l.* exclude (first_priority),
  c.state, case when c.is_over and c.over_by in ('resolved', 'closed') then c.over_at end as resolved_at,
  case when c.is_over and c.closed_at >= c.over_at then c.closed_at end as closed_at, c.reopen_count,
  case when l.first_priority.old_text = '' then try_cast(l.first_priority.value as smallint) else try_cast(w.value as smallint) end as priority_first
from lives as l
left join courses as c using (source, ticket_id)
left join reference.vocabulary as w on w.source = l.source and w.field = 'priority' and w.word_key = lower(l.first_priority.old_text)
