-- One row per client and month of intermediate.months, and (month null, by the rows without an end) per client: how soon it needs somebody, and how soon it is promised one, by what is in force on
-- the month's last day. Seconds on either's own clock; null where not stated. Stored as a table.
-- needed_seconds: the fastest answer it expects, of any priority or of work it cannot be without. open_hours: a week of its own opening hours, 168 for round the clock.
-- promised_seconds: the fastest response promised (of business days: their working time and that of the day it is asked on); covered_hours: a week of the hours in which that promise runs.
with asked as (
  select client, null::date as month, date '9999-12-31' as day from reference.clients
  union all
  select distinct client, month, last_day(month) from intermediate.months
),
hours as (
  select c.calendar, coalesce(o.half_hours / 2.0, 168) as week_hours, coalesce(o.half_hours * 1800 / o.day_count, 86400)::bigint as day_seconds
  from (select distinct calendar from raw.reference_calendars) as c
  left join (select calendar, count(*) as half_hours, count(distinct weekday) as day_count from reference.opening_hours group by calendar) as o using (calendar)
),
needed as (
  select a.client, a.month, min(w.seconds) as seconds
  from asked as a
  join (
    select client, seconds, valid_from, valid_to from reference.expectations where promise_kind = 'response'
    union all
    select client, seconds, date '0001-01-01', date '9999-12-31' from reference.critical_work
  ) as w on w.client = a.client and a.day between w.valid_from and w.valid_to
  group by all
),
promised as (
  select a.client, a.month, min(coalesce(p.seconds, (p.business_days + 1) * h.day_seconds)) as seconds,
    arg_min(case when p.clock = 'client' then 168 else h.week_hours end, coalesce(p.seconds, (p.business_days + 1) * h.day_seconds)) as week_hours
  from asked as a
  join reference.promises as p on p.client = a.client and p.promise_kind = 'response' and a.day between p.valid_from and p.valid_to
  left join hours as h on h.calendar = p.calendar
  group by all
)
select c.client, a.month, n.seconds as needed_seconds, h.week_hours as open_hours, p.seconds as promised_seconds, p.week_hours as covered_hours
from asked as a
join reference.clients as c using (client)
left join needed as n on n.client = a.client and n.month is not distinct from a.month
left join hours as h on h.calendar = c.calendar
left join promised as p on p.client = a.client and p.month is not distinct from a.month
