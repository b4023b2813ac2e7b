-- One row per ticket: the rungs of its response ladder. Stored as a table, by ticket. Instants UTC; null: not reached by the as-of, or not measurable.
-- automatic_at (R0): the first message to the client, a machine's too, but not the one that opened the ticket. touched_at (R1): the first change of state, agent or team, or response noted, after creation and not by the
-- requester or a machine, or the first reply. human_at (R2): the first message after creation the client saw from a person of the provider (not the one by which an agent opened the ticket, where the list cuts its creation to the minute). substantive_at (R3, inferred from the words): the first of those
-- that is more than holding, thanks or automatic. automatic_at, touched_at <= human_at <= substantive_at.
-- is_x_measurable: the export would show the rung. Where it shows no messages (or history), the tool's own first response stands for the rung it means. DECISIONS.md, "Response ladder".
with seen as (
  select
    m.*, t.ticket_key, t.created_at,
    coalesce(lower(trim(m.author)) = lower(trim(t.requester)), false) as is_of_requester,
    m.author_side = 'agent' and m.is_public and m.is_automatic is not true and m.sent_at > t.created_at
      and not (m.message_number = 1 and a.name_key is not null and date_trunc('minute', m.sent_at) = t.created_at) as is_reply
  from staging.messages as m
  join intermediate.tickets as t using (source, ticket_id)
  left join staging.agents as a on a.source = t.source and a.name_key = lower(trim(t.requester))
),
said as (
  select
    ticket_key,
    min(sent_at) filter (sent_at >= created_at and not is_of_requester and is_public is distinct from false and author_side is distinct from 'requester' and (is_automatic or author_side = 'system')) as automatic_at,
    min(sent_at) filter (is_reply) as human_at,
    min(sent_at) filter (is_reply and computed.is_substantive(remarks)) as substantive_at,
    min(sent_at) filter (is_reply and remarks is null) as wordless_at,
    count(is_automatic) + count(remarks) > 0 as is_automatic_told, count(author_side) > 0 and count(is_public) > 0 as is_side_told
  from seen
  group by ticket_key
),
machines as (
  select distinct actor from staging.events where computed.is_machine(actor, actor)
),
changed as (
  select
    t.ticket_key,
    min(e.occurred_at) filter (
      e.occurred_at > t.created_at and lower(trim(e.actor)) is distinct from lower(trim(t.requester)) and lower(trim(e.actor)) is distinct from lower(trim(t.requester_mail))
      and m.actor is null) as touched_at
  from staging.events as e
  join intermediate.tickets as t using (source, ticket_id)
  left join machines as m on m.actor = e.actor
  where e.kind in ('state', 'agent', 'team', 'responded')
  group by t.ticket_key
),
told as (
  select
    t.ticket_key, t.is_typed_after, s.automatic_at, s.wordless_at, t.responded_at, s.substantive_at,
    coalesce(s.is_automatic_told, false) as is_automatic_told, coalesce(s.is_side_told, false) as is_side_told, c.ticket_key is not null as is_change_told,
    case when s.is_side_told then s.human_at end as human_at, c.touched_at,
    t.is_answerable and t.response_semantics = 'public_reply' as is_reply_noted,
    t.is_answerable and t.response_semantics in ('status_change', 'assignment') as is_touch_noted
  from intermediate.tickets as t
  left join said as s using (ticket_key)
  left join changed as c using (ticket_key)
)
select
  ticket_key, least(automatic_at, human_at) as automatic_at,
  case when is_change_told then least(touched_at, human_at) when is_touch_noted then responded_at end as touched_at,
  case when is_side_told then human_at when is_reply_noted then responded_at end as human_at,
  case when is_side_told then substantive_at end as substantive_at,
  not is_typed_after and is_automatic_told as is_automatic_measurable,
  not is_typed_after and (is_change_told or is_touch_noted) as is_touched_measurable,
  not is_typed_after and (is_side_told or is_reply_noted) as is_human_measurable,
  not is_typed_after and is_side_told and (wordless_at is null or coalesce(substantive_at <= wordless_at, false)) as is_substantive_measurable
from told
