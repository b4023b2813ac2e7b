-- One row per counted ticket, measure (response, resolve) and stretch of its life in one state: where its time went. Instants UTC, whole seconds.
-- state: open, pending, hold, resolved (solved until it came back). is_agreed: the promised clock stands still. wall_seconds of the stretches of a ticket and measure sum to its client clock.
-- out_of_hours_seconds + holiday_seconds + open_seconds = wall_seconds; the last three are null where the client has no contract hours.
select t.provider, t.client, t.month, t.source, t.ticket_id, s.measure, row_number() over (partition by s.question_id order by s.from_epoch, s.to_epoch) as segment_number,
  s.state, s.is_pause as is_agreed, s.is_supported, make_timestamp(s.from_epoch * 1000000) as from_at, make_timestamp(s.to_epoch * 1000000) as until_at,
  s.wall_seconds, s.wall_seconds - s.weekly_seconds as out_of_hours_seconds, s.weekly_seconds - s.open_seconds as holiday_seconds, s.open_seconds, s.client_open_seconds
from intermediate.stretches as s
join intermediate.tickets as t using (ticket_key)
where t.client is not null and t.is_counted and s.wall_seconds is not null
