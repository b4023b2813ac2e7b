-- One row per calendar version and kind of question (clock or due) with questions the built years cannot answer: question_count, and the earliest and latest instant asked about, UTC epoch seconds. No row is right; any row means the calendars were built for too few years, or the question names no calendar version.
with clocks as (
  select calendar_version_id, from_epoch as asked_epoch from intermediate.clock_questions
  where from_epoch is not null and to_epoch is not null
  union all
  select calendar_version_id, to_epoch as asked_epoch from intermediate.clock_questions
  where from_epoch is not null and to_epoch is not null
),
gaps as (
  select 'clock' as question_kind, c.calendar_version_id, c.asked_epoch
  from clocks as c
  left join computed.calendar_versions as v using (calendar_version_id)
  where v.calendar_version_id is null or c.asked_epoch < v.covers_from_epoch or c.asked_epoch >= v.covers_to_epoch
  union all
  select 'due' as question_kind, q.calendar_version_id, q.from_epoch as asked_epoch
  from intermediate.due_questions as q
  anti join intermediate.due_answers as a using (question_id)
  where q.from_epoch is not null
)
select question_kind, calendar_version_id, count(*) as question_count, min(asked_epoch) as earliest_epoch, max(asked_epoch) as latest_epoch
from gaps
group by all
