-- One row per client, month and failure group with a ticket in the trailing_months that end with the month. Stored as a table.
-- first_month: of those months. until_at: what was before it counts: the month's end in the client's zone, or the end of the client's data (UTC).
with months as (
  select m.provider, m.client, m.month, (m.month - to_months(s.trailing_months - 1))::date as first_month, least(m.month_end_at, e.end_at) as until_at
  from intermediate.months as m
  cross join reference.settings as s
  join intermediate.client_ends as e using (provider, client)
)
select distinct m.provider, m.client, m.month, m.first_month, m.until_at, t.failure_group_id
from months as m
join intermediate.episodes as t on t.provider = m.provider and t.client = m.client and t.month between m.first_month and m.month
