-- One row per ticket and measure (response, resolve) with the calendars its clocks run on. Stored as a table, by ticket.
-- calendar_version_id: of the promise made for it; else of the client's response or resolve promise for another priority; else none:
-- without a contract there is no contract clock. is_wall_time: a promise on the client clock (24x7) makes both clocks the same.
-- weekly_version_id: the same without holidays. client_version_id: the client's own opening hours.
-- pause_states: the states in which the contract's clock stands still. DECISIONS.md, "Pauses".
with measures as (
  select unnest([{'measure': 'response', 'code': 1}, {'measure': 'resolve', 'code': 2}], recursive := true)
),
fallback as (
  select client, arg_min(calendar, promise_id) as calendar
  from reference.promises
  where calendar is not null and clock = 'contract'
  group by client
)
select
  t.ticket_key, m.measure, t.ticket_key * 4 + m.code as question_id,
  p.clock is not distinct from 'client' as is_wall_time,
  coalesce(p.calendar_version_id, v.calendar_version_id) as calendar_version_id,
  coalesce(w.weekly_version_id, v.weekly_version_id) as weekly_version_id,
  o.calendar_version_id as client_version_id,
  string_split(coalesce(p.pauses, u.pauses), ',') as pause_states
from intermediate.tickets as t
cross join measures as m
join reference.usual_pauses as u on u.promise_kind = m.measure
left join intermediate.ticket_promises as p on p.ticket_key = t.ticket_key and p.promise_kind = m.measure
left join fallback as f on f.client = t.client
left join computed.calendar_versions as v
  on v.calendar = f.calendar and t.created_date >= v.valid_from and t.created_date < v.valid_to
left join computed.calendar_versions as w on w.calendar_version_id = p.calendar_version_id
left join computed.calendar_versions as o
  on o.calendar = t.client_calendar and t.created_date >= o.valid_from and t.created_date < o.valid_to
