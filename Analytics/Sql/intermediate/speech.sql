-- One row per message that asks or answers, of counted tickets and of those merged into them. Stored as a table, by ticket. sent_at UTC.
-- message_number: in order of time, from 1 for each ticket_key. is_answer: after the creation, seen by the client, from a person of the provider (a writer nobody knows, and a message that may be hidden, are taken for one: in the provider's favour).
-- Else it asks: from a person of the client's side, not automatic, more than thanks. turn_number: answers up to and with it, so 0 before the first. DECISIONS.md, "Chasers".
with spoken as (
  select
    coalesce(g.into_key, t.ticket_key) as ticket_key, m.sent_at, m.remarks, m.attachment_count,
    m.author_side is distinct from 'requester' as is_answer,
    row_number() over (partition by coalesce(g.into_key, t.ticket_key) order by m.sent_at, g.into_key is not null, t.ticket_id, m.message_number) as message_number
  from staging.messages as m
  join intermediate.tickets as t using (source, ticket_id)
  left join intermediate.merges as g on g.ticket_key = t.ticket_key
  left join intermediate.assignments as i on i.ticket_key = g.into_key
  where coalesce(i.is_counted, t.is_counted) and m.author_side is distinct from 'system' and m.is_automatic is not true
    and case when m.author_side = 'requester' then not coalesce(computed.has_remark(m.remarks, 'thanks'), false)
      else m.is_public is distinct from false and m.sent_at > t.created_at end
)
select *, count(*) filter (is_answer) over (partition by ticket_key order by message_number) as turn_number
from spoken
