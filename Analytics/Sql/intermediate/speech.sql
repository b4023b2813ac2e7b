-- One row per message that asks or answers, of counted tickets, of a client's own records beside them, and of those merged into them. Stored as a table, by ticket. sent_at UTC.
-- message_number: in order of time, from 1 for each ticket_key. is_answer: after the creation, seen by the client, from a person of the provider (a writer nobody knows, and a message that may be hidden, are taken for one: in the provider's favour).
-- Else it asks: from a person of the client's side, not automatic, more than thanks; so does the creation of a ticket with messages of which none is the request itself.
-- turn_number: answers up to and with it, so 0 before the first. DECISIONS.md, "Chasers".
with written as (
  select
    t.ticket_key, t.ticket_id, m.message_number, m.sent_at, m.remarks, m.attachment_count,
    m.author_side is distinct from 'requester' as is_answer
  from staging.messages as m
  join intermediate.tickets as t using (source, ticket_id)
  where m.author_side is distinct from 'system' and m.is_automatic is not true
    and case when m.author_side = 'requester' then not coalesce(computed.has_remark(m.remarks, 'thanks'), false)
      else m.is_public is distinct from false and m.sent_at > t.created_at end
),
opened as (
  select t.ticket_key, t.ticket_id, 0 as message_number, t.created_at as sent_at, false as is_answer
  from intermediate.tickets as t
  semi join written as w using (ticket_key)
  anti join staging.messages as m
    on m.source = t.source and m.ticket_id = t.ticket_id and m.author_side = 'requester' and m.sent_at <= t.created_at + interval 60 seconds
),
spoken as (
  select
    coalesce(g.into_key, w.ticket_key) as ticket_key, w.sent_at, w.remarks, w.attachment_count, w.is_answer,
    row_number() over (partition by coalesce(g.into_key, w.ticket_key) order by w.sent_at, g.into_key is not null, w.ticket_id, w.message_number) as message_number
  from (from written union all by name from opened) as w
  left join intermediate.merges as g on g.ticket_key = w.ticket_key
  join intermediate.assignments as t on t.ticket_key = coalesce(g.into_key, w.ticket_key)
  where t.is_counted or t.exclusion = 'client_side'
)
select *, count(*) filter (is_answer) over (partition by ticket_key order by message_number) as turn_number
from spoken
