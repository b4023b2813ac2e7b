-- One row per question of intermediate.due_questions that can be answered: due_epoch, UTC epoch second. intermediate.calendar_gaps counts the others. Stored as a table.
from computed.due_epochs('intermediate.due_questions')
