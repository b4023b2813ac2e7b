-- One row per source: what its lists, histories and messages together can show. Stored as a table.
-- response_from: where its first responses come from: messages, list (the tool's own field), events; null: not measurable. Messages that tell who wrote what the client saw come first;
-- where the list means something else than a reply, only if messages_ratio of its tickets have them. is_reply_listed: the list's field means a reply, and stands in where a ticket has none.
-- response_semantics: what they mean. fields: the canonical fields measurable from all of it.
-- is_waiting_told: some ticket's history has a state of waiting.
-- Moving with every load: event_count, state_event_count, priority_event_count, agent_event_count, message_count, sided_message_count, history_ticket_count, message_ticket_count.
-- evidence_tier: T4 messages whose side is known, T3 a history of states, priorities or assignments, T2 response or vendor flags, T1 rows.
with changed as (
  select source, count(*) as event_count, count(distinct ticket_id) as ticket_count,
    count(*) filter (kind = 'state' and value is not null) as state_count, count(*) filter (kind = 'priority' and value is not null) as priority_count,
    count(*) filter (kind = 'state' and value in ('pending', 'hold')) > 0 as is_waiting_told,
    count(*) filter (kind = 'agent') as agent_count, count(*) filter (kind = 'responded') as responded_count
  from staging.events
  group by source
),
said as (
  select source, count(*) as message_count, count(distinct ticket_id) as ticket_count, count(author_side) as sided_count,
    count(*) filter (author_side = 'agent' and is_public and is_automatic is not true) as reply_count
  from staging.messages
  group by source
),
told as (
  select source, count(*) as ticket_count from staging.replies where is_told group by source
),
listed as (
  select source, count(*) as ticket_count from staging.latest group by source
),
counted as (
  select s.source, s.response_semantics, s.fields, coalesce(c.event_count, 0) as event_count, coalesce(c.state_count, 0) as state_event_count,
    coalesce(c.priority_count, 0) as priority_event_count, coalesce(c.agent_count, 0) as agent_event_count,
    coalesce(c.is_waiting_told, false) as is_waiting_told, coalesce(m.message_count, 0) as message_count, coalesce(m.sided_count, 0) as sided_message_count,
    c.ticket_count as history_ticket_count, m.ticket_count as message_ticket_count,
    s.response_semantics <> 'none' and list_contains(s.fields, 'responded_at') as is_listed, is_listed and s.response_semantics = 'public_reply' as is_reply_listed,
    case
      when m.reply_count > 0 and (not is_listed or is_reply_listed or r.ticket_count >= n.messages_ratio * l.ticket_count) then 'messages'
      when is_listed then 'list'
      when c.responded_count > 0 then 'events'
    end as response_from
  from staging.sources as s
  left join changed as c using (source)
  left join said as m using (source)
  left join told as r using (source)
  left join listed as l using (source)
  cross join reference.settings as n
)
select
  * exclude (response_semantics, fields, is_listed),
  case
    when response_from = 'messages' then 'public_reply'
    when response_from = 'events' and response_semantics = 'none' then 'unknown'
    else response_semantics
  end as response_semantics,
  list_distinct(list_concat(
    list_filter(fields, f -> f <> 'responded_at' or response_from is not null),
    case when response_from is not null then ['responded_at'] else [] end,
    case when state_event_count > 0 then ['state', 'resolved_at', 'closed_at', 'reopen_count'] else [] end,
    case when priority_event_count > 0 then ['priority'] else [] end,
    case when agent_event_count > 0 then ['agent'] else [] end)) as fields,
  case
    when sided_message_count > 0 then 'T4'
    when state_event_count + priority_event_count + agent_event_count > 0 then 'T3'
    when response_from is not null or list_contains(fields, 'vendor_resolve_outcome') then 'T2'
    else 'T1'
  end as evidence_tier
from counted
