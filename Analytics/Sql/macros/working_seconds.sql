-- One row per question that can be answered: working_seconds from from_epoch to to_epoch on a calendar version, negative when they run backwards.
-- questions: the name of a relation with question_id, calendar_version_id, from_epoch, to_epoch (UTC epoch seconds).
-- No row where an instant is null or outside the calendar's cover (intermediate.calendar_gaps counts the latter): join it from the left, and never coalesce it to 0.
create macro computed.working_seconds(questions) as table
select question_id, working_seconds
from computed.with_working_seconds(questions)
where working_seconds is not null
