-- One row per source whose clients have opening hours: do its first responses fall inside them, and would they if its times were moved?
-- inside_ratio: share of reply_count inside the hours as the times stand; best_ratio: moved by best_shift_seconds (half hours, -12 h to +14 h; the least of equals).
-- is_proposed: at least zone_n replies, three of four inside after moving, and a tenth more than before: the files' zone is likely another. Holidays are not looked at.
with hours as (
  select client, arg_min(calendar, promise_id) as calendar
  from reference.promises
  where calendar in (select calendar from reference.opening_hours)
  group by client
),
replies as (
  select t.source, t.provider, t.time_zone, h.calendar, isodow(l.responded_local) as weekday, (hour(l.responded_local) * 60 + minute(l.responded_local)) // 30 as half_hour, count(*) as n
  from (select ticket_key, timezone(zone, timezone('UTC', responded_at)) as responded_local from intermediate.tickets where responded_at is not null) as l
  join intermediate.tickets as t using (ticket_key)
  join hours as h on h.client = t.client
  group by all
),
shifts as (select unnest(generate_series(-24, 28)) as shift),
moved as (
  select r.source, r.provider, r.time_zone, s.shift, sum(r.n) as reply_count,
    coalesce(sum(r.n) filter (o.calendar is not null), 0) / sum(r.n)::double as ratio
  from replies as r
  cross join shifts as s
  left join reference.opening_hours as o
    on o.calendar = r.calendar
    and o.weekday * 48 + o.half_hour = 48 + ((r.weekday - 1) * 48 + r.half_hour + s.shift + 336) % 336
  group by r.source, r.provider, r.time_zone, s.shift
),
best as (
  select *
  from moved
  qualify row_number() over (partition by source order by round(ratio, 3) desc, abs(shift), shift desc) = 1
)
select b.provider, b.source, b.time_zone, b.reply_count::bigint as reply_count, z.ratio as inside_ratio, b.shift * 1800 as best_shift_seconds, b.ratio as best_ratio,
  b.reply_count >= c.zone_n and b.ratio >= 0.75 and b.ratio >= z.ratio + 0.1 as is_proposed
from best as b
join moved as z on z.source = b.source and z.shift = 0
cross join reference.settings as c
