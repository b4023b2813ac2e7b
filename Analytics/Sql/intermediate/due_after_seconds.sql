-- One row per question of intermediate.due_questions with seconds: due_epoch, UTC epoch second, the instant at which so many working seconds have passed since from_epoch. A promise that ends with a shift is due at that closing; 0 seconds are due at once, or at the next opening.
-- Null when from_epoch is null or outside the calendar's cover, when seconds are negative, or when they run past the cover.
-- last_second is the number, from 0, of the working second the promise ends with. DECISIONS.md, "Working time".
with questions as (
  select
    question_id,
    calendar_version_id,
    from_epoch,
    seconds,
    calendar_version_id * 100000::bigint + from_epoch // 86400 as from_key,
    (from_epoch % 86400)::integer as from_second
  from intermediate.due_questions
  where business_days is null
),
plain as (
  select
    q.question_id,
    q.calendar_version_id,
    q.seconds,
    case when q.seconds >= 0 then
      a.cum_seconds
      + greatest(0, least(q.from_second, a.e1) - a.s1)
      + greatest(0, least(q.from_second, a.e2) - a.s2)
      + greatest(0, least(q.from_second, a.e3) - a.s3)
      + greatest(q.seconds, 1) - 1
    end as last_second
  from (
    from questions as p
    where not exists (
      from computed.calendar_versions as v
      where v.calendar_version_id = p.calendar_version_id and (v.has_crowded_days or v.has_crowded_blocks)
    )
  ) as q
  left join computed.calendar_days as a on a.day_key = q.from_key
),
crowded as (
  select
    q.question_id,
    q.calendar_version_id,
    q.seconds,
    case when q.seconds >= 0 and q.from_epoch >= q.covers_from_epoch and q.from_epoch < q.covers_to_epoch then
      coalesce(a.cum_seconds + least(q.from_epoch, a.ends_epoch) - a.starts_epoch, 0) + greatest(q.seconds, 1) - 1
    end as last_second
  from (
    from questions join computed.calendar_versions using (calendar_version_id) where has_crowded_days or has_crowded_blocks
  ) as q
  asof left join computed.calendar_segments as a on a.calendar_version_id = q.calendar_version_id and q.from_epoch >= a.starts_epoch
)
select
  p.question_id,
  case when p.last_second % 14400 < b.block_seconds then
    p.last_second + least(p.seconds, 1)
    + case when p.last_second >= b.c3 then b.s3 - b.c3 when p.last_second >= b.c2 then b.s2 - b.c2 else b.s1 - b.c1 end
  end as due_epoch
from plain as p
left join computed.calendar_blocks as b on b.block_key = p.calendar_version_id * 1000000::bigint + p.last_second // 14400
union all
select
  c.question_id,
  case when c.last_second - x.cum_seconds < x.ends_epoch - x.starts_epoch then
    x.starts_epoch + c.last_second - x.cum_seconds + least(c.seconds, 1)
  end as due_epoch
from crowded as c
asof left join computed.calendar_segments as x on x.calendar_version_id = c.calendar_version_id and c.last_second >= x.cum_seconds
