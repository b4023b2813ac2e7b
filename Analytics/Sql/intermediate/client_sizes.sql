-- One row per client and month of intermediate.months: users and endpoints at its end, by the newest row of sizes.csv that states them, else as clients.csv has them; null where neither does. Stored as a table.
select m.provider, m.client, m.month,
  coalesce(arg_max(s.users, s.valid_from) filter (s.users is not null), any_value(c.users)) as users,
  coalesce(arg_max(s.endpoints, s.valid_from) filter (s.endpoints is not null), any_value(c.endpoints)) as endpoints
from intermediate.months as m
left join reference.clients as c on c.client = m.client
left join reference.sizes as s on s.client = m.client and s.valid_from <= last_day(m.month)
group by m.provider, m.client, m.month
