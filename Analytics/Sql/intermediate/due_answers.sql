-- One row per question of intermediate.due_questions that can be answered: due_epoch, UTC epoch second. intermediate.calendar_gaps counts the others. Stored as a table.
from intermediate.due_after_seconds
union all
from intermediate.due_after_days
