-- One row per message of a failure ticket that is kept with its words, in order: what the client and the provider wrote. Built for computed.told_fixes.
-- complaint: subject and first text of the ticket. is_provider: by an agent, seen by the client; else by the client's side.
select t.ticket_key, concat_ws(chr(10), f.subject, f.description) as complaint, m.author_side = 'agent' as is_provider, epoch(m.sent_at)::bigint as sent_epoch, any_value(r.body) as body
from intermediate.failure_tickets as t
join staging.messages as m using (source, ticket_id)
join raw.messages as r
  on r.source = m.source and r.ticket_id = m.ticket_id and r.sent_at = m.sent_at and r.message_id is not distinct from m.message_id and r.author is not distinct from m.author and r.author_mail is not distinct from m.author_mail
left join staging.first_texts as f on f.source = t.source and f.ticket_id = t.ticket_id
where r.body is not null and trim(r.body) <> '' and m.author_side in ('requester', 'agent') and m.is_automatic is not true and (m.author_side = 'requester' or m.is_public is distinct from false)
group by t.ticket_key, f.subject, f.description, m.author_side, m.sent_at, m.message_number
order by t.ticket_key, m.message_number
