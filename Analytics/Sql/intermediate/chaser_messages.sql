-- One row per chaser: a message that asks, chaser_quiet_seconds or more after the one before it, with no answer between. Stored as a table, by ticket. Instants UTC.
-- asked_at: the first message of its turn. calendar_version_id: of the contract's calendar (is_contract_calendar), else the client's own opening hours; null with neither, or where the contract runs round the clock.
-- promised_at: when the promise falls due that is still to be kept: response before the first answer, else resolution; null where neither is promised, or (is_promise_waiting) it waits in an agreed pause. DECISIONS.md, "Chasers".
with asked as (
  select *,
    lag(sent_at) over turn as previous_at,
    first_value(sent_at) over turn as asked_at
  from intermediate.speech
  where not is_answer
  window turn as (partition by ticket_key, turn_number order by message_number)
)
select
  a.ticket_key, a.message_number, a.turn_number, a.asked_at, a.sent_at, a.remarks, a.attachment_count,
  row_number() over (partition by a.ticket_key order by a.message_number) as chaser_number,
  t.ticket_key * 1000000 + a.message_number as question_id,
  c.is_wall_time,
  c.calendar_version_id is not null as is_contract_calendar,
  case when not c.is_wall_time then coalesce(c.calendar_version_id, v.calendar_version_id) end as calendar_version_id,
  case when a.turn_number = 0 then coalesce(p.due_at, r.due_at) else r.due_at end as promised_at,
  coalesce(case when a.turn_number = 0 then coalesce(p.is_waiting, r.is_waiting) else r.is_waiting end, false) as is_promise_waiting
from asked as a
join intermediate.tickets as t using (ticket_key)
cross join reference.settings as s
join intermediate.contract_calendars as c on c.ticket_key = a.ticket_key and c.measure = 'response'
left join computed.calendar_versions as v on v.calendar = t.client_calendar and t.created_date >= v.valid_from and t.created_date < v.valid_to
left join intermediate.outcomes as p on p.ticket_key = a.ticket_key and p.promise_kind = 'response'
left join intermediate.outcomes as r on r.ticket_key = a.ticket_key and r.promise_kind = 'resolve'
where a.sent_at >= a.previous_at + to_seconds(s.chaser_quiet_seconds) and not coalesce(computed.is_machine(t.requester, t.requester_mail), false)
