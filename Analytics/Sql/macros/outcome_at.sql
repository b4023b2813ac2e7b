-- How a promise due at an instant went that is kept by what happened at another (null: it has not), by DECISIONS.md, "Outcome": met, breached, running, unknown.
-- ticket: a row of intermediate.tickets; is_measurable: the export would show it.
create macro computed.outcome_at(happened_at, is_measurable, due_at, ticket) as case
  when due_at is null or not is_measurable or happened_at < ticket.created_at then 'unknown'
  when happened_at <= due_at then 'met'
  when happened_at is not null then 'breached'
  when ticket.is_ended and ticket.ended_at > due_at then 'breached'
  when ticket.is_ended then 'unknown'
  when due_at <= ticket.cutoff_at then 'breached'
  when due_at > ticket.as_of_at then 'running'
  else 'unknown' end
