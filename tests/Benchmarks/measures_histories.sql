-- Five changes and three messages for each ticket of the last load of tickets, as loads of their own: $events, $messages.
insert into raw.loads (load_id, source, file, sha256, profile, row_count, new_count, changed_count, unchanged_count, reject_count, data_end_at, loaded_at, content)
select unnest([$events, $messages]), source, unnest(['events', 'messages']) || load_id, unnest(['events', 'messages']) || load_id, profile, 0, 0, 0, 0, 0, data_end_at, loaded_at, unnest(['events', 'messages'])
from raw.loads where load_id = $tickets;

insert into raw.events (load_id, line, source, ticket_id, row_hash, event_id, occurred_at, kind, value, value_text, old_text, actor, is_time_ambiguous)
with told as (
  select *, coalesce(responded_at, created_at + interval 2 hour) as answered_at
  from raw.tickets where load_id = $tickets
)
select $events, t.line * 5 + e.place, t.source, t.ticket_id, hash(t.ticket_id, e.place), format('{}-{}', t.ticket_id, e.place),
  case e.place when 1 then t.created_at when 2 then t.created_at when 3 then t.answered_at - to_seconds(epoch(t.answered_at - t.created_at)::bigint // 3) when 4 then t.answered_at + interval 10 minute else coalesce(t.resolved_at, t.answered_at + interval 70 minute) end,
  e.kind, case e.place when 2 then t.priority::varchar when 4 then if(t.line % 6 = 0, 'pending', 'open') when 5 then if(t.resolved_at is null, 'open', 'resolved') when 3 then t.agent else 'open' end, e.kind, null,
  if(e.place <= 2, t.requester, t.agent), false
from told as t
cross join (values (1, 'state'), (2, 'priority'), (3, 'agent'), (4, 'state'), (5, 'state')) as e (place, kind);

insert into raw.messages (load_id, line, source, ticket_id, row_hash, message_id, sent_at, author, author_mail, author_side, channel, is_public, is_automatic, is_time_ambiguous, remarks)
select $messages, t.line * 3 + m.place, t.source, t.ticket_id, hash(t.ticket_id, m.place), format('{}-{}', t.ticket_id, m.place),
  case m.place when 1 then t.created_at when 2 then coalesce(t.responded_at, t.created_at + interval 1 minute) else coalesce(t.responded_at, t.created_at) + interval 3 hour end,
  if(m.side = 'requester', t.requester, t.agent), if(m.side = 'requester', t.requester_mail, null), m.side, 'email', true, m.place = 2 and t.responded_at is null, false,
  if(m.place = 3 and t.line % 2 = 0, 'reminder', '')
from raw.tickets as t
cross join (values (1, 'requester'), (2, 'agent'), (3, 'requester')) as m (place, side)
where t.load_id = $tickets
