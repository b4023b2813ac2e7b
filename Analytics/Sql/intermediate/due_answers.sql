-- One row per question of intermediate.due_questions that can be answered: due_epoch, UTC epoch second. intermediate.calendar_gaps counts the others. Stored as a table, by ticket.
select question_id // 4 as ticket_key, question_id, due_epoch
from computed.due_epochs('intermediate.due_questions')
