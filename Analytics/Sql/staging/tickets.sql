-- One row per ticket: its latest version, seen from the as-of, completed from its history and its messages. A view, by ticket.
-- Tickets no list shows are built from their events. A value of the list wins over the history's.
-- What happened after the as-of has not happened: later tickets are left out, later answers and solutions are empty.
-- priority and state: the profile's reading of the word, else vocabulary.csv's, else null (the word stays in *_text).
-- ticket_key: the number a ticket goes by between relations; which one a ticket has means nothing.
-- responded_at: of its messages where they tell who wrote, else as exported; noted_responded_at: as exported.
-- kind: as exported, else what vocabulary.csv says of the category, else null. is_answerable: a first response of this very ticket could be seen.
with listed as (
  select k.ticket_key, t.* exclude (description, row_hash, load_id, line)
  from staging.latest as k
  join raw.tickets as t using (load_id, line, ticket_id, source)
),
together as (
  select *, true as is_listed from listed
  union all by name
  select n.ticket_key, h.source, h.ticket_id, h.ticket_id as number, h.created_at, h.is_time_ambiguous, h.state_text, h.priority_text, false as is_listed
  from staging.histories as h
  join computed.ticket_keys as n using (source, ticket_id)
  left join staging.latest as k using (source, ticket_id)
  join staging.sources as s using (source)
  where k.ticket_id is null
),
seen as (
  select
    t.* exclude (responded_at, resolved_at, closed_at, updated_at),
    s.is_cut,
    case when s.is_cut and t.responded_at > s.as_of_at then null else t.responded_at end as responded_at,
    case when s.is_cut and t.resolved_at > s.as_of_at then null else t.resolved_at end as resolved_at,
    case when s.is_cut and t.closed_at > s.as_of_at then null else t.closed_at end as closed_at,
    case when s.is_cut and t.updated_at > s.as_of_at then null else t.updated_at end as updated_at,
    coalesce(s.is_cut and coalesce(t.resolved_at, t.closed_at) > s.as_of_at, false) as is_reopened_by_cut
  from together as t
  join staging.sources as s using (source)
  where not s.is_cut or t.created_at <= s.as_of_at
),
judged as (
  select
    t.* exclude (state),
    case
      when t.is_cut and h.state is not null then h.state
      when t.is_reopened_by_cut then 'open'
      else coalesce(t.state, w.value, h.state)
    end as state,
    h.state as history_state
  from seen as t
  left join staging.histories as h using (source, ticket_id)
  left join reference.vocabulary as w
    on w.source = t.source and w.field = 'state' and t.state is null and w.word_key = lower(trim(t.state_text))
)
select
  t.* exclude (priority, state, history_state, kind, is_cut, is_reopened_by_cut, responded_at, resolved_at, closed_at, updated_at, agent, team, reopen_count, is_listed),
  t.responded_at as noted_responded_at,
  case e.response_from
    when 'list' then coalesce(t.responded_at, h.responded_at)
    when 'messages' then case when r.is_told then r.replied_at when e.is_reply_listed then t.responded_at end
    when 'events' then h.responded_at
    else t.responded_at
  end as responded_at,
  coalesce(t.resolved_at, case when t.state in ('resolved', 'closed', 'merged', 'deleted') then h.resolved_at end) as resolved_at,
  coalesce(t.closed_at, case when t.state in ('resolved', 'closed', 'merged', 'deleted') then h.closed_at end) as closed_at,
  coalesce(t.updated_at, h.updated_at) as updated_at,
  coalesce(t.agent, h.agent) as agent, coalesce(t.team, h.team) as team, coalesce(t.reopen_count, h.reopen_count) as reopen_count,
  coalesce(t.priority, try_cast(p.value as smallint), h.priority) as priority,
  coalesce(t.kind, k.value) as kind,
  case when d.ticket_id is not null then 'deleted' else t.state end as state,
  t.is_listed,
  coalesce(case e.response_from
    when 'list' then t.is_listed or h.responded_at is not null
    when 'messages' then r.is_told or e.is_reply_listed and t.is_listed
    when 'events' then h.ticket_id is not null
  end, false) as is_answerable
from judged as t
join staging.evidence as e using (source)
left join staging.histories as h using (source, ticket_id)
left join staging.replies as r using (source, ticket_id)
left join staging.deletions as d using (source, ticket_id)
left join reference.vocabulary as p
  on p.source = t.source and p.field = 'priority' and t.priority is null and p.word_key = lower(trim(t.priority_text))
left join reference.vocabulary as k
  on k.source = t.source and k.field = 'kind' and t.kind is null and k.word_key = lower(trim(t.category))
