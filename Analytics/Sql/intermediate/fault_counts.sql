-- One row per client and month: faults (incidents, problems) and requests of the intensity_months that end with it, and the users of those months added up. Stored as a table.
-- user_months: null where the size of one of them is not stated. fault_count, request_count: null where no ticket says what kind it is.
-- urgent_count: of the faults those of priority 1 or 2; rated_count: those with a priority.
with urgent as (
  select provider, client, month, count(*) filter (priority <= 2) as urgent_count, count(priority) as rated_count
  from intermediate.tickets
  where client is not null and is_counted and kind in ('incident', 'problem')
  group by all
)
select m.provider, m.client, m.month, count(*) as month_count,
  case when count(z.users) = count(*) then sum(z.users) end::bigint as user_months, arg_max(z.users, b.month) as users, arg_max(z.endpoints, b.month) as endpoints,
  sum(b.incident_count)::bigint as fault_count, sum(b.request_count)::bigint as request_count,
  coalesce(sum(u.urgent_count), 0)::bigint as urgent_count, coalesce(sum(u.rated_count), 0)::bigint as rated_count
from intermediate.months as m
cross join reference.settings as s
join intermediate.client_flows as b on b.provider = m.provider and b.client = m.client and b.month between m.month - to_months(s.intensity_months - 1) and m.month
join intermediate.client_sizes as z on z.provider = m.provider and z.client = m.client and z.month = b.month
left join urgent as u on u.provider = m.provider and u.client = m.client and u.month = b.month
group by m.provider, m.client, m.month
