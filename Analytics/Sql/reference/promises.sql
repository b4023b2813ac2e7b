-- One row per promise of a contract. priority null: every priority. seconds, or business_days with an optional until_second of the day. Stored as a table.
-- answered_by: the rung of the ladder that keeps a response promise; pauses: the states in which its clock stands still, comma-separated.
-- clock: client (wall time) or contract (the calendar's working time). valid_from and valid_to are inclusive local dates; null is unbounded.
select
  row_number() over (order by client, p.promise_kind, priority, valid_from, line) as promise_id,
  client, priority, p.promise_kind, promise, seconds, business_days, until_second, clock, calendar, target_ratio, coalesce(answered_by, 'human') as answered_by,
  coalesce(p.pauses, u.pauses) as pauses,
  coalesce(valid_from, date '0001-01-01') as valid_from,
  coalesce(valid_to, date '9999-12-31') as valid_to,
  sentence
from raw.reference_promises as p
join reference.usual_pauses as u on u.promise_kind = p.promise_kind
