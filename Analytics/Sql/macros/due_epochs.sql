-- One row per question that can be answered: due_epoch, UTC epoch second; by working seconds, or by business days where the question has them.
-- questions: the name of a relation as computed.due_after_seconds takes it. intermediate.calendar_gaps counts those without an answer.
create macro computed.due_epochs(questions) as table
from computed.due_after_seconds(questions)
union all
from computed.due_after_days(questions)
