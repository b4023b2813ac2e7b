-- One row per question of intermediate.due_questions: due_epoch, UTC epoch second, null where it cannot be answered (intermediate.calendar_gaps counts those).
from intermediate.due_after_seconds
union all
from intermediate.due_after_days
