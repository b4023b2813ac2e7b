-- One row per pause of a ticket that its history shows: waiting (pending: for the client; hold: for somebody else), or solved until it came back (resolved). Stored as a table, by ticket.
-- from_at, until_at (UTC): within the ticket's life; until_at null: it still waits at the cutoff.
-- asked_at: what was said to the client about it: a public message of a person of the provider, since the client's last word and no later than question_seconds into the pause,
-- that asks something; where there is no text, or somebody else is waited for, any such message within question_seconds of its start.
-- client_at: the client's last word before the pause. is_supported: false where nothing was said; null where the ticket has no messages to tell. DECISIONS.md, "Pauses".
with paused as (
  select s.ticket_key, t.source, t.ticket_id, s.event_number, s.state, greatest(s.occurred_at, t.created_at) as from_at,
    case when t.ended_at < coalesce(s.until_at, timestamp 'infinity') then t.ended_at else s.until_at end as until_at
  from intermediate.states as s
  join intermediate.tickets as t using (ticket_key)
  where s.state <> 'open' and (s.state <> 'resolved' or s.until_at is not null) and s.occurred_at < coalesce(t.ended_at, t.cutoff_at)
),
said as (
  select p.ticket_key, p.event_number,
    max(m.sent_at) filter (m.author_side = 'requester' and m.sent_at <= p.from_at) as client_at,
    max(m.sent_at) filter (m.author_side = 'agent' and m.is_public and m.is_automatic is not true and m.sent_at <= p.from_at + to_seconds(c.question_seconds)
      and (p.state = 'pending' and m.remarks is not null and contains(m.remarks, 'question')
        or (p.state <> 'pending' or m.remarks is null) and m.sent_at >= p.from_at - to_seconds(c.question_seconds))) as asked_at
  from paused as p
  cross join reference.settings as c
  join staging.messages as m using (source, ticket_id)
  group by p.ticket_key, p.event_number
)
select p.ticket_key, p.event_number, p.state, p.from_at, p.until_at,
  s.client_at, case when s.asked_at >= coalesce(s.client_at, s.asked_at) then s.asked_at end as asked_at,
  case
    when s.ticket_key is null or p.state = 'resolved' then null
    else coalesce(s.asked_at >= coalesce(s.client_at, s.asked_at), false)
  end as is_supported
from paused as p
left join said as s using (ticket_key, event_number)
where p.until_at is null or p.until_at > p.from_at
