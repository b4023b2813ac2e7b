-- One row per source and hour of the day (0 to 23, as its source's clock showed it): tickets created, first responses given.
with told as (
  select source, provider, time_zone, created_at as told_at, 1 as created, 0 as responded from intermediate.tickets
  union all
  select source, provider, time_zone, responded_at, 0, 1 from intermediate.tickets where responded_at is not null
)
select provider, source, hour(timezone(time_zone, timezone('UTC', told_at))) as hour, sum(created)::bigint as created_count, sum(responded)::bigint as responded_count
from told
group by all
