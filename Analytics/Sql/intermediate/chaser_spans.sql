-- One row per counted ticket with a chaser count, and month it is counted in: its own (span month), and each whose trailing_months hold it (span trailing).
with tickets as (
  select t.provider, t.client, t.month, t.agent, c.*
  from intermediate.chaser_counts as c
  join intermediate.tickets as t using (ticket_key)
  where t.client is not null and t.is_counted and c.is_person
)
select 'month' as span, * from tickets
union all by name
select 'trailing' as span, t.* exclude (month), m.month
from intermediate.months as m
cross join reference.settings as s
join tickets as t on t.client = m.client and t.provider = m.provider and t.month between m.month - to_months(s.trailing_months - 1) and m.month
