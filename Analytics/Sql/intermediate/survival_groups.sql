-- One row per measure, clock, provider and client whose tickets make waiting-time curves, numbered in that order. Stored as a table.
-- first_month: of its samples. last_month: the last of the client's data.
select row_number() over (order by g.measure, g.clock, g.provider, g.client)::integer as group_number,
  g.measure, g.clock, g.provider, g.client, g.first_month, m.last_month
from (
  select measure, clock, provider, client, min(month) as first_month
  from intermediate.survival_samples
  group by all
) as g
join (select provider, client, max(month) as last_month from intermediate.months group by all) as m using (provider, client)
