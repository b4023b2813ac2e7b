-- One row per promise of a contract. priority null: every priority. seconds, or business_days with an optional until_second of the day.
-- clock: client (wall time) or contract (the calendar's working time). valid_from and valid_to are inclusive local dates; null is unbounded.
select
  row_number() over (order by client, promise_kind, priority, valid_from, line) as promise_id,
  client, priority, promise_kind, promise, seconds, business_days, until_second, clock, calendar, target_ratio, answered_by, pauses,
  coalesce(valid_from, date '0001-01-01') as valid_from,
  coalesce(valid_to, date '9999-12-31') as valid_to,
  sentence
from raw.reference_promises
