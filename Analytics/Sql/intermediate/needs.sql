-- One row per client: how soon it needs somebody, and how soon it is promised one. Seconds on either's own clock; null where not stated. Stored as a table.
-- needed_seconds: the fastest answer it expects, of any priority or of work it cannot be without. open_hours: a week of its own opening hours, 168 for round the clock.
-- promised_seconds: the fastest response promised; covered_hours: a week of the hours in which that promise runs.
with hours as (
  select c.calendar, coalesce(o.half_hours / 2.0, 168) as week_hours
  from (select distinct calendar from raw.reference_calendars) as c
  left join (select calendar, count(*) as half_hours from reference.opening_hours group by calendar) as o using (calendar)
),
needed as (
  select client, min(seconds) as seconds
  from (
    select client, seconds from reference.expectations where promise_kind = 'response' and valid_to >= date '9999-12-31'
    union all
    select client, seconds from reference.critical_work
  )
  group by client
),
promised as (
  select p.client, min(p.seconds) as seconds, arg_min(case when p.clock = 'client' then 168 else h.week_hours end, p.seconds) as week_hours
  from reference.promises as p
  left join hours as h on h.calendar = p.calendar
  where p.promise_kind = 'response' and p.seconds is not null and p.client is not null
  group by p.client
)
select c.client, n.seconds as needed_seconds, h.week_hours as open_hours, p.seconds as promised_seconds, p.week_hours as covered_hours
from reference.clients as c
left join needed as n on n.client = c.client
left join hours as h on h.calendar = c.calendar
left join promised as p on p.client = c.client
