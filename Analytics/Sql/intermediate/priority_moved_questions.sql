-- One row per promise of intermediate.priority_moves on the contract clock that pauses move, as a question of computed.due_epochs. A view, by ticket.
select question_id, calendar_version_id, from_epoch, promised_seconds + moved_seconds as seconds, null::integer as business_days, null::integer as until_second
from intermediate.priority_moves
where moved_seconds > 0 and not is_waiting and clock = 'contract'
