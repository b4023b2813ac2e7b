-- One row per calendar and half hour of the week in which it is open, by its latest hours; holidays aside. weekday 1 (Monday) to 7; half_hour 0 to 47. Stored as a table.
-- Calendars open round the clock have none: they tell nothing of a shifted clock.
with latest as (
  select *
  from raw.reference_calendars
  qualify valid_from = max(valid_from) over (partition by calendar)
),
lines as (
  select calendar, kind, unnest(string_split(weekdays, ''))::integer as weekday, opens_second, closes_second
  from latest
),
slots as (
  select l.calendar, l.kind, unnest(generate_series(l.opens_second // 1800, (l.closes_second - 1) // 1800)) as slot, l.weekday
  from lines as l
),
placed as (
  select distinct calendar, kind, (weekday - 1 + slot // 48) % 7 + 1 as weekday, slot % 48 as half_hour
  from slots
),
opened as (
  select calendar, weekday, half_hour from placed where kind = 'open'
  except
  select calendar, weekday, half_hour from placed where kind = 'break'
)
select calendar, weekday, half_hour
from opened
where calendar in (select calendar from opened group by calendar having count(*) < 336)
