-- One row per pause of a counted ticket: a stretch its history shows it waiting (pending, hold) or solved until it came back (resolved). Instants UTC, whole seconds.
-- wall_seconds: how long it was, up to the cutoff where until_at is null; open_seconds: of that, in the contract's hours for the solution.
-- is_agreed: the promised clock stands still in this state. client_at: the client's last word before it; asked_at: the question to the client that supports it; is_supported: null where messages cannot tell.
select t.provider, t.client, t.month, t.source, t.ticket_id, t.agent, p.state, p.from_at, p.until_at, p.client_at, p.asked_at, p.is_supported, s.is_pause as is_agreed,
  epoch(coalesce(p.until_at, t.cutoff_at) - p.from_at)::bigint as wall_seconds, s.open_seconds
from intermediate.pauses as p
join intermediate.tickets as t using (ticket_key)
left join intermediate.stretches as s on s.ticket_key = p.ticket_key and s.event_number = p.event_number and s.measure = 'resolve'
where t.client is not null and t.is_counted
