-- One row per question of intermediate.clock_questions: working_seconds by two ASOF lookups in the segments.
select
  q.question_id,
  coalesce(b.cum_seconds + least(q.to_epoch, b.ends_epoch) - b.starts_epoch, 0)
  - coalesce(a.cum_seconds + least(q.from_epoch, a.ends_epoch) - a.starts_epoch, 0) as working_seconds
from intermediate.clock_questions as q
asof left join computed.calendar_segments as a on a.calendar_version_id = q.calendar_version_id and q.from_epoch >= a.starts_epoch
asof left join computed.calendar_segments as b on b.calendar_version_id = q.calendar_version_id and q.to_epoch >= b.starts_epoch
