-- One row per ticket and measure (response, resolve) with the calendar its contract clock runs on. Stored as a table.
-- The calendar of the promise made for it; else of the client's response or resolve promise for another priority; else none:
-- without a contract there is no contract clock. A promise on the client clock (24x7) makes both clocks the same.
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
  coalesce(p.calendar_version_id, v.calendar_version_id) as calendar_version_id
from intermediate.tickets as t
cross join measures as m
left join intermediate.ticket_promises as p on p.ticket_key = t.ticket_key and p.promise_kind = m.measure
left join fallback as f on f.client = t.client
left join computed.calendar_versions as v
  on v.calendar = f.calendar and t.created_date >= v.valid_from and t.created_date < v.valid_to
