-- One row per question that can be answered: working_seconds from from_epoch to to_epoch on a calendar version, negative when they run backwards.
-- questions: the name of a relation with question_id, calendar_version_id, from_epoch, to_epoch (UTC epoch seconds).
-- No row where an instant is null or outside the calendar's cover (intermediate.calendar_gaps counts the latter): join it from the left, and never coalesce it to 0.
-- Looked up by calendar version and UTC day; by ASOF for calendars with a crowded day. DECISIONS.md, "Working time".
create macro computed.working_seconds(questions) as table
with questions as (
  select
    question_id,
    calendar_version_id * 100000::bigint + from_epoch // 86400 as from_key,
    calendar_version_id * 100000::bigint + to_epoch // 86400 as to_key,
    (from_epoch % 86400)::integer as from_second,
    (to_epoch % 86400)::integer as to_second
  from query_table(questions)
),
crowded as (
  select q.*
  from query_table(questions) as q
  join computed.calendar_versions as v using (calendar_version_id)
  where v.has_crowded_days
    and q.from_epoch >= v.covers_from_epoch and q.from_epoch < v.covers_to_epoch
    and q.to_epoch >= v.covers_from_epoch and q.to_epoch < v.covers_to_epoch
)
select
  q.question_id,
  (b.cum_seconds
    + greatest(0, least(q.to_second, b.e1) - b.s1)
    + greatest(0, least(q.to_second, b.e2) - b.s2)
    + greatest(0, least(q.to_second, b.e3) - b.s3))
  - (a.cum_seconds
    + greatest(0, least(q.from_second, a.e1) - a.s1)
    + greatest(0, least(q.from_second, a.e2) - a.s2)
    + greatest(0, least(q.from_second, a.e3) - a.s3)) as working_seconds
from questions as q
join computed.calendar_days as a on a.day_key = q.from_key
join computed.calendar_days as b on b.day_key = q.to_key
union all
select
  q.question_id,
  coalesce(b.cum_seconds + least(q.to_epoch, b.ends_epoch) - b.starts_epoch, 0)
  - coalesce(a.cum_seconds + least(q.from_epoch, a.ends_epoch) - a.starts_epoch, 0) as working_seconds
from crowded as q
asof left join computed.calendar_segments as a on a.calendar_version_id = q.calendar_version_id and q.from_epoch >= a.starts_epoch
asof left join computed.calendar_segments as b on b.calendar_version_id = q.calendar_version_id and q.to_epoch >= b.starts_epoch
