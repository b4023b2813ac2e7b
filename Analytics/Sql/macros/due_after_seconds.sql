-- One row per question with seconds that can be answered: due_epoch, UTC epoch second, the instant at which so many working seconds have passed since from_epoch. A promise that ends with a shift is due at that closing; 0 seconds are due at once, or at the next opening.
-- questions: the name of a relation with question_id, calendar_version_id, from_epoch (UTC epoch seconds), seconds, business_days, until_second.
-- No row where from_epoch is null or outside the calendar's cover, where seconds are negative, or where they run past the cover (intermediate.calendar_gaps counts those).
-- last_second is the number, from 0, of the working second the promise ends with. DECISIONS.md, "Working time".
create macro computed.due_after_seconds(questions) as table
with questions as (
  select
    question_id,
    calendar_version_id,
    from_epoch,
    seconds,
    calendar_version_id * 100000::bigint + from_epoch // 86400 as from_key,
    (from_epoch % 86400)::integer as from_second
  from query_table(questions)
  where business_days is null and seconds >= 0
),
plain as (
  select
    q.question_id,
    q.calendar_version_id,
    least(q.seconds, 1) as after_second,
    a.cum_seconds
      + greatest(0, least(q.from_second, a.e1) - a.s1)
      + greatest(0, least(q.from_second, a.e2) - a.s2)
      + greatest(0, least(q.from_second, a.e3) - a.s3)
      + greatest(q.seconds, 1) - 1 as last_second
  from questions as q
  join computed.calendar_days as a on a.day_key = q.from_key
),
crowded as (
  select
    q.question_id,
    q.calendar_version_id,
    least(q.seconds, 1) as after_second,
    coalesce(a.cum_seconds + least(q.from_epoch, a.ends_epoch) - a.starts_epoch, 0) + greatest(q.seconds, 1) - 1 as last_second
  from (
    select q.*
    from questions as q
    join computed.calendar_versions as v using (calendar_version_id)
    where (v.has_crowded_days or v.has_crowded_blocks) and q.from_epoch >= v.covers_from_epoch and q.from_epoch < v.covers_to_epoch
  ) as q
  asof left join computed.calendar_segments as a on a.calendar_version_id = q.calendar_version_id and q.from_epoch >= a.starts_epoch
)
select
  p.question_id,
  p.last_second + p.after_second
    + case when p.last_second >= b.c3 then b.s3 - b.c3 when p.last_second >= b.c2 then b.s2 - b.c2 else b.s1 - b.c1 end as due_epoch
from plain as p
join computed.calendar_blocks as b on b.block_key = p.calendar_version_id * 1000000::bigint + p.last_second // 14400
where p.last_second % 14400 < b.block_seconds
union all
select c.question_id, x.starts_epoch + c.last_second - x.cum_seconds + c.after_second as due_epoch
from crowded as c
asof join computed.calendar_segments as x on x.calendar_version_id = c.calendar_version_id and c.last_second >= x.cum_seconds
where c.last_second - x.cum_seconds < x.ends_epoch - x.starts_epoch
