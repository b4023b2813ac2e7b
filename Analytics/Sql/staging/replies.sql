-- One row per ticket with messages: the first the client saw from a person of the provider, and how many it has. is_told: they say who wrote and who may see. Stored as a table, by ticket. Instants UTC.
-- replied_at: sent after the ticket was created, public, by the agent's side, not automatic; a message at the very creation is the ticket itself.
select m.source, m.ticket_id, count(*) as message_count, count(m.author_side) > 0 and count(m.is_public) > 0 as is_told,
  min(m.sent_at) filter (m.author_side = 'agent' and m.is_public and m.is_automatic is not true and m.sent_at > coalesce(t.created_at, h.created_at)) as replied_at
from staging.messages as m
left join staging.latest as t using (source, ticket_id)
left join staging.histories as h using (source, ticket_id)
group by m.source, m.ticket_id
