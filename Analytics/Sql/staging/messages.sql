-- One row per message of a ticket, up to the as-of; message_number counts a ticket's from 1 in order of time. Stored as a table.
-- Of a message the tool numbers, the latest export's row; every row without such a number is a message of its own (the load has left out those known before).
-- author_side: requester, agent, system; where the export does not say, requester for the ticket's own requester (by address or name), else null.
with latest as (
  select m.* exclude (body), coalesce(l.exported_at, l.data_end_at) as told_at
  from raw.messages as m
  join raw.loads as l using (load_id)
  qualify m.message_id is null or row_number() over (partition by m.source, m.ticket_id, m.message_id order by told_at desc, m.load_id desc, m.line desc) = 1
)
select
  m.source, m.ticket_id, row_number() over (partition by m.source, m.ticket_id order by m.sent_at, m.told_at, m.load_id, m.line) as message_number,
  m.message_id, m.sent_at, m.author, m.author_mail,
  coalesce(m.author_side, case when lower(trim(m.author_mail)) = t.requester_mail_key or lower(trim(m.author)) = t.requester_key then 'requester' end) as author_side,
  m.channel, m.subject, m.is_public, m.is_automatic, m.attachment_count, m.is_time_ambiguous, m.remarks
from latest as m
join staging.sources as s using (source)
left join staging.latest as t using (source, ticket_id)
where not s.is_cut or m.sent_at <= s.as_of_at
